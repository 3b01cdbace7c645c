import type { AssessmentRow, ProductRow } from "@freehold/model";
import { describe, expect, it } from "vitest";
import {
  chosenIn,
  facetCounts,
  filterProducts,
  isFiltered,
  listedProducts,
  withFacet,
} from "../src/products/filter.ts";

function row(slug: string, overrides: Partial<ProductRow> = {}): ProductRow {
  return {
    id: `prd_${slug}`,
    slug,
    name: slug,
    kind: "product",
    provenance: "inferred",
    confidence: 0.8,
    repositories: ["host/acme/platform"],
    ownerFindings: [],
    units: 1,
    provides: 1,
    dependencies: 0,
    externals: 0,
    dependents: 0,
    reach: 0,
    violations: 0,
    problems: 0,
    ...overrides,
  };
}

const ada = { kind: "person", id: "ada", name: "Ada Moreau", confidence: 0.7, provenance: "inferred" } as const;

const rows = [
  row("auth", { owner: ada, provenance: "declared", mission: "Answers who somebody is" }),
  row("icons", { kind: "component", owner: ada, ownerFindings: ["owner-left"] }),
  row("mailer", { violations: 2 }),
];

function shown(search: Parameters<typeof filterProducts>[1]): string[] {
  return filterProducts(rows, search).map(({ slug }) => slug);
}

describe("filter of products", () => {
  it("shows everything without a filter", () => expect(shown({})).toEqual(["auth", "icons", "mailer"]));
  it("finds a name", () => expect(shown({ q: "AUT" })).toEqual(["auth"]));
  it("finds words of the mission in any order", () => expect(shown({ q: "somebody answers" })).toEqual(["auth"]));
  it("finds an owner's name", () => expect(shown({ q: "moreau" })).toEqual(["auth", "icons"]));
  it("takes several values of one facet as either", () =>
    expect(shown({ kind: "component,process" })).toEqual(["icons"]));
  it("takes several facets as both", () => expect(shown({ kind: "product", owner: "unowned" })).toEqual(["mailer"]));
  it("knows a row in several states", () => expect(shown({ owner: "left" })).toEqual(["icons"]));
  it("narrows to the products of one owner", () => expect(shown({ by: "ada" })).toEqual(["auth", "icons"]));
  it("narrows to what has violations", () => expect(shown({ has: "violations" })).toEqual(["mailer"]));
  it("takes stage, steady state and the quarter's action from the assessment", () => {
    const assessment = { stage: "beta", steady: false, action: "simplify" } as AssessmentRow;
    const assessed = rows.map((one, place) => (place === 0 ? { ...one, assessment } : one));
    const slugs = (search: Parameters<typeof filterProducts>[1]) =>
      filterProducts(assessed, search).map(({ slug }) => slug);
    expect(slugs({ stage: "beta", steady: "open", action: "simplify" })).toEqual(["auth"]);
    expect(slugs({ steady: "reached" })).toEqual([]);
  });
  it("lists hidden candidates only when they are asked for", () => {
    const all = [...rows, row("candidate", { hidden: true })];
    expect(listedProducts(all, {}).map(({ slug }) => slug)).toEqual(["auth", "icons", "mailer"]);
    expect(listedProducts(all, { hidden: "shown" })).toHaveLength(4);
  });
  it("ignores a value that nothing has", () => expect(shown({ repo: "elsewhere" })).toEqual([]));

  it("counts a facet with the other parts of the filter holding", () => {
    expect([...facetCounts(rows, { kind: "component", owner: "owned" }, "kind")]).toEqual([
      ["product", 1],
      ["component", 1],
    ]);
  });
  it("adds and removes a facet", () => {
    const chosen = withFacet({ q: "a" }, "kind", ["product", "process"]);
    expect(chosen).toEqual({ q: "a", kind: "product,process" });
    expect(withFacet(chosen, "kind", [])).toEqual({ q: "a" });
    expect(chosenIn(chosen, "kind")).toEqual(["product", "process"]);
  });
  it("does not count an order as a filter", () => {
    expect(isFiltered({ sort: "name" })).toBe(false);
    expect(isFiltered({ q: "a" })).toBe(true);
  });
});
