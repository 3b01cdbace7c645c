/** The whole repository as measure of its parts: what everybody did everywhere, and which regime it has. */
import type { Ledger } from "./ledger.ts";
import { substanceOf } from "./tally.ts";

export interface Whole {
  /** By person: substance of their work everywhere, and how many changes of files it was. */
  readonly substanceOf: Float64Array;
  readonly touchesOf: Float64Array;
  readonly substance: number;
  /** Time of each person's last commit anywhere, seconds since 1970. */
  readonly lastSeen: Float64Array;
  readonly regime: Regime;
}

export interface Regime {
  /** Of the folders that somebody worked on lately, the share whose founder still does most of it. */
  readonly staying: number;
  readonly folders: number;
  readonly name: "founder-owned" | "staffed" | "unknown";
}

/** The repositories we know fall apart here: 0.10 to 0.40 on one side, 0.51 to 0.80 on the other. */
const FOUNDER_OWNED = 0.45;
const ENOUGH_FOLDERS = 8;
const LATELY = 2 * 31_557_600;

/** O(changes). */
export function measureWhole(ledger: Ledger): Whole {
  return { ...sumUp(ledger), lastSeen: lastSeenIn(ledger), regime: measureRegime(ledger) };
}

function lastSeenIn({ time, asOf, firstPerson, person, people }: Ledger): Float64Array {
  const lastSeen = new Float64Array(people).fill(-Infinity);
  for (let commit = 0; commit < time.length; commit++) {
    const seen = Math.min(time[commit] ?? 0, asOf);
    const end = firstPerson[commit + 1] ?? 0;
    for (let at = firstPerson[commit] ?? 0; at < end; at++) {
      const who = person[at] ?? 0;
      if (seen > (lastSeen[who] ?? 0)) lastSeen[who] = seen;
    }
  }
  return lastSeen;
}

function sumUp({ eventCommit, eventLines, ...ledger }: Ledger): Pick<Whole, "substanceOf" | "touchesOf" | "substance"> {
  const { firstPerson, person, share, rootOfSweep } = ledger;
  const ofPerson = new Float64Array(ledger.people);
  const touchesOf = new Float64Array(ledger.people);
  for (let event = 0; event < eventCommit.length; event++) {
    const commit = eventCommit[event] ?? 0;
    const substance = substanceOf(eventLines[event] ?? 0, rootOfSweep[commit] ?? 1);
    const end = firstPerson[commit + 1] ?? 0;
    for (let at = firstPerson[commit] ?? 0; at < end; at++) {
      const who = person[at] ?? 0;
      const part = share[at] ?? 0;
      ofPerson[who] = (ofPerson[who] ?? 0) + part * substance;
      touchesOf[who] = (touchesOf[who] ?? 0) + part;
    }
  }
  return { substanceOf: ofPerson, touchesOf, substance: ofPerson.reduce((sum, one) => sum + one, 0) };
}

function measureRegime(ledger: Ledger): Regime {
  const folders = Map.groupBy(ledger.paths.keys(), (file) => {
    const path = ledger.paths[file] ?? "";
    return path.slice(0, Math.max(0, path.lastIndexOf("/")));
  });
  const created = createSums(ledger.people);
  const lately = createSums(ledger.people);
  let busy = 0;
  let stayed = 0;
  for (const files of folders.values()) {
    addFolder(ledger, files, created, lately);
    const founder = created.takeLargest();
    const present = lately.takeLargest();
    if (founder === undefined || present === undefined) continue;
    busy++;
    if (founder === present) stayed++;
  }
  const staying = busy === 0 ? 0 : stayed / busy;
  const name = busy < ENOUGH_FOLDERS ? "unknown" : staying >= FOUNDER_OWNED ? "founder-owned" : "staffed";
  return { staying, folders: busy, name };
}

/** Who created most files of a folder, and who did most of what was done lately. */
function addFolder(ledger: Ledger, files: readonly number[], created: Sums, lately: Sums): void {
  const { firstEvent, eventCommit, time, asOf, rootOfSweep, firstPerson, person, share } = ledger;
  for (const file of files) {
    const start = firstEvent[file] ?? 0;
    const stop = firstEvent[file + 1] ?? 0;
    for (let event = start; event < stop; event++) {
      const commit = eventCommit[event] ?? 0;
      const recent = asOf - (time[commit] ?? 0) < LATELY;
      if (event !== start && !recent) continue;
      const weight = rootOfSweep[commit] ?? 1;
      const end = firstPerson[commit + 1] ?? 0;
      for (let at = firstPerson[commit] ?? 0; at < end; at++) {
        const part = share[at] ?? 0;
        if (event === start) created.add(person[at] ?? 0, part);
        if (recent) lately.add(person[at] ?? 0, part * weight);
      }
    }
  }
}

/** A sum for each person, used again for the next folder: there are many folders, and few people in each. */
interface Sums {
  add(person: number, value: number): void;
  /** Who has most, of equals who came first; forgets everybody. */
  takeLargest(): number | undefined;
}

function createSums(people: number): Sums {
  const sums = new Float64Array(people);
  const seen = new Uint8Array(people);
  let met: number[] = [];
  return {
    add(person, value) {
      if (seen[person] === 0) met.push(person);
      seen[person] = 1;
      sums[person] = (sums[person] ?? 0) + value;
    },
    takeLargest() {
      let best: number | undefined;
      let most = 0;
      for (const person of met) {
        const sum = sums[person] ?? 0;
        if (sum > most) {
          most = sum;
          best = person;
        }
        sums[person] = 0;
        seen[person] = 0;
      }
      met = [];
      return best;
    },
  };
}
