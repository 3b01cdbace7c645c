/** Which products a list shows. The filter is in the address, so that every list is a link. */
import { parseList, stringifyList } from "../app/search.ts";
import type { AssessedRow } from "./assessed-row.ts";

export interface ProductSearch {
  readonly q?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly owner?: string;
  readonly repo?: string;
  readonly by?: string;
  readonly has?: string;
  readonly stage?: string;
  readonly steady?: string;
  readonly action?: string;
  /** `shown`: candidates inside of products are listed too. */
  readonly hidden?: string;
  readonly sort?: string;
}

export type Facet = "kind" | "from" | "owner" | "repo" | "has" | "stage" | "steady" | "action";

export const FACETS: readonly Facet[] = ["kind", "from", "owner", "repo", "stage", "steady", "action", "has"];

/** What a row counts as in each facet; it may be several things at once. */
const VALUES: Readonly<Record<Facet, (row: AssessedRow) => readonly string[]>> = {
  kind: (row) => [row.kind],
  from: (row) => [row.provenance],
  owner: ownerStates,
  repo: (row) => row.repositories,
  stage: ({ assessment }) => (assessment === undefined ? [] : [assessment.stage ?? "none"]),
  steady: ({ assessment }) => (assessment === undefined ? [] : [assessment.steady ? "reached" : "open"]),
  action: ({ assessment }) => (assessment === undefined ? [] : [assessment.action]),
  has: (row) => [
    ...(row.violations > 0 ? ["violations"] : []),
    ...(row.problems > 0 ? ["problems"] : []),
    ...(row.dependents === 0 ? [] : ["dependents"]),
  ],
};

function ownerStates(row: AssessedRow): readonly string[] {
  const states = [row.owner === undefined ? "unowned" : "owned"];
  if (row.ownerFindings.includes("owner-left")) states.push("left");
  if (row.ownerFindings.includes("declared-disagrees")) states.push("disagreement");
  return states;
}

/** What is listed before any filter: hidden candidates only when they are asked for. */
export function listedProducts(rows: readonly AssessedRow[], { hidden }: ProductSearch): readonly AssessedRow[] {
  return hidden === "shown" ? rows : rows.filter((row) => row.hidden !== true);
}

export function filterProducts(rows: readonly AssessedRow[], search: ProductSearch): readonly AssessedRow[] {
  const tests = testsOf(search);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

/** How many rows each value of a facet would show, the other parts of the filter holding. */
export function facetCounts(
  rows: readonly AssessedRow[],
  search: ProductSearch,
  facet: Facet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of VALUES[facet](row)) counts.set(value, 0);
  for (const row of filterProducts(rows, { ...search, [facet]: "" })) {
    for (const value of VALUES[facet](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export function chosenIn(search: ProductSearch, facet: Facet): readonly string[] {
  return parseList(search[facet]);
}

export function withFacet(search: ProductSearch, facet: Facet, chosen: readonly string[]): ProductSearch {
  const { [facet]: _, ...rest } = search;
  const value = stringifyList(chosen);
  return value === undefined ? rest : { ...rest, [facet]: value };
}

export function isFiltered(search: ProductSearch): boolean {
  return testsOf(search).length > 0;
}

/** Whether it asks for what only an assessment knows. */
export function isByAssessment({ stage = "", steady = "", action = "" }: ProductSearch): boolean {
  return stage + steady + action !== "";
}

type Test = (row: AssessedRow) => boolean;

function testsOf(search: ProductSearch): readonly Test[] {
  const tests: Test[] = [];
  for (const facet of FACETS) {
    const chosen = new Set(chosenIn(search, facet));
    if (chosen.size > 0) tests.push((row) => VALUES[facet](row).some((value) => chosen.has(value)));
  }
  const { by, q = "" } = search;
  if (by !== undefined) tests.push((row) => row.owner?.id === by);
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) tests.push((row) => words.every((word) => textOf(row).includes(word)));
  return tests;
}

const texts = new WeakMap<AssessedRow, string>();

/** What a search looks at, made once for each row. */
function textOf(row: AssessedRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = [row.name, row.slug, row.owner?.name, row.mission].join("\n").toLowerCase();
  texts.set(row, text);
  return text;
}
