import { describe, expect, it } from "vitest";
import { buildView } from "../src/viewing.ts";
import { element, type Library, snapshotOf } from "./snapshot-maker.ts";

const query = element("Query", "class Query", { kind: "class" });
const fetched = element("Query.fetch", "fetch()", { kind: "method" });
const parse = element("parse", "parse()");

function seen(libraries: readonly Library[]) {
  const found = buildView(snapshotOf(libraries)).interfaceOf("lib");
  const name = (place: number) => {
    const { product, symbol, own } = found?.uses[place] ?? {};
    return `${product?.slug ?? ""}${own === true ? " (own)" : ""} ${symbol ?? ""}`.trim();
  };
  const [unit] = found?.units ?? [];
  return {
    state: unit?.state,
    users: Object.fromEntries((unit?.elements ?? []).map((one) => [one.name, one.users.map(name)])),
    perhaps: Object.fromEntries((unit?.elements ?? []).map((one) => [one.name, one.perhaps.map(name)])),
    whole: unit?.whole.map(name),
    undeclared: unit?.undeclared.map(name),
  };
}

describe("the interface of a product", () => {
  const lib = { name: "lib", elements: [query, fetched, parse] };

  it("counts whoever names a class as a user of its members", () => {
    const { users } = seen([lib, { name: "app", uses: { lib: ["Query"] } }]);
    expect(users).toEqual({ Query: ["app Query"], "Query.fetch": ["app Query"], parse: [] });
  });
  it("does not know what of a whole module is used", () => {
    const { users, perhaps } = seen([lib, { name: "app", uses: { lib: ["*"] } }]);
    expect([...Object.values(users), ...Object.values(perhaps)].flat().length).toBeGreaterThan(0);
    expect(users["parse"]).toEqual([]);
    expect(perhaps["parse"]).toEqual(["app *"]);
  });
  it("lists names that are used and promised nowhere", () => {
    const { undeclared } = seen([lib, { name: "app", uses: { lib: ["secret", "parse"] } }]);
    expect(undeclared).toEqual(["app secret"]);
  });
  it("tells what was not read from what promises nothing that is understood", () => {
    expect(seen([{ name: "lib" }]).state).toBe("not-read");
    expect(buildView(snapshotOf([{ name: "lib", elements: [] }])).interfaceOf("lib")?.units[0]?.elements).toEqual([]);
  });
  it("is not there for a product that is not there", () =>
    expect(buildView(snapshotOf([lib])).interfaceOf("other")).toBeUndefined());
});
