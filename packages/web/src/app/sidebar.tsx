import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { AccountMenu } from "../account/account-menu.tsx";
import { isKept, useSession } from "../account/session.ts";
import type { ActionContext } from "../actions/action.ts";
import { capabilitiesQuery, type Summary, summaryQuery } from "../api/queries.ts";
import { formatAgo, formatCount, formatMoment } from "../format/format.ts";
import { ColourSwitch, Icon, type IconName, Keys, intoView } from "../ui/index.ts";
import { Logo } from "./logo.tsx";

interface Page {
  readonly to: "/products" | "/plane" | "/map" | "/people" | "/findings" | "/diff" | "/inbox" | "/history";
  readonly name: string;
  readonly icon: IconName;
  readonly figure?: (summary: Summary) => number | undefined;
  /** Only where there is something to compare with; its address still says why there is not. */
  readonly compared?: true;
}

const PAGES: readonly Page[] = [
  { to: "/products", name: "Products", icon: "products", figure: ({ products }) => products },
  { to: "/plane", name: "Plane", icon: "plane" },
  { to: "/map", name: "Map", icon: "map" },
  { to: "/people", name: "People", icon: "people", figure: ({ people }) => people },
  {
    to: "/findings",
    name: "Findings",
    icon: "problems",
    figure: ({ violations, problems }) => violations + problems,
  },
  {
    to: "/diff",
    name: "Changes",
    icon: "changes",
    compared: true,
  },
];

/** Where a portfolio is kept, which can be corrected and has a history. */
const KEPT_PAGES: readonly Page[] = [
  { to: "/inbox", name: "Inbox", icon: "inbox" },
  { to: "/history", name: "History", icon: "history" },
];

export function Sidebar({ context }: { readonly context: ActionContext }) {
  const { data: summary } = useQuery(summaryQuery);
  const session = useSession();
  const kept = isKept(session);
  const { data: capabilities } = useQuery(capabilitiesQuery);
  const comparison = capabilities?.comparison;
  // On a telephone, where the foot would not fit; wider, it is always there.
  const [foot, setFoot] = useState(false);
  return (
    <header className="sidebar" onKeyDown={({ key }) => key === "Escape" && setFoot(false)}>
      <Link to="/products" className="brand" aria-label="Freehold">
        <Logo />
        <span>Freehold</span>
      </Link>
      <button type="button" className="find" onClick={() => context.open("palette")}>
        <Icon name="search" />
        <span>Find…</span>
        <span aria-hidden="true" className="find-keys">
          <Keys keys="mod+k" />
        </span>
      </button>
      <nav aria-label="Pages">
        {[...(kept ? KEPT_PAGES : []), ...PAGES]
          .filter(({ compared }) => compared === undefined || comparison !== undefined)
          .map(({ to, name, icon, figure, compared }) => (
            <Link
              key={to}
              to={to}
              className="nav"
              activeProps={{ "data-active": true }}
              ref={context.path.startsWith(to) ? intoView : null}
            >
              <Icon name={icon} />
              <span>{name}</span>
              <Figure
                value={compared === true ? comparison?.products : summary === undefined ? undefined : figure?.(summary)}
              />
            </Link>
          ))}
        {kept && (
          <Link
            to="/settings/$part"
            params={{ part: session.accounts ? "profile" : "sources" }}
            className="nav"
            data-active={context.path.startsWith("/settings/") || undefined}
          >
            <Icon name="settings" />
            <span>Settings</span>
          </Link>
        )}
      </nav>
      <button
        type="button"
        className="icon-button foot-button"
        aria-label="Account and colours"
        aria-expanded={foot}
        aria-controls="sidebar-foot"
        onClick={() => setFoot(!foot)}
      >
        <Icon name="account" />
      </button>
      <div className="sidebar-foot" id="sidebar-foot" data-open={foot || undefined}>
        {summary !== undefined && <Scanned summary={summary} />}
        <AccountMenu />
        <div className="sidebar-tools">
          <ColourSwitch />
          <button
            type="button"
            className="icon-button"
            aria-label="Keyboard guide"
            title="Keyboard guide"
            onClick={() => context.open("guide")}
          >
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </div>
    </header>
  );
}

function Figure({ value }: { readonly value: number | undefined }) {
  return value === undefined ? null : <span className="nav-figure">{formatCount(value)}</span>;
}

function Scanned({ summary: { repository, repositories, scannedAt } }: { readonly summary: Summary }) {
  if (scannedAt === undefined) return null;
  const name = repository?.name ?? `${formatCount(repositories)} repositories`;
  return (
    <p className="scanned" title={`Scanned ${formatMoment(scannedAt)}`}>
      <strong>{repositories === 0 ? "No repository" : name}</strong>
      <span>
        {repository?.revision === undefined ? "scanned" : `${repository.revision.slice(0, 8)} ·`} {formatAgo(scannedAt)}
      </span>
    </p>
  );
}
