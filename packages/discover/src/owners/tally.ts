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
  /** The same, halved with every year that passed. */
  freshSubstance: number;
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
  const seenIn = new Int32Array(ledger.time.length).fill(-1);
  let part = 0;
  return {
    of(files) {
      const works = new Map<number, Work>();
      const commits: number[] = [];
      let count = 0;
      part++;
      for (const file of files) {
        count++;
        const start = ledger.firstEvent[file] ?? 0;
        for (let event = start; event < (ledger.firstEvent[file + 1] ?? 0); event++) {
          const commit = ledger.eventCommit[event] ?? 0;
          if (seenIn[commit] !== part) commits.push(commit);
          seenIn[commit] = part;
          addEvent(ledger, works, event, commit, event === start);
        }
      }
      addCommits(ledger, works, commits);
      return { files: count, commits: commits.length, works: [...works.values()] };
    },
  };
}

function addEvent(ledger: Ledger, works: Map<number, Work>, event: number, commit: number, isFirst: boolean): void {
  const lines = ledger.eventLines[event] ?? 0;
  const substance = Math.min(lines, MOST_LINES) * Math.sqrt(ledger.sweep[commit] ?? 1);
  const fresh = 0.5 ** yearsBefore(ledger, commit);
  for (let at = ledger.firstPerson[commit] ?? 0; at < (ledger.firstPerson[commit + 1] ?? 0); at++) {
    const share = ledger.share[at] ?? 0;
    const work = workOf(works, ledger.person[at] ?? 0);
    work.lines += share * lines;
    work.substance += share * substance;
    work.freshSubstance += share * substance * fresh;
    work.touches += share;
    if (isFirst) work.created += share;
  }
}

function addCommits(ledger: Ledger, works: Map<number, Work>, commits: number[]): void {
  let arrival = 0;
  for (const commit of commits.sort((a, b) => a - b)) {
    const [start, end] = [ledger.firstPerson[commit] ?? 0, ledger.firstPerson[commit + 1] ?? 0];
    const weight = Math.sqrt(ledger.sweep[commit] ?? 1) * 0.5 ** yearsBefore(ledger, commit);
    const time = Math.min(ledger.time[commit] ?? 0, ledger.asOf);
    for (let at = start; at < end; at++) {
      const share = ledger.share[at] ?? 0;
      const work = workOf(works, ledger.person[at] ?? 0);
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

function workOf(works: Map<number, Work>, person: number): Work {
  let work = works.get(person);
  if (work === undefined) {
    work = {
      person,
      created: 0,
      lines: 0,
      substance: 0,
      freshSubstance: 0,
      touches: 0,
      commits: 0,
      freshCommits: 0,
      arrival: 0,
      first: 0,
      last: -Infinity,
      firstCommit: -1,
      lastCommit: -1,
    };
    works.set(person, work);
  }
  return work;
}

/** Years between a commit and the revision; clocks that run ahead count as now. */
function yearsBefore(ledger: Ledger, commit: number): number {
  return Math.max(0, ledger.asOf - (ledger.time[commit] ?? 0)) / YEAR;
}

export function years(seconds: number): number {
  return seconds / YEAR;
}
