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
  const lastSeen = new Float64Array(ledger.people).fill(-Infinity);
  for (let commit = 0; commit < ledger.time.length; commit++) {
    const time = Math.min(ledger.time[commit] ?? 0, ledger.asOf);
    for (let at = ledger.firstPerson[commit] ?? 0; at < (ledger.firstPerson[commit + 1] ?? 0); at++) {
      const person = ledger.person[at] ?? 0;
      if (time > (lastSeen[person] ?? 0)) lastSeen[person] = time;
    }
  }
  return {
    ...sumUp(ledger),
    lastSeen,
    regime: measureRegime(ledger),
  };
}

function sumUp(ledger: Ledger): Pick<Whole, "substanceOf" | "touchesOf" | "substance"> {
  const ofPerson = new Float64Array(ledger.people);
  const touchesOf = new Float64Array(ledger.people);
  for (const [event, commit] of ledger.eventCommit.entries()) {
    const substance = substanceOf(ledger, event, Math.sqrt(ledger.sweep[commit] ?? 1));
    const end = ledger.firstPerson[commit + 1] ?? 0;
    for (let at = ledger.firstPerson[commit] ?? 0; at < end; at++) {
      const [person, share] = [ledger.person[at] ?? 0, ledger.share[at] ?? 0];
      ofPerson[person] = (ofPerson[person] ?? 0) + share * substance;
      touchesOf[person] = (touchesOf[person] ?? 0) + share;
    }
  }
  return { substanceOf: ofPerson, touchesOf, substance: ofPerson.reduce((sum, one) => sum + one, 0) };
}

function measureRegime(ledger: Ledger): Regime {
  const folders = Map.groupBy(ledger.paths.keys(), (file) => {
    const path = ledger.paths[file] ?? "";
    return path.slice(0, Math.max(0, path.lastIndexOf("/")));
  });
  let busy = 0;
  let stayed = 0;
  for (const files of folders.values()) {
    const { founder, present } = founderAndPresent(ledger, files);
    if (founder === undefined || present === undefined) continue;
    busy++;
    if (founder === present) stayed++;
  }
  const staying = busy === 0 ? 0 : stayed / busy;
  const name = busy < ENOUGH_FOLDERS ? "unknown" : staying >= FOUNDER_OWNED ? "founder-owned" : "staffed";
  return { staying, folders: busy, name };
}

/** Who created most files of a folder, and who did most of what was done lately. */
function founderAndPresent(
  ledger: Ledger,
  files: readonly number[],
): { founder: number | undefined; present: number | undefined } {
  const created = new Map<number, number>();
  const lately = new Map<number, number>();
  for (const file of files) {
    const start = ledger.firstEvent[file] ?? 0;
    for (let event = start; event < (ledger.firstEvent[file + 1] ?? 0); event++) {
      const commit = ledger.eventCommit[event] ?? 0;
      const recent = ledger.asOf - (ledger.time[commit] ?? 0) < LATELY;
      if (event !== start && !recent) continue;
      const weight = Math.sqrt(ledger.sweep[commit] ?? 1);
      for (let at = ledger.firstPerson[commit] ?? 0; at < (ledger.firstPerson[commit + 1] ?? 0); at++) {
        const person = ledger.person[at] ?? 0;
        const share = ledger.share[at] ?? 0;
        if (event === start) created.set(person, (created.get(person) ?? 0) + share);
        if (recent) lately.set(person, (lately.get(person) ?? 0) + share * weight);
      }
    }
  }
  return { founder: largest(created), present: largest(lately) };
}

function largest(of: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [key, value] of of) {
    if (value <= most) continue;
    most = value;
    best = key;
  }
  return best;
}
