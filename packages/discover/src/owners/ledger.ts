/**
 * The history as a ledger of who did what to the files that exist now: one pass over all changes, newest
 * first, so that a file keeps its past when it is moved.
 *
 * ```
 * file f ──> events firstEvent[f] … firstEvent[f + 1] - 1, oldest first ──> commit, status, lines
 * commit c ──> people firstPerson[c] … firstPerson[c + 1] - 1, share; sweep[c] = 1 / folders touched
 * ```
 */
import { ChangeStatus, type History, isOwnershipFile, type People } from "@freehold/repository";

export interface Ledger {
  /** Present files by path. Files that declare owners are left out: whoever edits them need not own a thing. */
  readonly fileOf: ReadonlyMap<string, number>;
  readonly paths: readonly string[];
  readonly firstEvent: Uint32Array;
  readonly eventCommit: Uint32Array;
  readonly eventStatus: Uint8Array;
  /** Lines added, or an estimate where the history has no count. */
  readonly eventLines: Float32Array;
  readonly firstPerson: Uint32Array;
  readonly person: Uint32Array;
  /** The author's part of a commit is 1, that of others less. */
  readonly share: Float32Array;
  /** Weight of a commit: one over the folders it touches. */
  readonly sweep: Float32Array;
  /** Its root, which most of what is added up is weighed by. */
  readonly rootOfSweep: Float64Array;
  readonly time: Float64Array;
  readonly commitIds: readonly string[];
  readonly people: number;
  /** Time of the revision, seconds since 1970. */
  readonly asOf: number;
}

/** What a co-author gets of a commit. */
const CO_AUTHOR_SHARE = 0.5;
/** Lines of a change that nobody counted: a usual new file, a usual edit. */
const USUAL_NEW = 40;
const USUAL_EDIT = 8;

export function createLedger(history: History, people: People, present: readonly string[]): Ledger {
  const paths = present.filter((path) => !isOwnershipFile(path));
  const fileOf = new Map(paths.map((path, index) => [path, index]));
  const { commits } = history;
  const sweep = readSweep(history);
  return {
    fileOf,
    paths,
    ...readEvents(history, fileOf, paths.length),
    ...readPeople(history, people),
    sweep,
    rootOfSweep: rootsOf(sweep),
    time: commits.time,
    commitIds: commits.id,
    people: people.people.length,
    asOf: commits.time.at(-1) ?? 0,
  };
}

type Events = Pick<Ledger, "firstEvent" | "eventCommit" | "eventStatus" | "eventLines">;

function readEvents(history: History, fileOf: ReadonlyMap<string, number>, files: number): Events {
  const { commits, changes, paths } = history;
  const count = changes.path.length;
  // Which present file a path of the past became; -1: none.
  const became = Int32Array.from(paths, (path) => fileOf.get(path) ?? -1);
  const fileOfChange = new Int32Array(count).fill(-1);
  const { firstChange } = commits;
  const { path, from } = changes;
  for (let commit = commits.id.length - 1; commit >= 0; commit--) {
    const start = firstChange[commit] ?? 0;
    const end = firstChange[commit + 1] ?? 0;
    for (let change = start; change < end; change++) fileOfChange[change] = became[path[change] ?? 0] ?? -1;
    for (let change = start; change < end; change++) {
      const old = from[change] ?? -1;
      const file = fileOfChange[change] ?? -1;
      if (old >= 0 && file >= 0) became[old] = file;
    }
  }
  return sortEvents(history, fileOfChange, files);
}

/** Puts the changes of each file side by side (counting sort, which keeps their order in time). */
function sortEvents(history: History, fileOfChange: Int32Array, files: number): Events {
  const { commits, changes } = history;
  const { firstChange } = commits;
  const firstEvent = new Uint32Array(files + 1);
  for (let change = 0; change < fileOfChange.length; change++) {
    const file = fileOfChange[change] ?? -1;
    if (file >= 0) firstEvent[file + 1] = (firstEvent[file + 1] ?? 0) + 1;
  }
  for (let file = 0; file < files; file++) firstEvent[file + 1] = (firstEvent[file + 1] ?? 0) + (firstEvent[file] ?? 0);
  const total = firstEvent[files] ?? 0;
  const next = firstEvent.slice();
  const eventCommit = new Uint32Array(total);
  const eventStatus = new Uint8Array(total);
  const eventLines = new Float32Array(total);
  for (let commit = 0; commit + 1 < firstChange.length; commit++) {
    const end = firstChange[commit + 1] ?? 0;
    for (let change = firstChange[commit] ?? 0; change < end; change++) {
      const file = fileOfChange[change] ?? -1;
      if (file < 0) continue;
      const slot = next[file] ?? 0;
      next[file] = slot + 1;
      const status = changes.status[change] ?? ChangeStatus.modified;
      eventCommit[slot] = commit;
      eventStatus[slot] = status;
      eventLines[slot] = linesOf(status, changes.added[change] ?? -1);
    }
  }
  return { firstEvent, eventCommit, eventStatus, eventLines };
}

function linesOf(status: number, added: number): number {
  if (added >= 0) return added;
  return status === ChangeStatus.added ? USUAL_NEW : status === ChangeStatus.modified ? USUAL_EDIT : 0;
}

/** Who made each commit; programs are left out, and the people that they worked for stay. */
function readPeople(history: History, people: People): Pick<Ledger, "firstPerson" | "person" | "share"> {
  const { author, coAuthors } = history.commits;
  const isBot = Uint8Array.from(people.people, ({ bot }) => Number(bot));
  const { ofAuthor } = people;
  const firstPerson = new Uint32Array(author.length + 1);
  const person: number[] = [];
  const share: number[] = [];
  const add = (identity: number, part: number, start: number) => {
    const who = ofAuthor[identity] ?? 0;
    if (isBot[who] === 1 || person.indexOf(who, start) >= 0) return;
    person.push(who);
    share.push(part);
  };
  for (let commit = 0; commit < author.length; commit++) {
    const start = person.length;
    add(author[commit] ?? 0, 1, start);
    const others = coAuthors.size === 0 ? undefined : coAuthors.get(commit);
    if (others !== undefined) {
      const part = person.length > start ? CO_AUTHOR_SHARE : 1;
      for (const other of others) add(other, part, start);
    }
    firstPerson[commit + 1] = person.length;
  }
  return { firstPerson, person: new Uint32Array(person), share: new Float32Array(share) };
}

function readSweep({ commits, changes, paths }: History): Float32Array {
  const { folderOf, count } = foldersOf(paths);
  const { firstChange } = commits;
  const seenIn = new Int32Array(count).fill(-1);
  const sweep = new Float32Array(commits.author.length);
  for (let commit = 0; commit < sweep.length; commit++) {
    const end = firstChange[commit + 1] ?? 0;
    let touched = 0;
    for (let change = firstChange[commit] ?? 0; change < end; change++) {
      const folder = folderOf[changes.path[change] ?? 0] ?? 0;
      if (seenIn[folder] === commit) continue;
      seenIn[folder] = commit;
      touched++;
    }
    sweep[commit] = 1 / Math.max(1, touched);
  }
  return sweep;
}

function foldersOf(paths: readonly string[]): { readonly folderOf: Uint32Array; readonly count: number } {
  const folders = new Map<string, number>();
  const folderOf = new Uint32Array(paths.length);
  for (const [index, path] of paths.entries()) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const known = folders.get(folder) ?? folders.size;
    folders.set(folder, known);
    folderOf[index] = known;
  }
  return { folderOf, count: folders.size };
}

function rootsOf(values: Float32Array): Float64Array {
  const roots = new Float64Array(values.length);
  for (let index = 0; index < roots.length; index++) roots[index] = Math.sqrt(values[index] ?? 0);
  return roots;
}
