/**
 * Truck factor after Avelino, Passos, Hora and Valente, "A novel approach for estimating truck factors"
 * (ICPC 2016): how many people can leave before most files have no author left.
 */
import type { Ledger } from "./ledger.ts";

interface TruckFactor {
  readonly count: number;
  /** Those people, the one with most files first, with the files that each is an author of. */
  readonly people: readonly { readonly person: number; readonly files: number }[];
  readonly files: number;
}

/** An author has at least this share of the best degree of authorship of the file, and this much of it. */
const NORMALISED = 0.75;
const ABSOLUTE = 3.293;

/** Of some files; undefined when none of them has a known author. */
export type TruckFactors = (files: Iterable<number>) => TruckFactor | undefined;

/** Works out the authors of a file once, however many parts it is in. */
export function createTruckFactors(ledger: Ledger): TruckFactors {
  const known: (readonly number[] | undefined)[] = ledger.paths.map(() => undefined);
  const tallies = createChangeTally(ledger);
  return (files) => truckFactor(files, (file) => (known[file] ??= authorsOf(tallies, file)));
}

function truckFactor(
  files: Iterable<number>,
  authorsOfFile: (file: number) => readonly number[],
): TruckFactor | undefined {
  const filesOf = new Map<number, number[]>();
  const left = new Map<number, number>();
  for (const file of files) {
    const authors = authorsOfFile(file);
    if (authors.length > 0) left.set(file, authors.length);
    for (const author of authors) {
      const known = filesOf.get(author);
      if (known === undefined) filesOf.set(author, [file]);
      else known.push(file);
    }
  }
  if (left.size === 0) return undefined;
  const order = [...filesOf].toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const people: { person: number; files: number }[] = [];
  let covered = left.size;
  for (const [person, owned] of order) {
    if (covered < left.size / 2) break;
    people.push({ person, files: owned.length });
    for (const file of owned) {
      const remaining = (left.get(file) ?? 0) - 1;
      left.set(file, remaining);
      if (remaining === 0) covered--;
    }
  }
  return { count: people.length, people, files: left.size };
}

/** Who changed a file how often. */
interface ChangeTally {
  /** In the order in which they came. */
  readonly people: readonly number[];
  readonly changes: Uint32Array;
  readonly first: ReadonlySet<number>;
  readonly total: number;
}

/** Its columns are used again for the next file: there are many files, and few people on each. */
function createChangeTally(ledger: Ledger): (file: number) => ChangeTally {
  const changes = new Uint32Array(ledger.people);
  let people: number[] = [];
  return (file) => {
    for (const person of people) changes[person] = 0;
    people = [];
    const first = new Set<number>();
    let total = 0;
    const [start, stop] = [ledger.firstEvent[file] ?? 0, ledger.firstEvent[file + 1] ?? 0];
    for (let event = start; event < stop; event++) {
      const commit = ledger.eventCommit[event] ?? 0;
      const end = ledger.firstPerson[commit + 1] ?? 0;
      for (let at = ledger.firstPerson[commit] ?? 0; at < end; at++) {
        const person = ledger.person[at] ?? 0;
        const before = changes[person] ?? 0;
        if (before === 0) people.push(person);
        changes[person] = before + 1;
        if (event === start) first.add(person);
        total++;
      }
    }
    return { people, changes, first, total };
  };
}

/** DOA = 3.293 + 1.098 FA + 0.164 DL - 0.321 ln(1 + AC): first authorship, own changes, changes by others. */
function authorsOf(tallyOf: (file: number) => ChangeTally, file: number): readonly number[] {
  const { people, changes, first, total } = tallyOf(file);
  let best = -Infinity;
  const degrees = people.map((person) => {
    const own = changes[person] ?? 0;
    const degree = 3.293 + (first.has(person) ? 1.098 : 0) + 0.164 * own - 0.321 * Math.log(1 + total - own);
    best = Math.max(best, degree);
    return degree;
  });
  return people.filter((_, index) => {
    const degree = degrees[index] ?? 0;
    return degree >= ABSOLUTE && degree / best > NORMALISED;
  });
}
