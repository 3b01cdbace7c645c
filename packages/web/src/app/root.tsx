/** The frame of every page; who follows the link of an invitation or of a mail is known to nobody yet and stands before it. */
import { Outlet, useRouterState } from "@tanstack/react-router";
import { SessionGate } from "../account/session-gate.tsx";
import { Shell } from "./shell.tsx";

const OPEN: ReadonlySet<string> = new Set(["/join", "/forgot-password", "/reset-password"]);

export function Root() {
  const open = useRouterState({ select: ({ location }) => OPEN.has(location.pathname) });
  if (open) return <Outlet />;
  return (
    <SessionGate>
      <Shell />
    </SessionGate>
  );
}
