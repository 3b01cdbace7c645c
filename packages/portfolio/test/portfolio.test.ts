import { describe, expect, test } from "vitest";
import { openPortfolio } from "../src/index.ts";
import { consume, product, unit, units } from "./sample.ts";

describe("join", () => {
  test("units that consume what others provide are joined, with the consumes as evidence", () => {
    const portfolio = openPortfolio({ units: units("web -> core; cli -> core"), products: [] });
    expect(portfolio.dependents("core").map((edge) => edge.from)).toEqual(["web", "cli"]);
    expect(portfolio.edge("web", "core")?.uses[0]?.consume.evidence[0]?.detail).toBe("core");
  });
  test("the provider of the same repository is taken first", () => {
    const portfolio = openPortfolio({
      units: [
        unit("user", { repository: "here", consumes: [consume("log")] }),
        unit("there", { repository: "there", provides: [{ id: "pkg:npm/log", evidence: [] }] }),
        unit("here", { repository: "here", provides: [{ id: "pkg:npm/log", evidence: [] }] }),
      ],
      products: [],
    });
    expect(portfolio.dependencies("user").map((edge) => edge.to)).toEqual(["here"]);
  });
  test("a fixture that borrows a name does not provide it to source", () => {
    const portfolio = openPortfolio({
      units: [
        unit("app", { consumes: [consume("react")] }),
        unit("fake", { role: "fixture", provides: [{ id: "pkg:npm/react", evidence: [] }] }),
      ],
      products: [],
    });
    expect(portfolio.dependencies("app")).toEqual([]);
    expect(portfolio.externals().map((external) => external.id)).toEqual(["pkg:npm/react"]);
  });
  test("a copy of foreign code is there for those below the folder that holds it", () => {
    const copy = unit("copy", {
      role: "vendored",
      path: "test/case/node_modules/react",
      provides: [{ id: "pkg:npm/react", evidence: [] }],
      evidence: [{ rule: "units.folder-name", path: "test/case/node_modules" }],
    });
    const near = unit("near", { path: "test/case/app", consumes: [consume("react")] });
    const far = unit("far", { path: "packages/far", consumes: [consume("react")] });
    const portfolio = openPortfolio({ units: [copy, near, far], products: [] });
    expect(portfolio.dependencies("near").map((edge) => edge.to)).toEqual(["copy"]);
    expect(portfolio.dependencies("far")).toEqual([]);
  });
  test("fixtures of one repository find each other", () => {
    const portfolio = openPortfolio({
      units: [unit("a", { role: "fixture", consumes: [consume("b")] }), unit("b", { role: "fixture" })],
      products: [],
    });
    expect(portfolio.dependencies("a", 63).map((edge) => edge.to)).toEqual(["b"]);
  });
  test("what a unit provides itself is no dependency", () => {
    const portfolio = openPortfolio({ units: [unit("a", { consumes: [consume("a")] })], products: [] });
    expect(portfolio.edges("units", 63)).toEqual([]);
    expect(portfolio.externals()).toEqual([]);
  });
});

describe("scopes", () => {
  const portfolio = openPortfolio({ units: units("app -> core; core ~> build"), products: [] });
  test("development does not count for reach", () => expect(portfolio.reach("build")).toEqual([]));
  test("unless it is asked for", () =>
    expect(portfolio.reach("build", 63).map(({ id }) => id)).toEqual(["core", "app"]));
  test("an example is no dependent that ships", () => {
    const withExample = openPortfolio({
      units: [unit("core"), unit("demo", { role: "example", consumes: [consume("core")] })],
      products: [],
    });
    expect(withExample.dependents("core")).toEqual([]);
    expect(withExample.dependents("core", 63)).toHaveLength(1);
  });
});

describe("products", () => {
  const portfolio = openPortfolio({
    units: units("web -> ui core; ui -> core; cli -> core; core -> log"),
    products: [product("site", ["web", "ui"]), product("tool", ["cli"]), product("kernel", ["core", "log"])],
  });
  test("edges are those between products, with every consume behind them", () => {
    const edges = portfolio.edges("products");
    expect(edges.map((edge) => [edge.from, edge.to, edge.uses.length])).toEqual([
      ["site", "kernel", 2],
      ["tool", "kernel", 1],
    ]);
  });
  test("reach of all", () => expect([...portfolio.reachOfAll("products").counts.values()]).toEqual([0, 0, 2]));
  test("path with evidence", () => {
    expect(portfolio.path("web", "log")?.map((edge) => edge.to)).toEqual(["core", "log"]);
    expect(portfolio.path("log", "web")).toBeUndefined();
  });
  test("neighbourhood has a side for each direction", () => {
    const { nodes, edges } = portfolio.neighbourhood("core");
    expect(Object.fromEntries(nodes.map(({ id, distance }) => [id, distance]))).toEqual({
      core: 0,
      web: -1,
      ui: -1,
      cli: -1,
      log: 1,
    });
    expect(edges).toHaveLength(5);
  });
  test("neighbourhood keeps to its limit and says so", () => {
    const { nodes, truncated } = portfolio.neighbourhood("core", { depth: 2, limit: 3 });
    expect([nodes.length, truncated]).toEqual([3, true]);
  });
  test("dominators", () => {
    expect(portfolio.dominators("units").get("ui")).toBe("web");
    expect(portfolio.dominators("units").get("log")).toBe("core");
    expect(portfolio.dominators("units").get("core")).toBeUndefined();
  });
  test("parties to consult", () => {
    const owned = openPortfolio({
      units: units("a -> b; c -> b"),
      products: [
        product("A", ["a"], { ownership: owner("@x") }),
        product("B", ["b"], { ownership: owner("@y") }),
        product("C", ["c"]),
      ],
    });
    expect(owned.hairball()[0]).toMatchObject({ product: "B", parties: ["@x", "@y", "unowned:C"], dependents: 2 });
  });
});

test("cycles name the weakest edge to cut", () => {
  const portfolio = openPortfolio({
    units: [unit("a", { consumes: [consume("b", { uses: 9 })] }), unit("b", { consumes: [consume("a", { uses: 2 })] })],
    products: [],
  });
  expect(portfolio.cycles("units")).toMatchObject([{ members: ["a", "b"], cuts: [{ from: "b", to: "a", weight: 2 }] }]);
});

test("external dependencies by use, with drifting ranges", () => {
  const portfolio = openPortfolio({
    units: [
      unit("a", { consumes: [consume("react", { range: "^18" }), consume("zod")] }),
      unit("b", { consumes: [consume("react", { range: "^19" })] }),
    ],
    products: [product("p", ["a", "b"])],
  });
  expect(portfolio.externals()[0]).toEqual({
    id: "pkg:npm/react",
    units: [0, 1],
    products: [0],
    ranges: new Map([
      ["^18", 1],
      ["^19", 1],
    ]),
  });
});

test("two published units of one name are a problem, a private copy is none", () => {
  const twin = { provides: [{ id: "pkg:npm/log", evidence: [] }] };
  const problems = (published: boolean) =>
    openPortfolio({ units: [unit("log"), unit("copy", { ...twin, published })], products: [] }).duplicates();
  expect(problems(true)).toMatchObject([{ code: "portfolio/duplicate-provider", subject: "log" }]);
  expect(problems(false)).toEqual([]);
});

function owner(id: string) {
  const claim = {
    value: { kind: "person" as const, id, name: id },
    provenance: "declared" as const,
    confidence: 1,
    evidence: [],
  };
  return { declared: [claim], ranked: [], findings: [] };
}
