/** All products by value and simplicity: which to simplify, which to find users for, which to leave in peace. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { type ListedProduct, planeQuery, productsQuery, summaryQuery } from "../api/queries.ts";
import { formatCount, formatQuantity } from "../format/format.ts";
import { FacetBar } from "../products/facet-bar.tsx";
import { type Facet, filterOf, isFiltered } from "../products/filter.ts";
import { nextSort, parseSort, stringifySort } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { useRows } from "../table/use-rows.ts";
import { EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { DEFAULT_SORT, planeColumns, sortOf } from "./columns.tsx";
import type { PlaneSearch } from "./filter.ts";
import { Picture } from "./picture.tsx";

const route = getRouteApi("/plane");

const FACETS: readonly Facet[] = ["action", "stage", "steady", "kind"];

export function PlanePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sort = parseSort(search.sort, planeColumns, DEFAULT_SORT);
  const filter = filterOf(search);
  const { data: summary } = useQuery(summaryQuery);
  const { data: whole, error, refetch } = useQuery(planeQuery(filterOf({})));
  const { data: part } = useQuery(planeQuery(filter));
  const list = useInfiniteQuery(productsQuery(filter, sortOf(sort)));
  const { rows, total, onEnd } = useRows<ListedProduct, NonNullable<typeof list.data>["pages"][number]>(list);
  const change = (next: PlaneSearch) => void navigate({ search: next, replace: true });
  const filtered = isFiltered(search);
  useEffect(() => {
    document.title = "Plane · Freehold";
  }, []);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (
    whole === undefined ||
    part === undefined ||
    rows === undefined ||
    (whole.assessed === 0 && summary?.waiting !== 0)
  )
    return <Loading label="Assessing the products" />;
  const unplaced = part.assessed - part.placed;
  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>Value and simplicity</h1>
        <p className="page-count" role="status">
          {filtered ? `${formatCount(total)} of ${formatCount(summary?.products ?? total)}` : formatCount(total)}
        </p>
      </div>
      <p className="page-note">
        Each product has one thing to do this quarter: become simpler, or be of use to more. Filled points are in a
        steady state.
        {unplaced > 0 &&
          ` ${formatQuantity(unplaced, "product")} can't be placed: nothing shows how valuable or simple.`}
        {part.placed > part.points.length &&
          ` The picture shows the ${formatCount(part.points.length)} of widest reach; the table has all.`}
      </p>
      <div className="toolbar">
        <SearchField label="Search products" value={search.q ?? ""} onChange={(q) => change({ ...search, q })} />
        <FacetBar search={search} summary={summary} facets={FACETS} onChange={change} />
        {filtered && (
          <button
            type="button"
            className="chip chip-clear"
            onClick={() => change(search.sort === undefined ? {} : { sort: search.sort })}
          >
            Clear
          </button>
        )}
      </div>
      {rows.length === 0 && <Nothing all={summary?.products ?? 0} onClear={() => change({})} />}
      {rows.length > 0 && (
        <div className="plane">
          <Picture
            all={whole.points}
            shown={part.points}
            good={whole.good}
            onOpen={({ slug }) =>
              void navigate({ to: "/products/$slug", params: { slug }, search: { tab: "characteristics" } })
            }
          />
          <DataTable
            label="Products by value and simplicity"
            columns={planeColumns}
            rows={rows}
            total={total}
            onEnd={onEnd}
            rowId={({ id }) => id}
            sort={sort}
            onSort={(column) => change({ ...search, sort: stringifySort(nextSort(sort, column), DEFAULT_SORT) ?? "" })}
          />
        </div>
      )}
    </div>
  );
}

function Nothing({ all, onClear }: { readonly all: number; readonly onClear: () => void }) {
  if (all === 0) {
    return <EmptyState title="No product to assess">The scan found no product that is shown.</EmptyState>;
  }
  return (
    <EmptyState
      title="No product fits"
      action={
        <button type="button" className="button" onClick={onClear}>
          Show all {formatCount(all)}
        </button>
      }
    >
      The search and the filters together leave nothing over.
    </EmptyState>
  );
}
