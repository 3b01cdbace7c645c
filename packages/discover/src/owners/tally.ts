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
  const weights = weighCommits(ledger);
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
          addEvent(ledger, weights, desk, event, commit, event === start);
        }
      }
      addCommits(ledger, weights, desk, commits);
      return { files: count, commits: commits.length, works: desk.clear() };
    },
  };
}

/** What every event of a commit is weighed by, worked out once. */
interface CommitWeights {
  readonly rootOfSweep: Float64Array;
  /** Halved with every year. */
  readonly fresh: Float64Array;
}

function weighCommits(ledger: Ledger): CommitWeights {
  return {
    rootOfSweep: Float64Array.from(ledger.sweep, Math.sqrt),
    fresh: Float64Array.from(ledger.time, (_, commit) => 0.5 ** yearsBefore(ledger, commit)),
  };
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
export function substanceOf(ledger: Ledger, event: number, rootOfSweep: number): number {
  return Math.min(ledger.eventLines[event] ?? 0, MOST_LINES) * rootOfSweep;
}

function addEvent(
  ledger: Ledger,
  { rootOfSweep }: CommitWeights,
  desk: Desk,
  event: number,
  commit: number,
  isFirst: boolean,
): void {
  const lines = ledger.eventLines[event] ?? 0;
  const substance = substanceOf(ledger, event, rootOfSweep[commit] ?? 1);
  const end = ledger.firstPerson[commit + 1] ?? 0;
  for (let at = ledger.firstPerson[commit] ?? 0; at < end; at++) {
    const share = ledger.share[at] ?? 0;
    const work = desk.of(ledger.person[at] ?? 0);
    work.lines += share * lines;
    work.substance += share * substance;
    work.touches += share;
    if (isFirst) work.created += share;
  }
}

function addCommits(ledger: Ledger, { rootOfSweep, fresh }: CommitWeights, desk: Desk, commits: number[]): void {
  let arrival = 0;
  for (const commit of Uint32Array.from(commits).sort()) {
    const [start, end] = [ledger.firstPerson[commit] ?? 0, ledger.firstPerson[commit + 1] ?? 0];
    const weight = (rootOfSweep[commit] ?? 1) * (fresh[commit] ?? 0);
    const time = Math.min(ledger.time[commit] ?? 0, ledger.asOf);
    for (let at = start; at < end; at++) {
      const share = ledger.share[at] ?? 0;
      const work = desk.of(ledger.person[at] ?? 0);
      if (work.firstCommit < 0) Object.assign(work, { firstCommit: commit, first: time, arrival });
      work.commits += share;
      work.freshCommits += share * weight;
      work.lastCommit = commit;
      work.first = Math.min(work.first, time);
      work.last = Math.max(work.last, time);
    }
    if (end > start) arrival++;
  }
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
