/** Snapshots for tests, from a few words: `product("api", { uses: ["core"] })`. */
import type { Author } from "../src/index.ts";
import type { Person, Product, Snapshot, Unit } from "@freehold/model";

export const ANN: Author = { actor: "ann@acme.example", kind: "person", request: "req-1" };

export interface ProductWords {
  readonly repository?: string;
  /** Products whose package its unit consumes. */
  readonly uses?: readonly string[];
  readonly scope?: Unit["consumes"][number]["scope"];
  readonly more?: Partial<Product>;
  readonly unit?: Partial<Unit>;
}

export interface Part {
  readonly product: Product;
  readonly unit: Unit;
}

const EVIDENCE = [{ rule: "npm.name", path: "package.json", line: 2 }];

/** A product with one unit, both called `name`, in the repository `acme/main` unless said otherwise. */
export function part(name: string, words: ProductWords = {}): Part {
  const { repository = "acme/main", uses = [], scope = "runtime" } = words;
  const id = `${repository}#npm:${name}`;
  return {
    product: {
      id: `prd_${name}`,
      slug: name,
      aliases: [`pkg:npm/${name}`],
      name,
      kind: "product",
      provenance: "inferred",
      confidence: 0.8,
      repositories: [repository],
      units: [id],
      paths: [`${repository}:packages/${name}`],
      reasons: [{ rule: "products.published", path: `packages/${name}/package.json` }],
      ownership: { declared: [], ranked: [], findings: [] },
      ...words.more,
    },
    unit: {
      id,
      repository,
      ecosystem: "npm",
      kind: "package",
      role: "source",
      name,
      path: `packages/${name}`,
      provides: [{ id: `pkg:npm/${name}`, evidence: EVIDENCE }],
      consumes: uses.map((used) => ({
        id: `pkg:npm/${used}`,
        scope,
        declared: true,
        imported: false,
        evidence: EVIDENCE,
      })),
      evidence: EVIDENCE,
      ...words.unit,
    },
  };
}

export function snapshot(parts: readonly Part[], more: Partial<Snapshot> = {}): Snapshot {
  const repositories = [...new Set(parts.map(({ unit }) => unit.repository))];
  return {
    format: "freehold.snapshot",
    version: 1,
    generator: { name: "test", version: "1" },
    createdAt: "2026-01-31T12:00:00.000Z",
    repositories: (repositories.length === 0 ? ["acme/main"] : repositories).map(repository),
    units: parts.map(({ unit }) => unit),
    people: [],
    products: parts.map(({ product }) => product),
    violations: [],
    problems: [],
    ...more,
  };
}

export function repository(id: string): Snapshot["repositories"][number] {
  return {
    id,
    name: id.split("/").at(-1) ?? id,
    worktree: false,
    files: 1,
    bytes: 1,
    commits: 1,
    shallow: false,
    missingObjects: 0,
  };
}

export function ownedBy(id: string, name: string): Partial<Product> {
  const value = { kind: "person" as const, id, name };
  const owner = { value, provenance: "declared" as const, confidence: 1, evidence: EVIDENCE };
  return { ownership: { declared: [owner], owner, ranked: [], findings: [] } };
}

export function person(id: string, name: string): Person {
  return { id, name, emails: [id], logins: [], bot: false, commits: 3, evidence: [] };
}

/** The bytes of a snapshot, in small pieces as a network would bring them. */
export async function* bytesOf(value: unknown, size: number = 1000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
