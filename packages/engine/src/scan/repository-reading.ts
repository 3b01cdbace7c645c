/** Reads one repository: files, units, imports, history and people, the slow parts side by side. */
import { availableParallelism } from "node:os";
import {
  type DiscoveredUnits,
  discoverImports,
  discoverUnits,
  type ImportGraph,
  isImportedFile,
  readFacts,
  type TreeFacts,
} from "@freehold/discover";
import type { Problem } from "@freehold/model";
import {
  type Cache,
  createDeclaredOwners,
  defaultCacheFolder,
  type DeclaredOwners,
  type FileTree,
  findPeople,
  type History,
  isOwnershipFile,
  manifestRules,
  openTree,
  openWorktree,
  type People,
  readHistory,
  readReferences,
  type References,
  type Repository,
} from "@freehold/repository";
import { Failure } from "../failure.ts";
import { ignoreProgress } from "../progress.ts";
import { type InterfaceReading, readInterfaces } from "../interfaces/read-interfaces.ts";
import { isCharter, isReadme } from "./file-names.ts";
import { type Ignores, readIgnores } from "./ignores.ts";
import type { ScanOptions } from "./options.ts";
import { textFiles } from "./text-files.ts";

export interface RepositoryReading {
  readonly repository: Repository;
  readonly tree: FileTree;
  readonly texts: ReadonlyMap<string, string>;
  readonly units: DiscoveredUnits;
  readonly imports: ImportGraph;
  readonly ignores: Ignores;
  /** Absent when they were not asked for. */
  readonly interfaces: InterfaceReading | undefined;
  readonly history: History | undefined;
  readonly people: People | undefined;
  readonly declared: DeclaredOwners;
  readonly facts: TreeFacts;
  readonly references: References;
  readonly problems: readonly Problem[];
}

/** Throws a `Failure` when the revision asked for is not there. */
export async function readRepository(
  repository: Repository,
  options: ScanOptions,
  cache: Cache,
): Promise<RepositoryReading> {
  const { tree, problems } = await filesOf(repository, options);
  const progress = options.onProgress ?? ignoreProgress;
  const name = repository.info.name;
  progress({ repository: name, stage: "files", done: tree.files.length, total: tree.files.length });
  const readContent = () =>
    contentOf(tree, repository.info.id, cache, parsersBeside(options), (stage, done, total) =>
      progress({ repository: name, stage, done, ...(total === undefined ? {} : { total }) }),
    );
  const [past, content] = await Promise.all([historyOf(repository, options), readContent()]);
  const { texts, units, imports, ignores } = content;
  const interfaces = options.interfaces === true ? await interfacesOf(tree, units, cache, options, name) : undefined;
  const people = past.history && findPeople(past.history, { mailmap: texts.get(".mailmap") });
  const declared = declaredOf(texts, units);
  const facts = await readFacts(tree, cache);
  const references = await readReferences(repository, tree.revision);
  return {
    repository,
    tree,
    texts,
    units,
    imports,
    ignores,
    interfaces,
    history: past.history,
    people,
    declared,
    facts,
    references,
    problems: [
      ...problems,
      ...past.problems,
      ...units.problems,
      ...imports.problems,
      ...(interfaces?.problems ?? []),
      ...declared.problems,
    ],
  };
}

async function interfacesOf(
  tree: FileTree,
  units: DiscoveredUnits,
  cache: Cache,
  options: ScanOptions,
  repository: string,
): Promise<InterfaceReading> {
  const progress = options.onProgress ?? ignoreProgress;
  return await readInterfaces(tree, units.units, (path) => units.unitOf(path), cache, {
    cache: options.cache,
    onProgress: (done, total) => progress({ repository, stage: "interfaces", done, total }),
  });
}

async function filesOf(repository: Repository, options: ScanOptions) {
  const inWorktree = options.rev === undefined && (options.worktree || repository.kind === "folder");
  const opened = inWorktree ? await openWorktree(repository) : await openTree(repository, options.rev);
  const unknown = opened.problems.find(({ code }) => code === "repository/unknown-revision");
  if (unknown !== undefined) throw new Failure(unknown.code, unknown.message, unknown.hint);
  return opened;
}

/** Files that say something in words that the scan needs. */
function isTold(path: string): boolean {
  return isOwnershipFile(path) || isImportedFile(path) || isCharter(path) || isReadme(path) || path === ".mailmap";
}

type Said = (stage: "manifests" | "imports", done: number, total?: number) => void;

/** git reads the history at the same time, and needs a processor too. */
function parsersBeside({ history }: ScanOptions): number {
  return Math.max(1, Math.min(availableParallelism(), 4) - (history ? 1 : 0));
}

async function contentOf(tree: FileTree, id: string, cache: Cache, workers: number, say: Said) {
  const texts = await textFiles(tree, ({ path }) => isTold(path));
  say("manifests", 0);
  const units = await discoverUnits(tree, id, cache);
  say("imports", 0);
  const imports = await discoverImports(tree, units, cache, {
    workers,
    onProgress: (done, total) => say("imports", done, total),
  });
  return { texts, units, imports, ignores: await readIgnores(tree, units, imports) };
}

async function historyOf(repository: Repository, options: ScanOptions) {
  if (!options.history || repository.kind === "folder") return { history: undefined, problems: [] };
  const since = options.since === undefined ? undefined : secondsOf(options.since);
  const progress = options.onProgress ?? ignoreProgress;
  return await readHistory(repository, options.rev, {
    ...(options.cache ? { cacheFolder: defaultCacheFolder() } : {}),
    ...(since === undefined ? {} : { since }),
    onProgress: (done, total) => progress({ repository: repository.info.name, stage: "history", done, total }),
  });
}

function secondsOf(date: string): number {
  const milliseconds = Date.parse(date);
  if (Number.isNaN(milliseconds))
    throw new Failure("scan/invalid-date", `\`${date}\` is not a date`, "Write it as 2026-01-31.");
  return milliseconds / 1000;
}

function declaredOf(texts: ReadonlyMap<string, string>, units: DiscoveredUnits): DeclaredOwners {
  const files = [...texts].filter(([path]) => isOwnershipFile(path)).map(([path, text]) => ({ path, text }));
  const maintained = units.units.flatMap(({ id, path, manifest }) =>
    manifest === undefined ? [] : [{ path, manifest, maintainers: units.extras.get(id)?.maintainers ?? [] }],
  );
  return createDeclaredOwners(files, manifestRules(maintained));
}
