import type { InterfaceUse, ProductInterface, PromisedElement } from "@freehold/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facetCounts, filterItems } from "../src/app/facets.ts";
import { tokenDiff } from "../src/changes/token-diff.ts";
import { entriesOf } from "../src/interface/entry.ts";
import { interfaceFacets } from "../src/interface/filter.ts";
import { rowsOf } from "../src/interface/rows.ts";
import { pluralOf } from "../src/interface/words.ts";

function promised(name: string, kind: string, overrides: Partial<PromisedElement> = {}): PromisedElement {
  return {
    id: `.#${name}`,
    kind,
    name,
    interface: "typescript",
    stability: "stable",
    shapeKnown: true,
    useSeen: true,
    evidence: { rule: "typescript.declaration" },
    users: [],
    perhaps: [],
    ...overrides,
  };
}

function use(own: boolean, symbol?: string): InterfaceUse {
  const unit = { id: "u", name: "@acme/other", role: "source" as const, repository: "acme" };
  return { unit, own, scope: "runtime", uses: 1, places: [], ...(symbol === undefined ? {} : { symbol, from: "x" }) };
}

function resource(elements: PromisedElement[], uses: InterfaceUse[], whole: number[] = [], undeclared: number[] = []) {
  const unit = { id: "unit", name: "@acme/lib", path: "lib", role: "source" as const, repository: "acme" };
  return {
    product: { id: "p", slug: "lib", name: "lib", kind: "product" },
    units: [{ ...unit, state: "read", elements, whole, undeclared }],
    uses,
    violations: [],
  } satisfies ProductInterface;
}

function states(...args: Parameters<typeof resource>): string[] {
  return entriesOf(resource(...args)).map(({ state }) => state);
}

describe("states of use", () => {
  it("is used when another product names it", () =>
    expect(states([promised("a", "function", { users: [0, 1] })], [use(true), use(false)])).toEqual(["used"]));
  it("is used inside only when nobody else does", () =>
    expect(states([promised("a", "function", { users: [0] })], [use(true)])).toEqual(["own"]));
  it("is perhaps used when another takes the whole module", () =>
    expect(states([promised("a", "function", { perhaps: [0] })], [use(false, "*")])).toEqual(["perhaps"]));
  it("is perhaps used when another names nothing of the unit", () =>
    expect(states([promised("a", "function")], [use(false)], [0])).toEqual(["perhaps"]));
  it("is used though not promised when it is internal", () =>
    expect(states([promised("a", "function", { stability: "internal", users: [0] })], [use(false)])).toEqual([
      "undeclared",
    ]));
  it("is not seen where code does not name what it uses", () => {
    const port = promised("80", "port", { useSeen: false });
    expect(states([port], [])).toEqual(["unseen"]);
    expect(states([port], [use(false)], [0])).toEqual(["perhaps"]);
  });
  it("is used by nobody otherwise", () => expect(states([promised("a", "function")], [])).toEqual(["unused"]));
  it("counts a name that is no element once, however often it is used", () =>
    expect(states([], [use(false, "b"), use(false, "b"), use(false, "c"), use(true, "d")], [], [0, 1, 2, 3])).toEqual([
      "undeclared",
      "undeclared",
    ]));
});

describe("rows", () => {
  const entries = entriesOf(
    resource(
      [
        promised("Query", "class"),
        promised("Query.prototype.fetch", "method"),
        promised("parse", "function"),
        promised("print", "function"),
        promised("lone.member", "method"),
      ],
      [use(false, "hidden")],
      [],
      [0],
    ),
  );
  const shown = (flat: boolean, opened: readonly string[] = []) =>
    rowsOf(entries, entries, { flat, opened: new Set(opened) }).map((row) => {
      if (row.type === "unit") return row.unit.name;
      if (row.type === "kind") return `${row.kind ?? "undeclared"} ${row.count}`;
      return "  ".repeat(row.depth) + row.entry.name;
    });

  it("come by unit and kind, the undeclared first, members below what they belong to", () =>
    expect(shown(false)).toEqual([
      "@acme/lib",
      "undeclared 1",
      "hidden",
      "function 2",
      "parse",
      "print",
      "class 1",
      "Query",
      "method 1",
      "lone.member",
    ]));
  it("show members once their owner is opened", () => {
    const key = entries.find(({ name }) => name === "Query")?.key ?? "";
    expect(shown(false, [key])).toContain("  Query.prototype.fetch");
  });
  it("show every element by itself where a filter holds", () => expect(shown(true)).toContain("Query.prototype.fetch"));
});

describe("facets", () => {
  const entries = entriesOf(
    resource([promised("a", "class", { stability: "beta" }), promised("b", "function"), promised("c", "class")], []),
  );
  it("hold together", () =>
    expect(filterItems(interfaceFacets, entries, { kind: "class", stability: "beta" })).toHaveLength(1));
  it("count what each choice would leave, the others holding", () =>
    expect([...facetCounts(interfaceFacets, entries, { stability: "stable", kind: "class" }, "kind")]).toEqual([
      ["class", 1],
      ["function", 1],
    ]));
});

function marked(text: string, other: string): string {
  return tokenDiff(text, other)
    .before.map(({ text: part, changed }) => (changed ? `[${part}]` : part))
    .join("");
}

function signature(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom("a", "bc", "(", ")", ": ", ", ", "<", ">", " | "), { maxLength: 30 })
    .map((parts) => parts.join(""));
}

describe("what differs between signatures", () => {
  it("is marked by names and signs", () =>
    expect(marked("parse(text: string): Money", "parse(text: string): Rate")).toBe("parse(text: string): [Money]"));
  it("is nothing between equal ones", () => expect(marked("a(b)", "a(b)")).toBe("a(b)"));
  it("puts every text together again, and keeps the same on both sides", () =>
    fc.assert(
      fc.property(signature(), signature(), (one, other) => {
        const { before, after } = tokenDiff(one, other);
        const join = (pieces: typeof before, all: boolean) =>
          pieces
            .filter(({ changed }) => all || !changed)
            .map(({ text }) => text)
            .join("");
        expect(join(before, true)).toBe(one);
        expect(join(after, true)).toBe(other);
        expect(join(before, false)).toBe(join(after, false));
      }),
      { numRuns: 200 },
    ));
});

it.each([
  ["property", "Properties"],
  ["class", "Classes"],
  ["build-argument", "Build arguments"],
  ["key", "Keys"],
  ["operation", "Operations"],
])("%s in the plural is %s", (kind, plural) => expect(pluralOf(kind)).toBe(plural));
