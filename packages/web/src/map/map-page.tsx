/** The dependency picture, and beside it the same as a list. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { graphQuery } from "../api/queries.ts";
import { EmptyState, ErrorState, Loading } from "../ui/index.ts";
import { FocusField } from "./focus-field.tsx";
import { MapList } from "./map-list.tsx";
import { depthOf, type MapSearch } from "./map-search.ts";
import { PictureView } from "./picture-view.tsx";
import { caption, pictureOf } from "./visible.ts";

const route = getRouteApi("/map");

/** Beyond this a picture of boxes is neither readable nor quick. */
const MOST = 300;

export function MapPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { focus } = search;
  const { data, error, refetch } = useQuery(graphQuery(focus, depthOf(search), MOST));
  const picture = useMemo(() => (data === undefined ? undefined : pictureOf(data, search)), [data, search]);
  const change = (next: MapSearch) => void navigate({ search: next });
  useEffect(() => {
    document.title = "Map · Freehold";
  }, []);
  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>Map</h1>
        {data !== undefined && picture !== undefined && (
          <p className="page-count" role="status">
            {caption(data, picture.nodes.length)}
          </p>
        )}
      </div>
      <div className="toolbar">
        <FocusField
          focus={focus}
          name={data?.nodes.find(({ slug }) => slug === focus)?.name}
          onFocus={(slug) => change(slug === undefined ? {} : { ...search, focus: slug })}
        />
        {focus !== undefined && <Depth search={search} onChange={change} />}
        <label className="switch">
          <input
            type="checkbox"
            checked={search.scope === "all"}
            onChange={(event) => change({ ...search, scope: event.currentTarget.checked ? "all" : "" })}
          />
          Development too
        </label>
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading label="Loading the map" />}
      {picture !== undefined && (
        <div className="map">
          {picture.nodes.length === 0 ? (
            <EmptyState title="Nothing relies on anything here">
              The products of this scan stand alone. Scan several repositories together to see what connects them.
            </EmptyState>
          ) : (
            <PictureView picture={picture} focus={focus} onFocus={(slug) => change({ ...search, focus: slug })} />
          )}
          <MapList picture={picture} focus={focus} search={search} />
        </div>
      )}
    </div>
  );
}

function Depth({ search, onChange }: { readonly search: MapSearch; readonly onChange: (search: MapSearch) => void }) {
  return (
    <div className="segments" role="group" aria-label="Steps from the product">
      {[1, 2, 3].map((depth) => (
        <button
          key={depth}
          type="button"
          aria-pressed={depthOf(search) === depth}
          onClick={() => onChange({ ...search, depth: depth === 1 ? "" : String(depth) })}
        >
          {depth === 1 ? "1 step" : `${depth} steps`}
        </button>
      ))}
    </div>
  );
}
