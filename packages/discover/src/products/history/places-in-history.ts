/**
 * What the history says about places: which commits touched each, who made them, which were releases,
 * and where each file came from. One pass over the changes, newest first, which follows renames back.
 */
import { ChangeStatus, type History } from "@freehold/repository";
import { folderOf, nearest } from "../paths.ts";
import { peopleOf, type PeopleVector } from "./people.ts";

/** A commit that touches more places than this says nothing of two of them. */
const SWEEPING = 8;

export interface Founding {
  readonly commit: string;
  /** The path under which the file first appeared. */
  readonly path: string;
  readonly time: number;
}

export interface PlaceHistory {
  /** Commits that touched each place, sweeping ones left out; ascending. */
  readonly commits: readonly Uint32Array[];
  /** Who works on each place. */
  readonly people: readonly PeopleVector[];
  /** Commits that touched the place's manifests and say in their subject that they release; ascending. */
  readonly releases: readonly Uint32Array[];
  /** Where the manifests came from, by their present path. */
  readonly founding: ReadonlyMap<string, Founding>;
  /** For each path where a present manifest first appeared: the commit of the first of them. */
  readonly eldest: ReadonlyMap<string, string>;
}

export interface PlacesToFollow {
  /** Folder of each place. */
  readonly folders: readonly string[];
  /** Manifests of each place. */
  readonly manifests: readonly (readonly string[])[];
}

export function followPlaces(history: History, { folders, manifests }: PlacesToFollow): PlaceHistory {
  const { commits, changes } = history;
  const placeOf = placesOf(history.paths, folders);
  const manifestOf = new Map<string, number>();
  for (const [place, list] of manifests.entries()) for (const path of list) manifestOf.set(path, place);
  // Of which place each path is a manifest; -1: of none.
  const isManifestOf = Int32Array.from(history.paths, (path) => manifestOf.get(path) ?? -1);
  const present = Uint32Array.from(history.paths.keys());
  const touched = folders.map((): number[] => []);
  const released = folders.map((): number[] => []);
  const founding = new Map<string, Founding>();
  // The commit in which each place was met last: there are too many commits for a set each.
  const metIn = new Int32Array(folders.length).fill(-1);

  for (let commit = commits.id.length - 1; commit >= 0; commit--) {
    const places: number[] = [];
    const manifests: number[] = [];
    const end = commits.firstChange[commit + 1] ?? 0;
    for (let change = commits.firstChange[commit] ?? 0; change < end; change++) {
      const old = changes.path[change] ?? 0;
      const current = present[old] ?? old;
      const place = placeOf[current] ?? -1;
      if (place >= 0 && metIn[place] !== commit) places.push(place);
      if (place >= 0) metIn[place] = commit;
      const manifest = isManifestOf[current] ?? -1;
      if (manifest >= 0) manifests.push(manifest);
      const status = changes.status[change];
      const from = changes.from[change] ?? -1;
      if (status === ChangeStatus.renamed && from >= 0) present[from] = current;
      if (status === ChangeStatus.added && manifest >= 0) {
        const path = history.paths[current] ?? "";
        founding.set(path, {
          commit: commits.id[commit] ?? "",
          path: history.paths[old] ?? path,
          time: commits.time[commit] ?? 0,
        });
      }
    }
    if (places.length <= SWEEPING) for (const place of places) touched[place]?.push(commit);
    if (manifests.length === 0 || !saysRelease(commits.subject[commit] ?? "")) continue;
    for (const place of new Set(manifests)) released[place]?.push(commit);
  }
  return {
    commits: touched.map(ascending),
    people: peopleOf(history, touched),
    releases: released.map(ascending),
    founding,
    eldest: eldestOf(founding.values()),
  };
}

/** A manifest can come to a path that another one has left. */
function eldestOf(foundings: Iterable<Founding>): ReadonlyMap<string, string> {
  const first = new Map<string, Founding>();
  for (const founding of foundings) {
    const known = first.get(founding.path);
    if (known === undefined || founding.time < known.time) first.set(founding.path, founding);
  }
  return new Map([...first].map(([path, { commit }]) => [path, commit]));
}

function ascending(list: readonly number[]): Uint32Array {
  return Uint32Array.from(list.toReversed());
}

/** `Release 1.2.0`, `v3.0.1`, `chore(release): …`, `Version Packages`; not an update of a dependency. */
export function saysRelease(subject: string): boolean {
  const says =
    /^v?\d+\.\d+(?:\.\d+)?\S*(?:\s*\(#\d+\))?$/.test(subject.trim()) ||
    /^(?:\w+(?:\([^)]*\))?!?:\s*)?(?:\[[^\]]*\]\s*)?(?:new )?(?:release|publish|version packages|bump versions?)\b/i.test(
      subject,
    ) ||
    /^\w+\(release\)/i.test(subject);
  return says && !/\bdep(?:s|endenc(?:y|ies))\b|\bfrom v?\d\S* to v?\d/i.test(subject);
}

/** How many numbers two ascending lists share. */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

/** The place of every path, present or past; -1: of none. */
function placesOf(paths: readonly string[], folders: readonly string[]): Int32Array {
  const byFolder = new Map(folders.map((folder, index) => [folder, index]));
  const known = new Map<string, number>();
  return Int32Array.from(paths, (path) => {
    const folder = folderOf(path);
    const place = known.get(folder) ?? nearest(byFolder, folder) ?? -1;
    known.set(folder, place);
    return place;
  });
}
