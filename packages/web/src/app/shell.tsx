/** The frame around every page: sidebar, palette, guide, evidence panel, keys. */
import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import type { ActionContext } from "../actions/action.ts";
import { Guide } from "../actions/guide.tsx";
import { Palette } from "../actions/palette.tsx";
import { useShortcuts } from "../actions/use-shortcuts.ts";
import { EvidenceProvider } from "../evidence/evidence-panel.tsx";
import { Notices, useColours } from "../ui/index.ts";
import { moveInList } from "./list-move.ts";
import { Sidebar } from "./sidebar.tsx";
import { useFollowAssessments } from "./use-follow-assessments.ts";
import { useStored } from "./use-stored.ts";

export function Shell() {
  const [overlay, setOverlay] = useState<"palette" | "guide">();
  const [sidebar, setSidebar] = useStored("freehold-sidebar", true);
  const [plainKeys, setPlainKeys] = useStored("freehold-plain-keys", true);
  const [notice, setNotice] = useState("");
  const router = useRouter();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { next } = useColours();
  useFollowAssessments();
  const context: ActionContext = {
    path,
    go: (to) => router.history.push(to),
    copyLink: () => {
      navigator.clipboard.writeText(location.href).then(
        () => setNotice("Link copied"),
        () => setNotice("Could not copy the link"),
      );
    },
    focusSearch: () => document.querySelector<HTMLInputElement>("[data-search-field]")?.focus(),
    moveInList,
    nextColours: next,
    toggleSidebar: () => setSidebar(!sidebar),
    open: setOverlay,
  };
  useShortcuts(context, plainKeys);
  const close = () => setOverlay(undefined);
  return (
    <Notices>
      <EvidenceProvider>
        <a className="skip" href="#content">
          Skip to content
        </a>
        <div className="shell" data-sidebar={sidebar}>
          <Sidebar context={context} />
          <main id="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <div role="status" className="visually-hidden">
          {notice}
        </div>
        <Palette context={context} opened={overlay === "palette"} onClose={close} />
        <Guide opened={overlay === "guide"} onClose={close} plainKeys={plainKeys} onPlainKeys={setPlainKeys} />
      </EvidenceProvider>
    </Notices>
  );
}
