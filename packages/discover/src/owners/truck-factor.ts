/**
 * Truck factor after Avelino, Passos, Hora and Valente, "A novel approach for estimating truck factors"
 * (ICPC 2016): how many people can leave before most files have no author left.
 */
import type { Ledger } from "./ledger.ts";

export interface TruckFactor {
  readonly count: number;
  /** Those people, the one with most files first, with the files that each is an author of. */
  readonly people: readonly { readonly person: number; readonly files: number }[];
  readonly files: number;
}

/** An author has at least this share of the best degree of authorship of the file, and this much of it. */
const NORMALISED = 0.75;
const ABSOLUTE = 3.293;

/** Undefined when no file has a known author. */
export function truckFactor(ledger: Ledger, files: Iterable<number>): TruckFactor | undefined {
  const filesOf = new Map<number, number[]>();
  const left = new Map<number, number>();
  for (const file of files) {
    const authors = authorsOf(ledger, file);
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

/** DOA = 3.293 + 1.098 FA + 0.164 DL - 0.321 ln(1 + AC): first authorship, own changes, changes by others. */
function authorsOf(ledger: Ledger, file: number): readonly number[] {
  const changes = new Map<number, number>();
  const first = new Set<number>();
  let total = 0;
  const start = ledger.firstEvent[file] ?? 0;
  for (let event = start; event < (ledger.firstEvent[file + 1] ?? 0); event++) {
    const commit = ledger.eventCommit[event] ?? 0;
    for (let at = ledger.firstPerson[commit] ?? 0; at < (ledger.firstPerson[commit + 1] ?? 0); at++) {
      const person = ledger.person[at] ?? 0;
      changes.set(person, (changes.get(person) ?? 0) + 1);
      if (event === start) first.add(person);
      total++;
    }
  }
  const degrees = [...changes].map(([person, own]): [number, number] => {
    const degree = 3.293 + (first.has(person) ? 1.098 : 0) + 0.164 * own - 0.321 * Math.log(1 + total - own);
    return [person, degree];
  });
  const best = degrees.reduce((most, [, degree]) => Math.max(most, degree), -Infinity);
  return degrees.filter(([, degree]) => degree >= ABSOLUTE && degree / best > NORMALISED).map(([person]) => person);
}
