/** All products: figures, filter, table. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useMemo } from "react";
import { assessmentsQuery, productsQuery, summaryQuery } from "../api/queries.ts";
import { formatCount } from "../format/format.ts";
import { nextSort, parseSort, stringifySort } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { assessedRows } from "./assessed-row.ts";
import { DEFAULT_SORT, productColumns } from "./columns.tsx";
import { FacetBar } from "./facet-bar.tsx";
import { filterProducts, isByAssessment, isFiltered, listedProducts, type ProductSearch } from "./filter.ts";
import { SummaryStrip } from "./summary-strip.tsx";

const route = getRouteApi("/products");

export function ProductsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { hidden = "" } = search;
  const { data: summary } = useQuery(summaryQuery);
  const { data: products, error, refetch } = useQuery(productsQuery);
  const { data: assessments, error: failed } = useQuery({ ...assessmentsQuery, enabled: products !== undefined });
  const rows = useMemo(
    () => (products === undefined ? undefined : listedProducts(assessedRows(products, assessments), { hidden })),
    [products, assessments, hidden],
  );
  const deferred = useDeferredValue(search);
  const shown = useMemo(() => filterProducts(rows ?? [], deferred), [rows, deferred]);
  // A list by what is not there yet is not empty: it is not known.
  const waits = assessments === undefined && failed === null && isByAssessment(search);
  const sort = parseSort(search.sort, productColumns, DEFAULT_SORT);
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
            {shown.length === rows.length
              ? formatCount(rows.length)
              : `${formatCount(shown.length)} of ${formatCount(rows.length)}`}
          </p>
        )}
      </div>
      {summary !== undefined && <SummaryStrip summary={summary} />}
      <div className="toolbar">
        <SearchField label="Search products" value={search.q ?? ""} onChange={(q) => change({ ...search, q })} />
        <FacetBar rows={rows ?? []} search={search} summary={summary} onChange={change} />
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
        {isFiltered(search) && (
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
      {rows !== undefined && shown.length > 0 && (
        <DataTable
          label="Products"
          columns={productColumns}
          rows={shown}
          rowId={({ id }) => id}
          sort={sort}
          onSort={(column) => {
            const next = stringifySort(nextSort(sort, column), DEFAULT_SORT);
            change({ ...search, sort: next ?? "" });
          }}
        />
      )}
      {rows?.length === 0 && (
        <EmptyState title="No products were found">
          The scan saw no package, image, action or other unit. Name a folder that holds repositories:{" "}
          <code>freehold open ~/work</code>
        </EmptyState>
      )}
      {rows !== undefined && rows.length > 0 && shown.length === 0 && !waits && (
        <EmptyState
          title="No product fits"
          action={
            <button type="button" className="button" onClick={() => change({})}>
              Show all {formatCount(rows.length)}
            </button>
          }
        >
          The search and the filters together leave nothing over.
        </EmptyState>
      )}
    </div>
  );
}

function ownerName(
  rows: readonly { readonly owner?: { readonly id: string; readonly name: string } | undefined }[],
  id: string,
): string {
  return rows.find(({ owner }) => owner?.id === id)?.owner?.name ?? id;
}
