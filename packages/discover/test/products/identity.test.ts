import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discoverProducts, type RepositoryFacts } from "../../src/products/index.ts";
import { assignSlugs } from "../../src/products/slugs.ts";
import { history, repository } from "./sample.ts";

const ids = (facts: RepositoryFacts) =>
  Object.fromEntries(discoverProducts([facts]).products.map(({ name, id }) => [name, id]));
const founded = ["package.json", "core/package.json", "web/package.json"];

describe("ids", () => {
  const before = repository([". private", "core", "web"], { history: history([{ changes: founded }]) });
  test("are the same at every scan", () => expect(ids(before)).toEqual(ids(before)));
  test("survive a move that git shows", () => {
    const moved = repository([". private", "libs/core", "web"], {
      history: history([{ changes: founded }, { changes: ["core/package.json => libs/core/package.json"] }]),
    });
    expect(ids(moved)["core"]).toBe(ids(before)["core"]);
  });
  test("survive a rename", () => {
    const renamed = repository([". private", "kernel", "web"], {
      history: history([{ changes: founded }, { changes: ["core/package.json => kernel/package.json"] }]),
    });
    expect(ids(renamed)["kernel"]).toBe(ids(before)["core"]);
  });
  test("do not change when something joins", () => {
    const grown = repository([". private", "core -> extra", "extra private", "web"], {
      history: history([{ changes: founded }, { changes: ["extra/package.json"] }]),
    });
    expect(ids(grown)["core"]).toBe(ids(before)["core"]);
  });
  test("are the same without history, and with a part of it", () => {
    const lines = [". private", "core", "web"];
    expect(ids(repository(lines))).toEqual(ids(before));
    expect(ids(repository(lines, { history: history([{ changes: ["web/package.json"] }]) }))).toEqual(ids(before));
  });
  test("of who comes to a place that another has left differ from the other's", () => {
    const steps = [
      { changes: founded },
      { changes: ["core/package.json => libs/core/package.json"] },
      { changes: ["core/package.json"] },
    ];
    const both = repository([". private", "libs/core", "core@9.0.0", "web"], { history: history(steps) });
    const found = discoverProducts([both]).products.map(({ id }) => id);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain(ids(before)["core"]);
  });
  test("of a fork differ from those of its origin", () => {
    const fork = repository(["."], { repository: "fork", history: history([{ changes: founded }]) });
    const origin = repository(["."], { history: history([{ changes: founded }]) });
    const found = discoverProducts([origin, fork]).products.map(({ id }) => id);
    expect(new Set(found).size).toBe(found.length);
    expect(found[0]).toBe(discoverProducts([origin]).products[0]?.id);
  });
});

describe("slugs", () => {
  test("are words", () => expect(assignSlugs([{ name: "@acme/apiClient", repository: "r" }])).toEqual(["api-client"]));
  test("of the same name differ", () => {
    const same = { name: "core", repository: "acme" };
    expect(assignSlugs([same, same, same])).toEqual(["core", "acme-core", "core-2"]);
  });
  test("are unique for any names", () =>
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), repository: fc.constantFrom("a", "b") })), (products) => {
        const slugs = assignSlugs(products);
        expect(new Set(slugs).size).toBe(products.length);
        for (const slug of slugs) expect(slug).not.toBe("");
      }),
    ));
});

test("every unit is in one product at most, whatever the graph", () => {
  const line = fc
    .tuple(
      fc.constantFrom("a", "b", "c/d", "c/e", "c", "f-g", "f"),
      fc.constantFrom("", " private", " image"),
      fc.subarray(["a", "b", "d", "e", "f"]),
    )
    .map(([path, mark, uses]) => `${path}@2.0.0${mark} -> ${uses.join(" ")}`);
  fc.assert(
    fc.property(fc.uniqueArray(line, { selector: (text) => text.split("@")[0] }), (lines) => {
      const facts = repository([". private", ...lines]);
      const { products } = discoverProducts([facts]);
      const owned = products.flatMap(({ units }) => units);
      expect(owned.toSorted()).toEqual(facts.units.map(({ id }) => id).toSorted());
      const known = new Set(products.map(({ id }) => id));
      expect(known.size).toBe(products.length);
      for (const { partOf } of products) if (partOf !== undefined) expect(known).toContain(partOf);
    }),
  );
});
