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
  return {
    fileOf,
    paths,
    ...readEvents(history, fileOf, paths.length),
    ...readPeople(history, people),
    sweep: readSweep(history),
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
  for (let commit = commits.id.length - 1; commit >= 0; commit--) {
    const [start, end] = [commits.firstChange[commit] ?? 0, commits.firstChange[commit + 1] ?? 0];
    for (let change = start; change < end; change++) fileOfChange[change] = became[changes.path[change] ?? 0] ?? -1;
    for (let change = start; change < end; change++) {
      const from = changes.from[change] ?? -1;
      const file = fileOfChange[change] ?? -1;
      if (from >= 0 && file >= 0) became[from] = file;
    }
  }
  return sortEvents(history, fileOfChange, files);
}

/** Puts the changes of each file side by side (counting sort, which keeps their order in time). */
function sortEvents(history: History, fileOfChange: Int32Array, files: number): Events {
  const { commits, changes } = history;
  const firstEvent = new Uint32Array(files + 1);
  for (const file of fileOfChange) if (file >= 0) firstEvent[file + 1] = (firstEvent[file + 1] ?? 0) + 1;
  for (let file = 0; file < files; file++) firstEvent[file + 1] = (firstEvent[file + 1] ?? 0) + (firstEvent[file] ?? 0);
  const total = firstEvent[files] ?? 0;
  const next = firstEvent.slice();
  const eventCommit = new Uint32Array(total);
  const eventStatus = new Uint8Array(total);
  const eventLines = new Float32Array(total);
  for (let commit = 0; commit < commits.id.length; commit++) {
    for (let change = commits.firstChange[commit] ?? 0; change < (commits.firstChange[commit + 1] ?? 0); change++) {
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
  const { commits } = history;
  const firstPerson = new Uint32Array(commits.id.length + 1);
  const person: number[] = [];
  const share: number[] = [];
  for (const [commit, author] of commits.author.entries()) {
    const start = person.length;
    const add = (identity: number, part: number) => {
      const who = people.ofAuthor[identity] ?? 0;
      if (people.people[who]?.bot === true || person.indexOf(who, start) >= 0) return;
      person.push(who);
      share.push(part);
    };
    add(author, 1);
    const alone = person.length > start;
    for (const other of commits.coAuthors.get(commit) ?? []) add(other, alone ? CO_AUTHOR_SHARE : 1);
    firstPerson[commit + 1] = person.length;
  }
  return { firstPerson, person: Uint32Array.from(person), share: Float32Array.from(share) };
}

function readSweep(history: History): Float32Array {
  const { commits, changes, paths } = history;
  const folders = new Map<string, number>();
  const folderOfPath = Uint32Array.from(paths, (path) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const known = folders.get(folder) ?? folders.size;
    folders.set(folder, known);
    return known;
  });
  const seenIn = new Int32Array(folders.size).fill(-1);
  return Float32Array.from(commits.id, (_, commit) => {
    let touched = 0;
    for (let change = commits.firstChange[commit] ?? 0; change < (commits.firstChange[commit + 1] ?? 0); change++) {
      const folder = folderOfPath[changes.path[change] ?? 0] ?? 0;
      if (seenIn[folder] === commit) continue;
      seenIn[folder] = commit;
      touched++;
    }
    return 1 / Math.max(1, touched);
  });
}
