import type { Consume, Unit } from "@freehold/model";
import { describe, expect, test } from "vitest";
import { type BoundaryRules, EVERY_SCOPE, openPortfolio } from "../src/index.ts";
import { consume, product, unit, units } from "./sample.ts";

function found(arrows: string, groups: Record<string, string>, rules: readonly BoundaryRules[] = []) {
  const products = Object.entries(groups).map(([id, members]) => product(id, members.split(" ")));
  return openPortfolio({ units: units(arrows), products }).violations(rules);
}

const pairs = (list: ReturnType<typeof found>) => list.map(({ rule, from, to }) => `${rule} ${from} ${to}`);

describe("cycles", () => {
  test("between products", () => expect(pairs(found("a -> b; b2 -> a", { A: "a", B: "b b2" }))).toEqual(["cycle B A"]));
  test("told once for each product that has to let go, however many it uses", () => {
    const tangle = found("hub -> a b c d; a -> hub core; b -> hub core; c -> hub core; d -> hub core", {
      HUB: "hub core",
      ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [name.toUpperCase(), name])),
    });
    expect(tangle).toMatchObject([
      {
        rule: "cycle",
        from: "HUB",
        message:
          "HUB, A, B, C, D depend on each other; HUB closes the circle by what it uses of D (1 use), C (1 use), B (1 use) and 1 more",
      },
    ]);
  });
  test("not through what is only offered to install along", () => {
    const offers = unit("core", { consumes: [consume("plugin", { scope: "optional", imported: false, optIn: true })] });
    const two = [offers, unit("plugin", { consumes: [consume("core")] })];
    const portfolio = openPortfolio({ units: two, products: [product("C", ["core"]), product("P", ["plugin"])] });
    expect(portfolio.violations()).toEqual([]);
    expect([portfolio.reach("P"), portfolio.reach("C")]).toMatchObject([[], [{}]]);
  });
  test("not through development", () => expect(found("a -> b; b ~> a", { A: "a", B: "b" })).toEqual([]));
  test("not inside one product", () => expect(found("a -> b; b -> a", { A: "a b" })).toEqual([]));
  test("not between parts of one product", () => {
    const products = [product("P", []), product("A", ["a"], { partOf: "P" }), product("B", ["b"], { partOf: "P" })];
    expect(openPortfolio({ units: units("a -> b; b -> a"), products }).violations()).toEqual([]);
  });
  test("parts that are part of each other do not hang", () => {
    const products = [product("A", ["a"], { partOf: "B" }), product("B", ["b"], { partOf: "A" })];
    expect(
      openPortfolio({ units: units("a -> b; b -> a"), products }).violations([{ product: "A", mayUse: [] }]),
    ).toEqual([]);
  });
});

describe("mayUse", () => {
  const rules = [{ product: "A", path: "product.yaml", mayUse: ["B"] }];
  test("allowed", () => expect(found("a -> b", { A: "a", B: "b" }, rules)).toEqual([]));
  test("not allowed", () => {
    expect(found("a -> b c", { A: "a", B: "b", C: "c" }, rules)).toMatchObject([
      { rule: "layer", from: "A", to: "C", evidence: [{ repository: "acme", path: "package.json" }] },
    ]);
  });
});

describe("layers", () => {
  const rules = [{ product: "P", layers: [["model"], ["store", "graph"], ["app"]] }];
  const parts = "model store graph app";
  test("downwards is fine", () => expect(found("app -> model store; store -> model", { P: parts }, rules)).toEqual([]));
  test("upwards is not", () =>
    expect(found("model -> app; store; graph", { P: parts }, rules)).toMatchObject([{ rule: "layer", from: "P" }]));
  test("sideways is not", () => expect(found("store -> graph; model; app", { P: parts }, rules)).toHaveLength(1));
  test("parts may be products of their own", () => {
    const products = [
      product("P", []),
      ...parts.split(" ").map((id) => product(`${id}-id`, [id], { slug: id, partOf: "P" })),
    ];
    const portfolio = openPortfolio({ units: units("model -> app; store; graph"), products });
    expect(pairs(portfolio.violations(rules))).toEqual(["layer model-id app-id"]);
  });
  test("tests are not held to it", () => expect(found("model ~> app; store; graph", { P: parts }, rules)).toEqual([]));
});

test("an import past the entries of another product", () => {
  const evidence = [{ rule: "typescript.bypass", path: "src/a.ts", line: 3, detail: "b/src/inner" }];
  const two = [unit("a", { consumes: [consume("b", { bypass: true, evidence })] }), unit("b")];
  const across = openPortfolio({ units: two, products: [product("A", ["a"]), product("B", ["b"])] });
  expect(pairs(across.violations())).toEqual(["entry-bypassed A B"]);
  expect(across.violations()[0]?.message).toMatch(/, such as b\/src\/inner$/);
  const within = openPortfolio({ units: two, products: [product("A", ["a", "b"])] });
  expect(within.violations()).toEqual([]);
});

function parts(charter?: string) {
  return [
    product("P", []),
    product("A", ["a"], { partOf: "P", kind: "component", ...(charter && { charter }) }),
    product("B", ["b"], { partOf: "P", kind: "component" }),
  ];
}

test("parts with a charter have a boundary of their own, components without do not", () => {
  const two = [unit("a", { consumes: [consume("b", { bypass: true })] }), unit("b")];
  expect(pairs(openPortfolio({ units: two, products: parts() }).violations())).toEqual([]);
  expect(pairs(openPortfolio({ units: two, products: parts("a/product.yaml") }).violations())).toEqual([
    "entry-bypassed A B",
  ]);
});

test("the scripts of a private workspace root are there to be used", () => {
  const use = consume("root", { bypass: true, declared: false });
  const root = unit("root", { path: "", published: false });
  const products = [product("R", ["root"]), product("A", ["a"])];
  const inside = [root, unit("a", { consumes: [use], published: true })];
  expect(openPortfolio({ units: inside, products }).violations()).toEqual([]);
  const published = [{ ...root, published: true }, unit("a", { consumes: [use], published: true })];
  expect(openPortfolio({ units: published, products }).violations()).toHaveLength(2);
});

test("a fixture is used by its neighbours only", () => {
  const next = unit("next", { role: "fixture", path: "packages/x/test/fixtures/one/next" });
  const uses = (path: string) =>
    openPortfolio({
      units: [next, unit("demo", { role: "example", path, consumes: [consume("next")] })],
      products: [],
    }).dependencies("demo", EVERY_SCOPE).length;
  expect(uses("packages/x/test/fixtures/one/app")).toBe(1);
  expect(uses("examples/demo")).toBe(0);
});

describe("undeclared dependencies", () => {
  test("imported, published, declared nowhere near", () =>
    expect(imported({}, { published: true })).toEqual(["undeclared-dependency"]));
  test("a private unit may lean on its workspace", () => expect(imported({}, { published: false })).toEqual([]));
  test("types are gone at run time", () => expect(imported({ typeOnly: true }, { published: true })).toEqual([]));
  test("what may not be the name of a package is not judged", () => {
    expect(imported({ id: "pkg:pypi/PIL" }, { published: true })).toEqual([]);
    expect(imported({ id: "pkg:npm/__server_path__" }, { published: true })).toEqual([]);
    expect(
      imported({ evidence: [{ rule: "typescript.bypass", detail: "../../tool/x.ts" }] }, { published: true }),
    ).toEqual([]);
  });
  test("a manifest that deals in other things is no place to declare it", () =>
    expect(
      imported(
        { id: "pkg:golang/k8s.io/api" },
        { published: true, provides: [{ id: "pkg:docker/a/b", evidence: [] }] },
      ),
    ).toEqual([]));
  test("tests may", () => expect(imported({ scope: "test" }, { published: true })).toEqual([]));
});

function imported(overrides: Partial<Consume> = {}, unitOverrides: Partial<Unit> = {}) {
  return openPortfolio({
    units: [
      unit("root", { path: "", manifest: "package.json", consumes: [consume("tool")] }),
      unit("a", { consumes: [consume("tool", { declared: false, ...overrides })], ...unitOverrides }),
    ],
    products: [product("A", ["a"])],
  })
    .violations()
    .map(({ rule }) => rule);
}
