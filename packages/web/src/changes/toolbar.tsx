import { FacetChips } from "../app/facet-chips.tsx";
import { SearchField } from "../ui/index.ts";
import type { ChangedElement } from "./change.ts";
import { changeFacets, type ChangeFacet, type ChangesSearch } from "./filter.ts";
import { CLASSES, EFFECTS, HITS } from "./words.ts";

interface ToolbarProps {
  readonly changes: readonly ChangedElement[];
  readonly search: ChangesSearch;
  readonly filtered: boolean;
  readonly onChange: (search: ChangesSearch) => void;
}

const LABELS: readonly (readonly [ChangeFacet, string])[] = [
  ["class", "Class"],
  ["effect", "Effect"],
  ["hits", "Hits"],
  ["product", "Product"],
  ["rule", "Rule"],
];

export function Toolbar({ changes, search, filtered, onChange }: ToolbarProps) {
  const names = new Map(changes.map(({ product: { product } }) => [product.slug, product.name]));
  return (
    <div className="toolbar">
      <SearchField label="Search changes" value={search.q ?? ""} onChange={(q) => onChange({ ...search, q })} />
      <FacetChips
        facets={changeFacets}
        items={changes}
        search={search}
        onChange={onChange}
        labels={LABELS}
        labelOf={(facet, value) => labelOf(facet, value, names)}
      />
      {filtered && (
        <button type="button" className="chip chip-clear" onClick={() => onChange({})}>
          Clear
        </button>
      )}
    </div>
  );
}

function labelOf(facet: ChangeFacet, value: string, products: ReadonlyMap<string, string>): string {
  const words: Readonly<Record<ChangeFacet, (value: string) => string | undefined>> = {
    class: (found) => Object.entries(CLASSES).find(([key]) => key === found)?.[1].label,
    effect: (found) => Object.entries(EFFECTS).find(([key]) => key === found)?.[1],
    hits: (found) => HITS[found],
    product: (slug) => products.get(slug),
    rule: (rule) => rule,
  };
  return words[facet](value) ?? value;
}
