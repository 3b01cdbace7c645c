/** Reads one repository: files, units, imports, history and people, the slow parts side by side. */
import {
  HALF_DONE_DAYS,
  type HalfDoneReading,
  type LargeChange,
  largeChanges,
  mayBeHalfDone,
  type Paragraph,
  readFacts,
  readHalfDone,
  type TreeFacts,
  unexplained,
} from "@freehold/discover";
import {
  type Cache,
  createDeclaredOwners,
  defaultCacheFolder,
  type DeclaredOwners,
  findPeople,
  type History,
  isOwnershipFile,
  manifestRules,
  type People,
  readHistory,
  readMessages,
  readPast,
  readReferences,
  type References,
  type Repository,
} from "@freehold/repository";
import { Failure } from "../failure.ts";
import { ignoreProgress } from "../progress.ts";
import { type Ignores, readIgnores } from "./ignores.ts";
import type { ScanOptions } from "./options.ts";
import { readMailmap, readReadmes } from "./read-declared.ts";
import { repositoryOwnership, type RepositoryOwnership } from "./ownership.ts";
import { filesOf, readSources, readWritten, type TreeReading, type WrittenReading } from "./tree-reading.ts";

export interface RepositoryReading extends TreeReading {
  readonly readmes: ReadonlyMap<string, Paragraph | undefined>;
  readonly ignores: Ignores;
  /** Absent when they were not asked for. */
  readonly history: History | undefined;
  readonly people: People | undefined;
  readonly owners: DeclaredOwners;
  readonly ownership: RepositoryOwnership;
  readonly facts: TreeFacts;
  readonly references: References;
  readonly halfDone: HalfDoneReading;
  /** Absent without history. */
  readonly large:
    | { readonly changes: readonly LargeChange[]; readonly messages: ReadonlyMap<string, string> }
    | undefined;
}

/** Throws a `Failure` when the revision asked for is not there. */
export async function readRepository(
  repository: Repository,
  options: ScanOptions,
  cache: Cache,
): Promise<RepositoryReading> {
  const past = historyOf(repository, options);
  // Whoever awaits it is told; until then nobody may be there.
  past.catch(() => {});
  const { tree, problems } = await filesOf(repository, options);
  const references = readReferences(repository, tree.revision);
  const written = await readWritten(repository, tree, options, cache, isOwnershipFile);
  // Beside the parsers, for which reading sources waits.
  const [content, told] = await Promise.all([readSources(written, options, cache), toldBy(past, written, cache)]);
  return {
    ...content,
    ...told,
    readmes: await readReadmes(tree, cache),
    ignores: await readIgnores(tree, content.units, content.imports, cache),
    references: await references,
    problems: [...problems, ...told.problems, ...content.problems, ...told.owners.problems],
  };
}

/** What the history and documents say. */
async function toldBy(past: ReturnType<typeof historyOf>, written: WrittenReading, cache: Cache) {
  const { tree } = written;
  const mailmap = await readMailmap(tree, cache);
  const { history, problems } = await past;
  const people = history && findPeople(history, { mailmap });
  const owners = ownersOf(written);
  const ownership = repositoryOwnership({ ...written, history, people, owners });
  const [facts, halfDone, large] = await Promise.all([
    readFacts(tree, cache),
    halfDoneIn(written, history, cache),
    largeIn(written, history, people),
  ]);
  return { history, people, owners, ownership, facts, halfDone, large, problems };
}

/** Compared with what the main line was a quarter before the revision, where its history is read. */
async function halfDoneIn({ repository, tree }: WrittenReading, history: History | undefined, cache: Cache) {
  const committed = history?.commits.time.at(-1);
  const past =
    tree.revision === undefined || committed === undefined
      ? undefined
      : await readPast(repository, tree.revision, committed - HALF_DONE_DAYS * DAY, mayBeHalfDone);
  return await readHalfDone(tree, past, cache);
}

async function largeIn({ repository }: WrittenReading, history: History | undefined, people: People | undefined) {
  if (history === undefined || people === undefined) return undefined;
  const changes = largeChanges(history, people);
  return {
    changes,
    messages: await readMessages(repository, unexplained(changes)),
  };
}

/** Seconds. */
const DAY = 24 * 3600;

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

function ownersOf({ declared, units }: WrittenReading): DeclaredOwners {
  const maintained = units.units.flatMap(({ id, path, manifest }) =>
    manifest === undefined ? [] : [{ path, manifest, maintainers: units.extras.get(id)?.maintainers ?? [] }],
  );
  return createDeclaredOwners(declared, manifestRules(maintained));
}
