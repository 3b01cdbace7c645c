/** Three products in a row: app relies on client, client on api. */
import type { Claim, Consume, Element, OwnerRef, Product, Snapshot, SymbolUse, Unit } from "@freehold/model";

export function smallSnapshot(): Snapshot {
  return {
    format: "freehold.snapshot",
    version: 1,
    generator: { name: "freehold", version: "0.1.0" },
    createdAt: "2026-11-22T09:00:00Z",
    repositories: [
      {
        id: "acme",
        name: "acme",
        worktree: false,
        files: 9,
        bytes: 900,
        commits: 12,
        shallow: false,
        missingObjects: 0,
      },
    ],
    units: [
      {
        ...unit("api", [{ id: "pkg:npm/fastify", scope: "runtime", declared: true, imported: true, evidence: [] }]),
        interfaces: [{ id: "pkg:npm/%40acme/api", kind: "typescript", elements: [serve] }],
      },
      unit("client", [{ ...uses("client", "api"), symbolUses: [named("serve"), named("secret")] }]),
      unit("app", [uses("app", "client")]),
    ],
    people: [
      {
        id: "ada",
        name: "Ada Moreau",
        emails: [],
        logins: ["ada"],
        bot: false,
        commits: 10,
        lastCommit: "2026-11-20T09:00:00Z",
        evidence: [],
      },
      { id: "bot", name: "renovate[bot]", emails: [], logins: [], bot: true, commits: 2, evidence: [] },
    ],
    products: [product("api", "product", owner), product("client", "component", owner), product("app", "product")],
    violations: [],
    problems: [
      {
        code: "npm/invalid-json",
        severity: "error",
        message: "not JSON",
        repository: "acme",
        path: "client/deep/package.json",
        line: 1,
      },
    ],
  };
}

/** Two products of another repository that rely on each other; the charter of one says what it is for. */
export function ringSnapshot(): Snapshot {
  const { repositories } = smallSnapshot();
  const mission: Claim<string> = { value: "Goes left", provenance: "declared", confidence: 1, evidence: [] };
  const left = { ...product("left", "product", owner, "ring"), charter: "product.yaml", mission };
  return {
    ...smallSnapshot(),
    repositories: repositories.map((repository) => ({ ...repository, id: "ring", name: "ring" })),
    units: [unit("left", [uses("left", "right")], "ring"), unit("right", [uses("right", "left")], "ring")],
    people: [],
    products: [{ ...left, provenance: "declared" }, product("right", "component", undefined, "ring")],
    problems: [],
  };
}

const owner: Claim<OwnerRef> = {
  value: { kind: "person", id: "ada", name: "Ada Moreau" },
  provenance: "inferred",
  confidence: 0.8,
  evidence: [{ rule: "owners.first-author", path: "api" }],
};

const serve: Element = {
  id: ".#serve",
  kind: "function",
  name: "serve",
  signature: "function serve(): void",
  shape: "1a2b",
  stability: "stable",
  evidence: { rule: "typescript.declaration", path: "api/src/index.ts", line: 1 },
};

function named(symbol: string): SymbolUse {
  return { symbol, from: "@acme/api", uses: 1, places: [{ path: "client/src/index.ts", line: 2 }] };
}

function uses(from: string, to: string): Consume {
  return {
    id: `pkg:npm/%40acme/${to}`,
    scope: "runtime",
    declared: true,
    imported: true,
    uses: 3,
    evidence: [{ rule: "typescript.imports", path: `${from}/src/index.ts`, line: 2 }],
  };
}

function unit(name: string, consumes: Consume[], repository = "acme"): Unit {
  return {
    id: `unit_${name}`,
    repository,
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name: `@acme/${name}`,
    path: name,
    provides: [{ id: `pkg:npm/%40acme/${name}`, evidence: [] }],
    consumes,
    evidence: [],
  };
}

function product(slug: string, kind: Product["kind"], owned?: Claim<OwnerRef>, repository = "acme"): Product {
  return {
    id: `prd_${slug}`,
    slug,
    aliases: [`@acme/${slug}`],
    name: slug,
    kind,
    provenance: "inferred",
    confidence: 0.9,
    repositories: [repository],
    units: [`unit_${slug}`],
    paths: [`${repository}:${slug}`],
    reasons: [{ rule: "products.published" }],
    ownership: { declared: [], ...(owned === undefined ? {} : { owner: owned }), ranked: [], findings: [] },
  };
}
