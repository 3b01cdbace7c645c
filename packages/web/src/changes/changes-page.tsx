/** What changed in the interfaces between two snapshots or revisions, whom it hits, and which version it needs. */
import type { Comparison } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useMemo } from "react";
import { capabilitiesQuery, comparisonQuery } from "../api/queries.ts";
import { filterItems, isFiltered } from "../app/facets.ts";
import { formatCount } from "../format/format.ts";
import { ErrorState, Loading } from "../ui/index.ts";
import { changedElements } from "./change.ts";
import { ChangeList } from "./change-list.tsx";
import { changeFacets, type ChangesSearch } from "./filter.ts";
import { NoComparison, NothingChanged, NothingFits } from "./nothing-changed.tsx";
import { rowsOf, silentRows } from "./rows.ts";
import { Sides } from "./sides.tsx";
import { Toolbar } from "./toolbar.tsx";

export function ChangesPage() {
  const { data: capabilities, error } = useQuery(capabilitiesQuery);
  useEffect(() => {
    document.title = "Changes · Freehold";
  }, []);
  if (error !== null) return <ErrorState error={error} />;
  if (capabilities === undefined) return <Loading label="Loading the changes" />;
  return capabilities.comparison === undefined ? <NoComparison /> : <Compared />;
}

function Compared() {
  const { data, error, refetch } = useQuery(comparisonQuery);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading label="Loading the changes" />;
  return <Changes comparison={data} slugs={data.known} />;
}

const route = getRouteApi("/diff");

interface ChangesProps {
  readonly comparison: Comparison;
  /** Slugs that lead to a product. */
  readonly slugs: readonly string[];
}

function Changes({ comparison, slugs }: ChangesProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const deferred = useDeferredValue<ChangesSearch>(search);
  const known = useMemo(() => new Set(slugs), [slugs]);
  const changes = useMemo(() => changedElements(comparison), [comparison]);
  const shown = useMemo(() => filterItems(changeFacets, changes, deferred), [changes, deferred]);
  const filtered = isFiltered(changeFacets, search);
  const rows = useMemo(
    () => [...rowsOf(shown), ...(filtered ? [] : silentRows(comparison.products))],
    [shown, filtered, comparison],
  );
  const change = (next: ChangesSearch) => void navigate({ search: next, replace: true });
  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>Changes</h1>
        <p className="page-count" role="status">
          {filtered ? `${formatCount(shown.length)} of ${formatCount(changes.length)}` : formatCount(changes.length)}
        </p>
      </div>
      <Sides comparison={comparison} />
      {changes.length > 0 && <Toolbar changes={changes} search={search} filtered={filtered} onChange={change} />}
      {rows.length > 0 && <ChangeList rows={rows} known={known} />}
      {rows.length === 0 && filtered && <NothingFits onClear={() => change({})} />}
      {rows.length === 0 && !filtered && <NothingChanged comparison={comparison} />}
    </div>
  );
}
