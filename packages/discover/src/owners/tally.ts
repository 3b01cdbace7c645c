/** What each person did to a part: sums over the events of its files, in one pass. */
import type { Ledger } from "./ledger.ts";

/** One person's work on one part. Times are seconds since 1970. */
export interface Work {
  readonly person: number;
  /** Present files whose first change is this person's. */
  created: number;
  /** Lines added, as counted. */
  lines: number;
  /** Lines added, long files cut off, sweeping commits weighted down: what is most telling. */
  substance: number;
  /** Changes of files, by share. */
  touches: number;
  commits: number;
  /** Commits, sweeping ones weighted down and halved with every year. */
  freshCommits: number;
  /** How many commits by others' hands had been made when this person first came. */
  arrival: number;
  first: number;
  last: number;
  firstCommit: number;
  lastCommit: number;
}

export interface Tally {
  readonly files: number;
  readonly commits: number;
  readonly works: readonly Work[];
}

/** Beyond this a file is generated, vendored or data more often than it is somebody's work. */
const MOST_LINES = 300;
const YEAR = 31_557_600;

export interface Tallies {
  of(files: Iterable<number>): Tally;
}

/** Keeps its marks between calls, so that a thousand parts cost a thousand times their own events only. */
export function createTallies(ledger: Ledger): Tallies {
  const fresh = freshness(ledger);
  const seenIn = new Int32Array(ledger.time.length).fill(-1);
  const desk = createDesk(ledger.people);
  let part = 0;
  return {
    of(files) {
      const commits: number[] = [];
      let count = 0;
      part++;
      for (const file of files) {
        count++;
        const start = ledger.firstEvent[file] ?? 0;
        const end = ledger.firstEvent[file + 1] ?? 0;
        for (let event = start; event < end; event++) {
          const commit = ledger.eventCommit[event] ?? 0;
          if (seenIn[commit] !== part) commits.push(commit);
          seenIn[commit] = part;
          addEvent(ledger, desk, event, commit, event === start);
        }
      }
      addCommits(ledger, fresh, desk, commits);
      return { files: count, commits: commits.length, works: desk.clear() };
    },
  };
}

/** Of each commit: halved with every year. Worked out once. */
function freshness(ledger: Ledger): Float64Array {
  const fresh = new Float64Array(ledger.time.length);
  for (let commit = 0; commit < fresh.length; commit++) fresh[commit] = 0.5 ** yearsBefore(ledger, commit);
  return fresh;
}

/** The people of the part at hand; found by number, since a map would be asked for every event. */
interface Desk {
  of(person: number): Work;
  /** Hands out what is on it. */
  clear(): Work[];
}

function createDesk(people: number): Desk {
  const placed = Array.from<unknown, Work | undefined>({ length: people }, () => undefined);
  let works: Work[] = [];
  return {
    of(person) {
      const known = placed[person];
      if (known !== undefined) return known;
      const work = newWork(person);
      works.push(work);
      placed[person] = work;
      return work;
    },
    clear() {
      const done = works;
      for (const { person } of done) placed[person] = undefined;
      works = [];
      return done;
    },
  };
}

/** Of one change: its lines, long files cut off, by the root of the weight of its commit. */
export function substanceOf(lines: number, rootOfSweep: number): number {
  return Math.min(lines, MOST_LINES) * rootOfSweep;
}

function addEvent(ledger: Ledger, desk: Desk, event: number, commit: number, isFirst: boolean): void {
  const { firstPerson, person, share } = ledger;
  const lines = ledger.eventLines[event] ?? 0;
  const substance = substanceOf(lines, ledger.rootOfSweep[commit] ?? 1);
  const end = firstPerson[commit + 1] ?? 0;
  for (let at = firstPerson[commit] ?? 0; at < end; at++) {
    const part = share[at] ?? 0;
    const work = desk.of(person[at] ?? 0);
    work.lines += part * lines;
    work.substance += part * substance;
    work.touches += part;
    if (isFirst) work.created += part;
  }
}

function addCommits(ledger: Ledger, fresh: Float64Array, desk: Desk, commits: number[]): void {
  const { firstPerson, person, share, rootOfSweep } = ledger;
  let arrival = 0;
  for (const commit of inOrder(commits)) {
    const start = firstPerson[commit] ?? 0;
    const end = firstPerson[commit + 1] ?? 0;
    const weight = (rootOfSweep[commit] ?? 1) * (fresh[commit] ?? 0);
    const time = Math.min(ledger.time[commit] ?? 0, ledger.asOf);
    for (let at = start; at < end; at++) {
      const part = share[at] ?? 0;
      const work = desk.of(person[at] ?? 0);
      if (work.firstCommit < 0) {
        work.firstCommit = commit;
        work.first = time;
        work.arrival = arrival;
      }
      work.commits += part;
      work.freshCommits += part * weight;
      work.lastCommit = commit;
      work.first = Math.min(work.first, time);
      work.last = Math.max(work.last, time);
    }
    if (end > start) arrival++;
  }
}

/** Ascending; typed arrays sort numbers without being told how. */
function inOrder(commits: readonly number[]): readonly number[] {
  return [...new Uint32Array(commits).sort()];
}

function newWork(person: number): Work {
  return {
    person,
    created: 0,
    lines: 0,
    substance: 0,
    touches: 0,
    commits: 0,
    freshCommits: 0,
    arrival: 0,
    first: 0,
    last: -Infinity,
    firstCommit: -1,
    lastCommit: -1,
  };
}

/** Years between a commit and the revision; clocks that run ahead count as now. */
function yearsBefore(ledger: Ledger, commit: number): number {
  return Math.max(0, ledger.asOf - (ledger.time[commit] ?? 0)) / YEAR;
}

export function years(seconds: number): number {
  return seconds / YEAR;
}
