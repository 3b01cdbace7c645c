/** Everything about oneself and the organisation that is no product. */
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { NotAllowed } from "../account/not-allowed.tsx";
import { useSession } from "../account/session.ts";
import { EmptyState } from "../ui/index.ts";
import { parts } from "./parts.ts";

const route = getRouteApi("/settings/$part");

export function SettingsPage() {
  const { part: id } = route.useParams();
  const session = useSession();
  const offered = parts.filter(({ accounts }) => accounts !== true || session.accounts);
  const part = offered.find((candidate) => candidate.id === id);
  useEffect(() => {
    document.title = `${part?.name ?? "Settings"} · Freehold`;
  }, [part]);
  const may = part?.right === undefined || session.actor?.rights.includes(part.right) === true;
  return (
    <div className="page settings">
      <div className="page-head">
        <h1>Settings</h1>
      </div>
      <nav className="tabs" aria-label="Parts of the settings">
        {offered.map(({ id: other, name }) => (
          <Link
            key={other}
            to="/settings/$part"
            params={{ part: other }}
            className="tab"
            data-active={other === id || undefined}
            aria-current={other === id ? "page" : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
      {part === undefined && (
        <EmptyState title="No such settings">
          {session.accounts
            ? "The address may come from a newer Freehold."
            : "Nobody signs in on this server, so there are no accounts, tokens and members. The setting “accounts” turns them on."}
        </EmptyState>
      )}
      {part !== undefined && may && <part.Content />}
      {part?.right !== undefined && !may && <NotAllowed right={part.right} />}
    </div>
  );
}
