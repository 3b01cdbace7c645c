import { describe, expect, it } from "vitest";
import { filterOf as findingsOf } from "../src/problems/filter.ts";
import { chosenIn, filterOf, isFiltered, withFacet } from "../src/products/filter.ts";

describe("filter of products, in the words of the API", () => {
  it.each([
    [{}, { hidden: false }],
    [{ hidden: "shown" }, {}],
    [{ q: "  AUT " }, { q: "AUT", hidden: false }],
    [{ kind: "component,process" }, { kind: ["component", "process"], hidden: false }],
    [{ from: "declared" }, { provenance: ["declared"], hidden: false }],
    [
      { owner: "left,unowned", by: "ada" },
      { ownership: ["left", "unowned"], owner: "ada", hidden: false },
    ],
    [{ stage: "beta,none" }, { standing: ["beta", ""], hidden: false }],
    [
      { steady: "open", action: "simplify" },
      { steady: false, action: ["simplify"], hidden: false },
    ],
    [{ steady: "open,reached" }, { hidden: false }],
    [
      { has: "violations", repo: "host/acme/kit" },
      { has: ["violations"], repository: ["host/acme/kit"], hidden: false },
    ],
  ])("%j", (search, expected) => expect(filterOf(search)).toEqual(expected));

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

describe("filter of findings", () => {
  it.each([
    [{}, {}],
    [
      { show: "violations", rule: "cycle" },
      { kind: "violation", rules: ["cycle"] },
    ],
    [
      { show: "problems", severity: "error,info", q: "json" },
      { kind: "problem", rules: ["error", "info"], q: "json" },
    ],
  ])("%j", (search, expected) => expect(findingsOf(search)).toEqual(expected));
});
