import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { capabilitiesQuery } from "../api/queries.ts";
import { FacetChips } from "../app/facet-chips.tsx";
import { isFiltered } from "../app/facets.ts";
import { formatCount } from "../format/format.ts";
import { SearchField } from "../ui/index.ts";
import type { Entry } from "./entry.ts";
import { interfaceFacets, type InterfaceFacet, type InterfaceSearch } from "./filter.ts";
import { pluralOf, STABILITIES, USE_STATES } from "./words.ts";

interface ToolbarProps {
  /** Slug. */
  readonly product: string;
  readonly entries: readonly Entry[];
  readonly shown: number;
  readonly search: InterfaceSearch;
  readonly onChange: (search: InterfaceSearch) => void;
}

const LABELS: readonly (readonly [InterfaceFacet, string])[] = [
  ["kind", "Kind"],
  ["stability", "Stability"],
  ["use", "Use"],
];

export function Toolbar({ product, entries, shown, search, onChange }: ToolbarProps) {
  const names = new Map(entries.map(({ unit }) => [unit.id, unit.name]));
  const filtered = isFiltered(interfaceFacets, search);
  return (
    <div className="toolbar toolbar-sticky">
      <SearchField label="Search elements" value={search.q ?? ""} onChange={(q) => onChange({ ...search, q })} />
      <FacetChips
        facets={interfaceFacets}
        items={entries}
        search={search}
        onChange={onChange}
        labels={names.size > 1 ? [...LABELS, ["unit", "Unit"]] : LABELS}
        labelOf={(facet, value) => labelOf(facet, value, names)}
      />
      {filtered && (
        <button type="button" className="chip chip-clear" onClick={() => onChange({ tab: "interface" })}>
          Clear
        </button>
      )}
      <SinceComparison product={product} />
      <p className="page-count" role="status">
        {filtered && `${formatCount(shown)} of ${formatCount(entries.length)}`}
      </p>
    </div>
  );
}

function SinceComparison({ product }: { readonly product: string }) {
  const { data: capabilities } = useQuery(capabilitiesQuery);
  if (capabilities?.comparison === undefined) return null;
  return (
    <Link to="/diff" search={{ product }} className="text-link">
      Changes since {capabilities.comparison.base}
    </Link>
  );
}

function labelOf(facet: InterfaceFacet, value: string, units: ReadonlyMap<string, string>): string {
  if (facet === "kind") return pluralOf(value);
  if (facet === "unit") return units.get(value) ?? value;
  const words: Readonly<Record<string, { readonly label: string }>> = facet === "use" ? USE_STATES : STABILITIES;
  return words[value]?.label ?? value;
}
