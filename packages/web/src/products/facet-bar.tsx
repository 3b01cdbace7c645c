/** What can be narrowed down, and by how much each choice would: counted by the server when a list is opened. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { facetsQuery, type Facets, repositoryFacetQuery, type Summary } from "../api/queries.ts";
import { ACTIONS } from "../assessment/words.ts";
import { KINDS, PROVENANCES } from "../format/words.ts";
import { CheckList, type CheckOption } from "../ui/index.ts";
import { chosenIn, type Facet, FACETS, filterOf, type ProductSearch, withFacet } from "./filter.ts";

interface FacetBarProps<S extends ProductSearch> {
  readonly search: S;
  readonly summary: Summary | undefined;
  readonly onChange: (search: S) => void;
  /** Default: all of them. */
  readonly facets?: readonly Facet[];
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

/** By the name that the API has for it. */
const COUNTED: Readonly<Record<Exclude<Facet, "repo">, keyof Facets>> = {
  kind: "kind",
  from: "provenance",
  owner: "ownership",
  stage: "standing",
  steady: "steady",
  action: "action",
  has: "has",
};

const WORDS: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>> = {
  owner: { owned: "Owned", unowned: "Unowned", left: "Owner left", disagreement: "Declared and observed disagree" },
  stage: { none: "No stage known" },
  steady: { reached: "Reached", open: "Not reached" },
  has: { violations: "Boundary violations", problems: "Problems", dependents: "Dependents" },
  kind: labels(KINDS),
  from: labels(PROVENANCES),
  action: labels(ACTIONS),
};

export function FacetBar<S extends ProductSearch>({ search, summary, onChange, facets = FACETS }: FacetBarProps<S>) {
  const several = (summary?.repositories ?? 0) > 1;
  return facets
    .filter((facet) => facet !== "repo" || several)
    .map((facet) => {
      const change = (chosen: readonly string[]) => onChange(withFacet(search, facet, chosen));
      return facet === "repo" ? (
        <RepositoryList key={facet} search={search} onChange={change} />
      ) : (
        <CountedList key={facet} facet={facet} search={search} onChange={change} />
      );
    });
}

interface FacetListProps {
  readonly search: ProductSearch;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** How many each value would leave, the other parts of the filter holding. */
function CountedList({ facet, search, onChange }: FacetListProps & { readonly facet: Exclude<Facet, "repo"> }) {
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...facetsQuery(filterOf(withFacet(search, facet, []))), enabled: opened });
  const options = (): readonly CheckOption[] | undefined =>
    data?.[COUNTED[facet]].map(({ value, count }) => {
      const known = valueOf(facet, value);
      return { value: known, count, label: labelOf(facet, known) };
    });
  return (
    <CheckList
      label={LABELS[facet]}
      options={options}
      onOpen={() => setOpened(true)}
      labelOf={(value) => labelOf(facet, value)}
      chosen={chosenIn(search, facet)}
      onChange={onChange}
    />
  );
}

function RepositoryList({ search, onChange }: FacetListProps) {
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...repositoryFacetQuery(filterOf(withFacet(search, "repo", []))), enabled: opened });
  return (
    <CheckList
      label={LABELS.repo}
      options={() => data}
      onOpen={() => setOpened(true)}
      labelOf={(value) => labelOf("repo", value)}
      chosen={chosenIn(search, "repo")}
      onChange={onChange}
    />
  );
}

/** As addresses say it. */
function valueOf(facet: Facet, value: string): string {
  if (facet === "stage") return value === "" ? "none" : value;
  if (facet === "steady") return value === "1" ? "reached" : "open";
  return value;
}

function labelOf(facet: Facet, value: string): string {
  return WORDS[facet]?.[value] ?? (facet === "repo" ? (value.split("/").at(-1) ?? value) : value);
}

function labels(words: Readonly<Record<string, { readonly label: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([value, { label }]) => [value, label]));
}
