/** The main use case: repositories in, a snapshot out. */
import { discoverProducts, type GatherInput, gatherProducts, gatherRepository } from "@freehold/discover";
import {
  type Person,
  type Problem,
  type Product,
  SNAPSHOT_FORMAT,
  shareReleases,
  SNAPSHOT_VERSION,
  type RepositoryInfo,
  type Snapshot,
  type Unit,
} from "@freehold/model";
import { openPortfolio } from "@freehold/portfolio";
import { noCache, openCache } from "@freehold/repository";
import manifest from "../../package.json" with { type: "json" };
import { ignoreProgress } from "../progress.ts";
import { type BoundaryFacts, judgeBoundaries } from "./boundaries.ts";
import type { Ignores } from "./ignores.ts";
import { closeAll, openRepositories } from "./open-repositories.ts";
import type { ScanOptions } from "./options.ts";
import { filesOfProducts, type RepositoryOwnership } from "./ownership.ts";
import { productFacts, type ProductFacts } from "./product-facts.ts";
import { readRepository, type RepositoryReading } from "./repository-reading.ts";
import { unitsOf } from "./tree-reading.ts";

export interface ScanResult {
  readonly snapshot: Snapshot;
  /** Seconds. */
  readonly took: number;
  /** Repository id -> its work tree, for those that have one. */
  readonly folders: ReadonlyMap<string, string>;
}

/**
 * Scans repositories (work trees, bare ones, plain folders, or folders of them) into one snapshot.
 * Throws a `Failure` for a path or revision that is not there; anything less is a problem in the snapshot.
 */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  /** Told of every repository as it was read, for use cases that need more than the snapshot. */
  onReading: (reading: RepositoryReading) => void = () => {},
): Promise<ScanResult> {
  const started = performance.now();
  const opened = await openRepositories(paths);
  try {
    const cache = options.cache ? openCache() : noCache;
    const parts: Part[] = [];
    for (const repository of opened.repositories) {
      const reading = await readRepository(repository, options, cache);
      onReading(reading);
      parts.push(partOf(reading));
    }
    const snapshot = assemble(parts, options, opened.problems);
    const folders = opened.repositories.flatMap(({ info }) =>
      info.worktree === undefined ? [] : [[info.id, info.worktree] as const],
    );
    return { snapshot, took: (performance.now() - started) / 1000, folders: new Map(folders) };
  } finally {
    await closeAll(opened.repositories);
  }
}

/** The snapshot of one repository that was read, for use cases that need the reading too. */
export function snapshotOf(reading: RepositoryReading, options: ScanOptions): Snapshot {
  return assemble([partOf(reading)], options, []);
}

/** What is kept of one repository until all are read. */
interface Part {
  readonly info: RepositoryInfo;
  readonly paths: readonly string[];
  readonly people: readonly Person[];
  readonly products: ProductFacts;
  readonly ignores: Ignores;
  readonly ownership: RepositoryOwnership;
  readonly gathered: Omit<GatherInput, "products">;
  readonly problems: readonly Problem[];
}

function partOf(reading: RepositoryReading): Part {
  const { ownership } = reading;
  const units = unitsOf(reading).map((unit) => ownership.ofUnit(unit));
  const products = productFacts(reading, units, reading);
  return {
    info: describe(reading),
    paths: products.facts.files.map(({ path }) => path),
    people: reading.people?.people ?? [],
    products,
    ignores: reading.ignores,
    ownership,
    gathered: gatheredOf(reading, units, products),
    problems: reading.problems.map((problem) => ({
      repository: reading.repository.info.id,
      ...problem,
    })),
  };
}

function gatheredOf(
  { repository, tree, facts, references, history, people, halfDone, large }: RepositoryReading,
  units: readonly Unit[],
  { charters }: ProductFacts,
): Part["gathered"] {
  return {
    repository: repository.info.id,
    files: tree.files,
    facts,
    references,
    history,
    people,
    units,
    charters,
    halfDone,
    ...(large === undefined ? {} : { large }),
  };
}

function describe({ repository, tree, history }: RepositoryReading): RepositoryInfo {
  const { id, name, url, branch, shallow, committedAt } = repository.info;
  return {
    id,
    name,
    ...(url === undefined ? {} : { url }),
    ...(tree.revision === undefined ? {} : { revision: tree.revision }),
    ...(branch === undefined ? {} : { branch }),
    ...(committedAt === undefined ? {} : { committedAt }),
    worktree: tree.revision === undefined,
    files: tree.files.length,
    bytes: tree.files.reduce((sum, file) => sum + (file.size ?? 0), 0),
    commits: history?.commits.id.length ?? 0,
    shallow,
    missingObjects: tree.files.filter(({ size, mode }) => size === undefined && mode !== "submodule").length,
  };
}

function assemble(parts: readonly Part[], options: ScanOptions, problems: readonly Problem[]): Snapshot {
  const progress = options.onProgress ?? ignoreProgress;
  const name = parts.length === 1 ? (parts[0]?.info.name ?? "") : `${parts.length} repositories`;
  progress({ repository: name, stage: "products", done: 0 });
  const found = discoverProducts(parts.map(({ products }) => products.facts));
  const units = parts.flatMap(({ products }) => products.facts.units);
  const products = withOwners(found.products, parts);
  progress({ repository: name, stage: "graph", done: 0 });
  const portfolio = openPortfolio({ units, products });
  const gathered = parts.map((part) => {
    const input = { ...part.gathered, products };
    return shareReleases(gatherRepository(input), gatherProducts(input));
  });
  const boundaries = judgeBoundaries(portfolio, products, found.violations, parts.map(boundaryFacts), dayOf(parts));
  return {
    format: SNAPSHOT_FORMAT,
    version: SNAPSHOT_VERSION,
    generator: { name: "freehold", version: manifest.version },
    createdAt: new Date().toISOString(),
    repositories: parts.map(({ info }) => info),
    units,
    people: mergePeople(parts),
    products,
    repositoryFacts: gathered.map(({ repository }) => repository),
    productFacts: gathered.flatMap((facts) => facts.products),
    violations: [...boundaries.violations],
    ...(boundaries.accepted.length === 0 ? {} : { accepted: [...boundaries.accepted] }),
    problems: [
      ...problems,
      ...parts.flatMap((part) => part.problems),
      ...boundaries.problems,
      ...portfolio.duplicates(),
    ],
  };
}

function boundaryFacts({ info, products: { charters }, ignores }: Part): BoundaryFacts {
  return { repository: info.id, charters, ignores };
}

/** Of the newest commit: a scan of the past judges waivers as they were then. */
function dayOf(parts: readonly Part[]): string {
  const times = parts.flatMap(({ info }) => info.committedAt ?? []).sort();
  return (times.at(-1) ?? new Date().toISOString()).slice(0, 10);
}

function withOwners(products: readonly Product[], parts: readonly Part[]): Product[] {
  const owned = new Map(products.map((product) => [product.id, product]));
  for (const { info, paths, ownership } of parts) {
    const here = products.filter(({ repositories }) => repositories[0] === info.id);
    for (const [id, files] of filesOfProducts(info.id, paths, here)) {
      const product = owned.get(id);
      if (product !== undefined) owned.set(id, { ...product, ownership: ownership.ofFiles(files) });
    }
  }
  return [...owned.values()];
}

/** Somebody who works in several repositories is one person: the same id, with everything known of them. */
function mergePeople(parts: readonly Part[]): Person[] {
  const people = new Map<string, Person>();
  for (const person of parts.flatMap((part) => part.people)) {
    const known = people.get(person.id);
    people.set(person.id, known === undefined ? person : mergePerson(known, person));
  }
  return [...people.values()];
}

function mergePerson(a: Person, b: Person): Person {
  const dates = (of: "firstCommit" | "lastCommit") => [a[of], b[of]].filter((date) => date !== undefined).sort();
  const first = dates("firstCommit")[0];
  const last = dates("lastCommit").at(-1);
  return {
    ...a,
    emails: [...new Set([...a.emails, ...b.emails])],
    logins: [...new Set([...a.logins, ...b.logins])],
    bot: a.bot && b.bot,
    commits: a.commits + b.commits,
    ...(first === undefined ? {} : { firstCommit: first }),
    ...(last === undefined ? {} : { lastCommit: last }),
    evidence: [...a.evidence, ...b.evidence],
  };
}
