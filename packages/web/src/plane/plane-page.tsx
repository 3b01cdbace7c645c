/** All products by value and simplicity: which to simplify, which to find users for, which to leave in peace. */
import type { AssessmentList } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useMemo } from "react";
import { assessmentsQuery } from "../api/queries.ts";
import { FacetChips } from "../app/facet-chips.tsx";
import { filterItems, isFiltered } from "../app/facets.ts";
import { ACTIONS } from "../assessment/words.ts";
import { formatCount, formatQuantity } from "../format/format.ts";
import { KINDS } from "../format/words.ts";
import { nextSort, parseSort, stringifySort } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { DEFAULT_SORT, planeColumns } from "./columns.tsx";
import { planeFacets, type PlaneFacet, type PlaneSearch } from "./filter.ts";
import { Picture } from "./picture.tsx";

export function PlanePage() {
  const { data, error, refetch } = useQuery(assessmentsQuery);
  useEffect(() => {
    document.title = "Plane · Freehold";
  }, []);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading label="Assessing the products" />;
  return <Plane list={data} />;
}

const route = getRouteApi("/plane");

const LABELS: readonly (readonly [PlaneFacet, string])[] = [
  ["action", "This quarter"],
  ["stage", "Stage"],
  ["steady", "Steady state"],
  ["kind", "Kind"],
];

function Plane({ list }: { readonly list: AssessmentList }) {
  const { products: rows, good } = list;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const deferred = useDeferredValue<PlaneSearch>(search);
  const shown = useMemo(() => filterItems(planeFacets, rows, deferred), [rows, deferred]);
  const sort = parseSort(search.sort, planeColumns, DEFAULT_SORT);
  const change = (next: PlaneSearch) => void navigate({ search: next, replace: true });
  const filtered = isFiltered(planeFacets, search);
  const unplaced = shown.filter(({ value, simplicity }) => value === undefined || simplicity === undefined).length;
  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>Value and simplicity</h1>
        <p className="page-count" role="status">
          {filtered ? `${formatCount(shown.length)} of ${formatCount(rows.length)}` : formatCount(rows.length)}
        </p>
      </div>
      <p className="page-note">
        Each product has one thing to do this quarter: become simpler, or be of use to more. Filled points are in a
        steady state.
        {unplaced > 0 &&
          ` ${formatQuantity(unplaced, "product")} can't be placed: nothing shows how valuable or simple.`}
      </p>
      <div className="toolbar">
        <SearchField label="Search products" value={search.q ?? ""} onChange={(q) => change({ ...search, q })} />
        <FacetChips
          facets={planeFacets}
          items={rows}
          search={search}
          onChange={change}
          labels={LABELS}
          labelOf={labelOf}
        />
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
      {shown.length === 0 && <Nothing all={rows.length} onClear={() => change({})} />}
      {shown.length > 0 && (
        <div className="plane">
          <Picture
            rows={rows}
            shown={shown}
            good={good}
            onOpen={({ slug }) =>
              void navigate({ to: "/products/$slug", params: { slug }, search: { tab: "characteristics" } })
            }
          />
          <DataTable
            label="Products by value and simplicity"
            columns={planeColumns}
            rows={shown}
            rowId={({ product }) => product}
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

function labelOf(facet: PlaneFacet, value: string): string {
  const words: Readonly<Record<PlaneFacet, Readonly<Record<string, { readonly label: string }>>>> = {
    action: ACTIONS,
    stage: { none: { label: "No stage known" } },
    steady: { reached: { label: "Reached" }, open: { label: "Not reached" } },
    kind: KINDS,
  };
  return words[facet][value]?.label ?? value;
}
