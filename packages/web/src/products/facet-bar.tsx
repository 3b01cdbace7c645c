/** What can be narrowed down, and by how much each choice would. */
import type { Summary } from "@freehold/model";
import { useMemo } from "react";
import { ACTIONS } from "../assessment/words.ts";
import { KINDS, PROVENANCES } from "../format/words.ts";
import { CheckList, type CheckOption } from "../ui/index.ts";
import type { AssessedRow } from "./assessed-row.ts";
import { chosenIn, type Facet, facetCounts, FACETS, type ProductSearch, withFacet } from "./filter.ts";

interface FacetBarProps {
  readonly rows: readonly AssessedRow[];
  readonly search: ProductSearch;
  readonly summary: Summary | undefined;
  readonly onChange: (search: ProductSearch) => void;
}

const LABELS: Readonly<Record<Facet, string>> = {
  kind: "Kind",
  from: "Source",
  owner: "Owner",
  repo: "Repository",
  stage: "Stage",
  steady: "Steady state",
  action: "This quarter",
  has: "Has",
};

const OWNERS: Readonly<Record<string, string>> = {
  owned: "Owned",
  unowned: "Unowned",
  left: "Owner left",
  disagreement: "Declared and observed disagree",
};

const STEADY: Readonly<Record<string, string>> = { reached: "Reached", open: "Not reached" };

const HAS: Readonly<Record<string, string>> = {
  violations: "Boundary violations",
  problems: "Problems",
  dependents: "Dependents",
};

export function FacetBar({ rows, search, summary, onChange }: FacetBarProps) {
  const repositories = useMemo(() => new Map(summary?.repositories.map(({ id, name }) => [id, name])), [summary]);
  return FACETS.filter((facet) => facet !== "repo" || repositories.size > 1).map((facet) => (
    <CheckList
      key={facet}
      label={LABELS[facet]}
      options={() => optionsOf(rows, search, facet, repositories)}
      labelOf={(value) => labelOf(facet, value, repositories)}
      chosen={chosenIn(search, facet)}
      onChange={(chosen) => onChange(withFacet(search, facet, chosen))}
    />
  ));
}

function optionsOf(
  rows: readonly AssessedRow[],
  search: ProductSearch,
  facet: Facet,
  repositories: ReadonlyMap<string, string>,
): readonly CheckOption[] {
  const options = [...facetCounts(rows, search, facet)].map(([value, count]) => ({
    value,
    count,
    label: labelOf(facet, value, repositories),
  }));
  return options.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

function labelOf(facet: Facet, value: string, repositories: ReadonlyMap<string, string>): string {
  const words: Readonly<Record<Facet, (value: string) => string | undefined>> = {
    kind: (kind) => Object.entries(KINDS).find(([key]) => key === kind)?.[1].label,
    from: (from) => Object.entries(PROVENANCES).find(([key]) => key === from)?.[1].label,
    owner: (owner) => OWNERS[owner],
    repo: (repository) => repositories.get(repository),
    stage: (stage) => (stage === "none" ? "No stage known" : stage),
    steady: (steady) => STEADY[steady],
    action: (action) => Object.entries(ACTIONS).find(([key]) => key === action)?.[1].label,
    has: (what) => HAS[what],
  };
  return words[facet](value) ?? value;
}
