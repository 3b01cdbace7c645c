/** What waits for somebody: candidates that nobody decided about, and edits that wait for git. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { EmptyState, ErrorState, Loading } from "../ui/index.ts";
import { formatCount, formatQuantity } from "../format/format.ts";
import { CorrectBar } from "./correct-bar.tsx";
import { candidatesQuery, type ListedProduct, rightsQuery, suggestionsQuery } from "./queries.ts";
import { SuggestedLine } from "./suggested-commit.tsx";
import { VerdictButtons } from "./verdict-buttons.tsx";

export function InboxPage() {
  const { data, error, refetch } = useQuery(candidatesQuery);
  const { data: suggested } = useQuery(suggestionsQuery());
  useEffect(() => {
    document.title = "Inbox · Freehold";
  }, []);
  const waiting = suggested?.items ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>Inbox</h1>
        {data !== undefined && <p className="page-count">{formatCount(data.total + waiting.length)}</p>}
      </div>
      <p className="page-note">
        Products that were found and that nobody decided about, those that others rely on most first. A decision can be
        taken back.
      </p>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading label="Loading the inbox" />}
      {waiting.length > 0 && (
        <section>
          <h2>Edits that the charter contradicts</h2>
          {waiting.map((suggestion) => (
            <div key={suggestion.key}>
              {suggestion.product !== undefined && (
                <Link
                  to="/products/$slug"
                  params={{ slug: suggestion.product.slug }}
                  search={{ tab: "corrections" }}
                  className="text-link"
                >
                  {suggestion.product.name}
                </Link>
              )}
              <SuggestedLine suggestion={suggestion} />
            </div>
          ))}
        </section>
      )}
      {data !== undefined && data.items.length === 0 && waiting.length === 0 && (
        <EmptyState title="All done">
          Every product that was found is declared, accepted or dismissed. The next scan may find more.
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <ul className="rows" aria-label="Candidates">
          {data.items.map((row) => (
            <CandidateRow key={row.id} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

function CandidateRow({ row }: { readonly row: ListedProduct }) {
  const { data: rights } = useQuery(rightsQuery(row.id));
  const [opened, setOpened] = useState(false);
  const { slug, name, mission, owner, dependents, units } = row;
  return (
    <li>
      <span className="rows-main">
        <Link to="/products/$slug" params={{ slug }} className="text-link">
          {name}
        </Link>
      </span>
      <span className="muted">
        {mission ?? "No mission is stated"} · relied on by {formatCount(dependents)} · {formatQuantity(units, "unit")} ·{" "}
        {owner === undefined ? "nobody’s" : `probably ${owner.name}’s`}
      </span>
      {rights?.rights.includes("correct") === true && (
        <>
          <span className="rows-actions">
            <VerdictButtons row={row} />
          </span>
          <details className="rows-more" onToggle={(event) => setOpened(event.currentTarget.open)}>
            <summary>Decide otherwise about {name}</summary>
            {opened && <CorrectBar product={row.id} otherwise />}
          </details>
        </>
      )}
    </li>
  );
}
