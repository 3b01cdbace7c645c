/**
 * Team owners have no members here. They are judged by agreement: the files of each team are split into
 * folds, and a file of the hidden fold goes to the team whose people are most like its own.
 */
import type { Study } from "./study.ts";

const FOLDS = 5;
/** A team of nearly everything says nothing about a file. */
const MOST_OF_FILES = 0.5;

export interface TeamAgreement {
  readonly teams: number;
  readonly files: number;
  readonly agreement: number;
  /** What always answering the largest team would give. */
  readonly largest: number;
}

export function teamAgreement(study: Study): TeamAgreement | undefined {
  const teamsOf = teamsOfFiles(study);
  const sizes = new Map<string, number>();
  for (const teams of teamsOf.values()) for (const team of teams) sizes.set(team, (sizes.get(team) ?? 0) + 1);
  if (sizes.size < 2) return undefined;
  const largest = Math.max(...sizes.values()) / teamsOf.size;
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold++) right += rightInFold(study, teamsOf, fold);
  return { teams: sizes.size, files: teamsOf.size, agreement: right / teamsOf.size, largest };
}

function teamsOfFiles(study: Study): ReadonlyMap<number, ReadonlySet<string>> {
  const all = new Map<number, Set<string>>();
  for (const { unit } of study.units) {
    const teams = unit.owners.filter((owner) => owner.kind === "team").map((owner) => owner.text);
    for (const path of unit.paths) {
      const file = study.ledger.fileOf.get(path);
      if (file !== undefined && teams.length > 0) all.set(file, new Set([...(all.get(file) ?? []), ...teams]));
    }
  }
  const count = new Map<string, number>();
  for (const teams of all.values()) for (const team of teams) count.set(team, (count.get(team) ?? 0) + 1);
  const telling = (team: string) => (count.get(team) ?? 0) <= all.size * MOST_OF_FILES;
  return new Map(
    [...all]
      .map(([file, teams]): [number, Set<string>] => [file, new Set([...teams].filter(telling))])
      .filter(([, teams]) => teams.size > 0),
  );
}

function rightInFold(study: Study, teamsOf: ReadonlyMap<number, ReadonlySet<string>>, fold: number): number {
  const profiles = new Map<string, Map<number, number>>();
  for (const [file, teams] of teamsOf) {
    if (foldOf(file) === fold) continue;
    const people = peopleOf(study, file);
    for (const team of teams) {
      const profile = profiles.get(team) ?? new Map<number, number>();
      profiles.set(team, profile);
      for (const [person, weight] of people) profile.set(person, (profile.get(person) ?? 0) + weight);
    }
  }
  const lengths = new Map([...profiles].map(([team, profile]) => [team, Math.hypot(...profile.values())]));
  let right = 0;
  for (const [file, teams] of teamsOf) {
    if (foldOf(file) !== fold) continue;
    const people = peopleOf(study, file);
    let best: string | undefined;
    let most = -1;
    for (const [team, profile] of profiles) {
      let product = 0;
      for (const [person, weight] of people) product += weight * (profile.get(person) ?? 0);
      const likeness = product / (lengths.get(team) || 1);
      if (likeness > most) [most, best] = [likeness, team];
    }
    if (best !== undefined && teams.has(best)) right++;
  }
  return right;
}

/** People by weight: sweeping commits count less, and so do people who are everywhere. */
function peopleOf({ ledger, whole }: Study, file: number): ReadonlyMap<number, number> {
  const people = new Map<number, number>();
  for (let event = ledger.firstEvent[file] ?? 0; event < (ledger.firstEvent[file + 1] ?? 0); event++) {
    const commit = ledger.eventCommit[event] ?? 0;
    for (let at = ledger.firstPerson[commit] ?? 0; at < (ledger.firstPerson[commit + 1] ?? 0); at++) {
      const person = ledger.person[at] ?? 0;
      const rarity = Math.log(1 + ledger.paths.length / Math.max(1, whole.touchesOf[person] ?? 1));
      const weight = (ledger.share[at] ?? 0) * Math.sqrt(ledger.sweep[commit] ?? 1) * rarity;
      people.set(person, (people.get(person) ?? 0) + weight);
    }
  }
  return people;
}

/** Spreads neighbours over the folds, the same way in every run. */
function foldOf(file: number): number {
  return (Math.imul(file + 1, 2_654_435_761) >>> 16) % FOLDS;
}
