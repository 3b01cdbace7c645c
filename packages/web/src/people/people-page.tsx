/** Who owns what, and who owns nothing yet. */
import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { countPeopleQuery, type ListedPerson, peopleQuery } from "../api/queries.ts";
import { formatCount } from "../format/format.ts";
import { nextSort, parseSort, stringifySort } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { useRows } from "../table/use-rows.ts";
import { DEFAULT_SORT, peopleColumns, sortOf } from "./columns.tsx";
import { filterOf, type PeopleSearch, showOf, SHOWS } from "./filter.ts";

const route = getRouteApi("/people");

export function PeoplePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sort = parseSort(search.sort, peopleColumns, DEFAULT_SORT);
  const list = useInfiniteQuery(peopleQuery({ ...filterOf(search), ...sortOf(sort) }));
  const { rows, total, onEnd } = useRows<ListedPerson, NonNullable<typeof list.data>["pages"][number]>(list);
  const { error, refetch } = list;
  const counts = useQueries({ queries: SHOWS.map(({ id }) => countPeopleQuery(id)) });
  const change = (next: PeopleSearch) => void navigate({ search: next, replace: true });
  useEffect(() => {
    document.title = "People · Freehold";
  }, []);
  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>People</h1>
        {rows !== undefined && <p className="page-count">{formatCount(total)}</p>}
      </div>
      <p className="page-note">
        Owners as files declare them or as the history shows them. Nobody is ranked: the figures tell where to ask.
      </p>
      <div className="toolbar">
        <SearchField label="Search people" value={search.q ?? ""} onChange={(q) => change({ ...search, q })} />
        <div className="segments" role="group" aria-label="Show">
          {SHOWS.map(({ id, name }, place) => (
            <button
              key={id}
              type="button"
              aria-pressed={showOf(search) === id}
              onClick={() => change({ ...search, show: id === "owners" ? "" : id })}
            >
              {name} <span>{counts[place]?.data === undefined ? "" : formatCount(counts[place].data)}</span>
            </button>
          ))}
        </div>
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {rows === undefined && error === null && <Loading label="Loading people" />}
      {rows !== undefined && rows.length > 0 && (
        <DataTable
          label="People"
          columns={peopleColumns}
          rows={rows}
          total={total}
          onEnd={onEnd}
          rowId={({ id }) => id}
          sort={sort}
          onSort={(column) => change({ ...search, sort: stringifySort(nextSort(sort, column), DEFAULT_SORT) ?? "" })}
        />
      )}
      {rows?.length === 0 && <Nothing search={search} onAll={() => change({ show: "all" })} />}
    </div>
  );
}

function Nothing({ search, onAll }: { readonly search: PeopleSearch; readonly onAll: () => void }) {
  const show = showOf(search);
  if (show === "without" && search.q === undefined) {
    return <EmptyState title="Everybody has a product">Each person of this history owns at least one.</EmptyState>;
  }
  if (show === "all" && search.q === undefined) {
    return (
      <EmptyState title="Nobody is known yet">
        People are read from the histories of repositories, unless a scan leaves them out (--no-history).
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={search.q === undefined ? "Nobody here" : "Nobody fits"}
      action={
        <button type="button" className="button" onClick={onAll}>
          Show everybody
        </button>
      }
    >
      {search.q === undefined
        ? "Nobody owns a product here, no file names a group, or the scan left the history out (--no-history)."
        : `Nobody is called “${search.q}” in this view.`}
    </EmptyState>
  );
}
