/** Small portfolios for tests: `sample("a -> b c; b ~> c")` reads arrows, `~>` for development. */
import type { Consume, Product, Unit } from "@freehold/model";

export function unit(name: string, overrides: Partial<Unit> = {}): Unit {
  return {
    id: name,
    repository: "acme",
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name,
    path: `packages/${name}`,
    manifest: `packages/${name}/package.json`,
    provides: [{ id: `pkg:npm/${name}`, evidence: [] }],
    consumes: [],
    evidence: [],
    ...overrides,
  };
}

export function consume(name: string, overrides: Partial<Consume> = {}): Consume {
  return {
    id: `pkg:npm/${name}`,
    scope: "runtime",
    declared: true,
    imported: true,
    evidence: [{ rule: "npm.dependencies", path: "package.json", detail: name }],
    ...overrides,
  };
}

export function product(id: string, units: readonly string[], overrides: Partial<Product> = {}): Product {
  return {
    id,
    slug: id,
    aliases: [],
    name: id,
    kind: "product",
    provenance: "inferred",
    confidence: 0.5,
    repositories: ["acme"],
    units: [...units],
    paths: [],
    reasons: [{ rule: "test" }],
    ownership: { declared: [], ranked: [], findings: [] },
    ...overrides,
  };
}

/** Units from arrows; every name that appears is a unit. */
export function units(arrows: string): Unit[] {
  const consumes = new Map<string, Consume[]>();
  for (const statement of arrows.split(";").map((part) => part.trim())) {
    const [left = "", arrow, right = ""] = statement.split(/\s*(->|~>)\s*/);
    if (left !== "" && !consumes.has(left)) consumes.set(left, []);
    for (const target of right.split(/\s+/).filter((word) => word !== "")) {
      if (!consumes.has(target)) consumes.set(target, []);
      consumes.get(left)?.push(consume(target, { scope: arrow === "~>" ? "development" : "runtime" }));
    }
  }
  return [...consumes].map(([name, list]) => unit(name, { consumes: list }));
}
