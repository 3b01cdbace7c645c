/** All products: figures, filter, table. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { type ListedProduct, productsQuery, summaryQuery } from "../api/queries.ts";
import { formatCount } from "../format/format.ts";
import { nextSort, parseSort, stringifySort } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { useRows } from "../table/use-rows.ts";
import { EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { DEFAULT_SORT, productColumns, sortOf } from "./columns.tsx";
import { FacetBar } from "./facet-bar.tsx";
import { filterOf, isByAssessment, isFiltered, type ProductSearch } from "./filter.ts";
import { NoProducts } from "./no-products.tsx";
import { SummaryStrip } from "./summary-strip.tsx";

const route = getRouteApi("/products");

export function ProductsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { hidden = "" } = search;
  const { data: summary } = useQuery(summaryQuery);
  const sort = parseSort(search.sort, productColumns, DEFAULT_SORT);
  const list = useInfiniteQuery(productsQuery(filterOf(search), sortOf(sort)));
  const { rows, total, onEnd } = useRows<ListedProduct, NonNullable<typeof list.data>["pages"][number]>(list);
  const { error, refetch } = list;
  const all = summary === undefined ? undefined : summary.products + (hidden === "shown" ? summary.hidden : 0);
  const filtered = isFiltered(search);
  // A list by what is not assessed yet is not empty: it is not known.
  const waits = summary !== undefined && summary.waiting > 0 && isByAssessment(search) && total === 0;
  const change = (next: ProductSearch) => void navigate({ search: next, replace: true });
  useEffect(() => {
    document.title = "Products · Freehold";
  }, []);

  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>Products</h1>
        {rows !== undefined && (
          <p className="page-count" role="status">
            {filtered && all !== undefined ? `${formatCount(total)} of ${formatCount(all)}` : formatCount(total)}
          </p>
        )}
      </div>
      {summary !== undefined && <SummaryStrip summary={summary} />}
      <div className="toolbar">
        <SearchField label="Search products" value={search.q ?? ""} onChange={(q) => change({ ...search, q })} />
        <FacetBar search={search} summary={summary} onChange={change} />
        {summary !== undefined && summary.hidden > 0 && (
          <button
            type="button"
            className="chip"
            aria-pressed={hidden === "shown"}
            data-active={hidden === "shown" || undefined}
            title="Cohesive folders inside of products that could be products of their own"
            onClick={() => change({ ...search, hidden: hidden === "shown" ? "" : "shown" })}
          >
            Hidden candidates <span className="chip-value">{formatCount(summary.hidden)}</span>
          </button>
        )}
        {search.by !== undefined && (
          <button type="button" className="chip" data-active onClick={() => change({ ...search, by: "" })}>
            Owned by <span className="chip-value">{ownerName(rows ?? [], search.by)}</span> ×
          </button>
        )}
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
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {(rows === undefined || waits) && error === null && <Loading label="Loading products" />}
      {rows !== undefined && rows.length > 0 && (
        <DataTable
          label="Products"
          columns={productColumns}
          rows={rows}
          total={total}
          onEnd={onEnd}
          rowId={({ id }) => id}
          sort={sort}
          onSort={(column) => {
            const next = stringifySort(nextSort(sort, column), DEFAULT_SORT);
            change({ ...search, sort: next ?? "" });
          }}
        />
      )}
      {rows?.length === 0 && !filtered && <NoProducts />}
      {rows?.length === 0 && filtered && !waits && (
        <EmptyState
          title="No product fits"
          action={
            <button type="button" className="button" onClick={() => change({})}>
              Show all {all === undefined ? "" : formatCount(all)}
            </button>
          }
        >
          The search and the filters together leave nothing over.
        </EmptyState>
      )}
    </div>
  );
}

function ownerName(rows: readonly ListedProduct[], id: string): string {
  return rows.find(({ owner }) => owner?.id === id)?.owner?.name ?? id;
}
