/** Snapshots of libraries that use each other, in a few words. */
import type { Element, Interface, Snapshot, SymbolUse, Unit } from "@freehold/model";

export interface Library {
  readonly name: string;
  readonly version?: string;
  /** Undefined: interfaces were not read. */
  readonly elements?: readonly Element[] | undefined;
  readonly kind?: string;
  /** Names imported from other libraries, by their name. */
  readonly uses?: Readonly<Record<string, readonly string[]>>;
}

export function element(name: string, signature: string, overrides: Partial<Element> = {}): Element {
  return {
    id: `.#${name}`,
    kind: "function",
    name,
    signature,
    shape: signature,
    stability: "stable",
    evidence: { rule: "typescript.declaration", path: "src/index.ts", line: 1 },
    ...overrides,
  };
}

/** Each library is a unit and a product of its name. */
export function snapshotOf(libraries: readonly Library[], repository = "acme"): Snapshot {
  return {
    format: "freehold.snapshot",
    version: 1,
    generator: { name: "freehold", version: "0.1.0" },
    createdAt: "2026-11-22T09:00:00Z",
    repositories: [
      {
        id: repository,
        name: repository,
        worktree: false,
        files: 1,
        bytes: 1,
        commits: 1,
        shallow: false,
        missingObjects: 0,
        revision: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
      },
    ],
    units: libraries.map((library) => unitOf(library, repository)),
    people: [],
    products: libraries.map(({ name }) => ({
      id: `prd_${name}`,
      slug: name,
      aliases: [],
      name,
      kind: "product",
      provenance: "inferred",
      confidence: 0.9,
      repositories: [repository],
      units: [`unit_${name}`],
      paths: [`${repository}:${name}`],
      reasons: [],
      ownership: { declared: [], ranked: [], findings: [] },
    })),
    violations: [],
    problems: [],
  };
}

function unitOf(
  { name, version = "1.0.0", elements, kind = "typescript", uses = {} }: Library,
  repository: string,
): Unit {
  const interfaces: Interface[] = elements === undefined ? [] : [{ id: purl(name), kind, elements: [...elements] }];
  return {
    id: `unit_${name}`,
    repository,
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name,
    path: name,
    version,
    provides: [{ id: purl(name), evidence: [] }],
    consumes: Object.entries(uses).map(([from, symbols]) => ({
      id: purl(from),
      scope: "runtime",
      declared: true,
      imported: true,
      symbolUses: symbols.map((symbol) => used(symbol, from, name)),
      evidence: [],
    })),
    ...(elements === undefined ? {} : { interfaces }),
    evidence: [],
  };
}

function used(symbol: string, from: string, by: string): SymbolUse {
  return { symbol, from, uses: 1, places: [{ path: `${by}/src/index.ts`, line: 3 }] };
}

function purl(name: string): string {
  return `pkg:npm/${name}`;
}
