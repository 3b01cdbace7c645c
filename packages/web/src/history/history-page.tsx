/** Who changed what, from what to what, and when: the feed of changes and the audit log are the same. */
import type { components } from "@freehold/client";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { answered, api } from "../api/client.ts";
import { formatAgo, formatMoment } from "../format/format.ts";
import { EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { actionWords, isNothing, shownValue } from "./words.ts";

type Change = components["schemas"]["Change"];

export interface HistorySearch {
  readonly product?: string;
  readonly actor?: string;
}

const route = getRouteApi("/history");

export function historyQuery({ product, actor }: HistorySearch) {
  const only = { ...(product === undefined ? {} : { product }), ...(actor === undefined ? {} : { actor }) };
  return infiniteQueryOptions({
    queryKey: ["changes", product ?? "", actor ?? ""],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...only, limit: 50, ...(pageParam === "" ? {} : { cursor: pageParam }) };
      return answered(await api.GET("/api/v1/changes", { params: { query }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    staleTime: 5000,
  });
}

export function HistoryPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    historyQuery(search),
  );
  useEffect(() => {
    document.title = "History · Freehold";
  }, []);
  const change = (next: HistorySearch) => void navigate({ search: next, replace: true });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>History</h1>
      </div>
      <p className="page-note">Everything that changed, newest first, with who did it. Nothing is ever taken out.</p>
      <div className="toolbar">
        <SearchField
          label="Product"
          value={search.product ?? ""}
          onChange={(product) => change({ ...search, product })}
        />
        <SearchField label="Who" value={search.actor ?? ""} onChange={(actor) => change({ ...search, actor })} second />
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading label="Loading the history" />}
      {data !== undefined && items.length === 0 && <Nothing search={search} onAll={() => change({})} />}
      {items.length > 0 && (
        <ol className="rows" aria-label="Changes">
          {items.map((item) => (
            <ChangeRow key={`${item.revision}.${item.ordinal}`} change={item} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier changes
        </button>
      )}
    </div>
  );
}

function ChangeRow({ change }: { readonly change: Change }) {
  const { product, subject, actor, actorKind, at, reason, fields } = change;
  return (
    <li>
      <span className="rows-main">
        {actionWords(change)}{" "}
        {product === undefined ? (
          <code>{subject}</code>
        ) : (
          <Link to="/products/$slug" params={{ slug: product.slug }} className="text-link">
            {product.name}
          </Link>
        )}
      </span>
      <span className="muted" title={formatMoment(at)}>
        {actorKind === "system" ? "Freehold" : actor} · {formatAgo(at)}
        {reason === undefined ? "" : ` · ${reason}`}
      </span>
      {fields.some(isTold) && (
        <dl className="changed-fields rows-more">
          {fields.filter(isTold).map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {!isNothing(before) && (
                  <>
                    <del>{shownValue(before)}</del> <span aria-hidden="true">→</span>{" "}
                  </>
                )}
                <ins>{shownValue(after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** Of what was made, only what it says; not what it is silent about. */
function isTold({ before, after }: Change["fields"][number]): boolean {
  return !isNothing(before) || !isNothing(after);
}

function Nothing({ search, onAll }: { readonly search: HistorySearch; readonly onAll: () => void }) {
  if (search.product === undefined && search.actor === undefined) {
    return (
      <EmptyState title="Nothing happened yet">Bring a portfolio in with freehold push, or add a source.</EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing fits"
      action={
        <button type="button" className="button" onClick={onAll}>
          Show all changes
        </button>
      }
    >
      A product is found by its slug, id or alias; a person by the e-mail address that they sign in with.
    </EmptyState>
  );
}
