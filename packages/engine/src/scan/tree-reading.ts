/**
 * Reads what the files of one revision say of units, imports, interfaces and products: all that a comparison of two
 * revisions needs. A scan adds who did it and what else is written (`repository-reading.ts`).
 */
import { availableParallelism } from "node:os";
import {
  type DeclaredEntity,
  type DiscoveredUnits,
  discoverImports,
  discoverUnits,
  type ImportGraph,
  mergeConsumes,
} from "@freehold/discover";
import type { Problem, Unit } from "@freehold/model";
import {
  type Cache,
  type DeclaredFacts,
  type FileTree,
  openTree,
  openWorktree,
  type Repository,
} from "@freehold/repository";
import { Failure } from "../failure.ts";
import { type InterfaceReading, readInterfaces } from "../interfaces/read-interfaces.ts";
import type { InterfaceThread } from "../interfaces/thread.ts";
import { ignoreProgress } from "../progress.ts";
import type { ScanOptions } from "./options.ts";
import { type Charters, readCharters, readDeclared, readImported } from "./read-declared.ts";

/** What is written down: everything but sources. */
export interface WrittenReading {
  readonly repository: Repository;
  readonly tree: FileTree;
  readonly units: DiscoveredUnits;
  readonly charters: Charters;
  /** What the ownership files that were chosen say, by path. */
  readonly declared: ReadonlyMap<string, DeclaredFacts>;
  /** Declared by files of other tools. */
  readonly entities: readonly DeclaredEntity[];
  readonly problems: readonly Problem[];
}

export interface TreeReading extends WrittenReading {
  readonly imports: ImportGraph;
  /** Absent when they were not asked for. */
  readonly interfaces: InterfaceReading | undefined;
}

/** `isDeclared` chooses the ownership files to read: for what there is, catalogs do; for who owns it, all. */
export async function readTree(
  repository: Repository,
  tree: FileTree,
  options: ScanOptions,
  cache: Cache,
  isDeclared: (path: string) => boolean,
  thread?: InterfaceThread,
): Promise<TreeReading> {
  return await readSources(await readWritten(repository, tree, options, cache, isDeclared), options, cache, thread);
}

/** The first half of `readTree`. */
export async function readWritten(
  repository: Repository,
  tree: FileTree,
  options: ScanOptions,
  cache: Cache,
  isDeclared: (path: string) => boolean,
): Promise<WrittenReading> {
  const say = saying(repository, options);
  say("files", tree.files.length, tree.files.length);
  say("manifests", 0);
  const charters = await readCharters(tree, cache);
  const declared = await readDeclared(tree, cache, isDeclared);
  const imported = await readImported(tree, cache);
  const units = await discoverUnits(tree, repository.info.id, cache);
  return {
    repository,
    tree,
    units,
    charters,
    declared,
    entities: imported.entities,
    problems: [...units.problems, ...[...charters.values()].flatMap(({ problems }) => problems), ...imported.problems],
  };
}

/** The second half of `readTree`: waits for parsers most of the time. */
export async function readSources(
  written: WrittenReading,
  options: ScanOptions,
  cache: Cache,
  thread?: InterfaceThread,
): Promise<TreeReading> {
  const { repository, tree, units } = written;
  const say = saying(repository, options);
  say("imports", 0);
  const imports = await discoverImports(tree, units, cache, {
    workers: parsersBeside(options),
    onProgress: (done, total) => say("imports", done, total),
  });
  const interfaces =
    (options.interfaces ?? false) === false ? undefined : await interfacesOf(tree, units, cache, options, say, thread);
  const problems = [...written.problems, ...imports.problems, ...(interfaces?.problems ?? [])];
  return { ...written, imports, interfaces, problems };
}

/** The units with what their sources import and what they promise. */
export function unitsOf({ units, imports, interfaces }: TreeReading): Unit[] {
  return units.units.map((unit) => {
    const promised = interfaces?.interfaces.get(unit.id);
    return {
      ...unit,
      consumes: mergeConsumes(unit.consumes, imports.consumes.get(unit.id) ?? []),
      ...(promised === undefined ? {} : { interfaces: [...promised] }),
    };
  });
}

/** The files of a revision, or as they lie in the work tree. Throws a `Failure` when the revision is not there. */
export async function filesOf(
  repository: Repository,
  options: Pick<ScanOptions, "rev" | "worktree">,
  beside?: FileTree,
) {
  const inWorktree = options.rev === undefined && (options.worktree || repository.kind === "folder");
  const opened = inWorktree ? await openWorktree(repository) : await openTree(repository, options.rev, beside);
  const unknown = opened.problems.find(({ code }) => code === "repository/unknown-revision");
  if (unknown !== undefined) throw new Failure(unknown.code, unknown.message, unknown.hint);
  return opened;
}

type Say = (stage: "files" | "manifests" | "imports" | "interfaces", done: number, total?: number) => void;

function saying({ info }: Repository, options: ScanOptions): Say {
  const progress = options.onProgress ?? ignoreProgress;
  return (stage, done, total) =>
    progress({ repository: info.name, stage, done, ...(total === undefined ? {} : { total }) });
}

async function interfacesOf(
  tree: FileTree,
  units: DiscoveredUnits,
  cache: Cache,
  options: ScanOptions,
  say: Say,
  thread: InterfaceThread | undefined,
) {
  return await readInterfaces(tree, units.units, (path) => units.unitOf(path), cache, {
    cache: options.cache,
    telling: options.interfaces === "telling",
    thread,
    onProgress: (done, total) => say("interfaces", done, total),
  });
}

/** git reads the history at the same time, and needs a processor too. */
function parsersBeside({ history }: ScanOptions): number {
  return Math.max(1, Math.min(availableParallelism(), 4) - (history ? 1 : 0));
}
