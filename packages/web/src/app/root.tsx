/** The frame of every page; who follows an invitation is known to nobody yet and stands before it. */
import { Outlet, useRouterState } from "@tanstack/react-router";
import { SessionGate } from "../account/session-gate.tsx";
import { Shell } from "./shell.tsx";

export function Root() {
  const joining = useRouterState({ select: ({ location }) => location.pathname === "/join" });
  if (joining) return <Outlet />;
  return (
    <SessionGate>
      <Shell />
    </SessionGate>
  );
}
