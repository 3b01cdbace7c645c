/** Which present files each commit changed, renames followed, and where each file first appeared. */
import { ChangeStatus, type History } from "@freehold/repository";
import type { Founding } from "../history/places-in-history.ts";

/** A commit that changes more files than this says nothing of which belong together. */
const SWEEPING = 100;

export interface FileChanges {
  /** Files of each commit that changed at least two and not too many; indexes into the paths asked for. */
  readonly together: readonly (readonly number[])[];
  foundingOf(file: number): Founding | undefined;
  /** Some commit came back to these files after the one that made them; sweeping ones don't count. */
  livesOn(files: readonly number[]): boolean;
}

export function followFiles({ commits, changes, paths }: History, present: readonly string[]): FileChanges {
  const fileOf = new Map(present.map((path, index) => [path, index]));
  const current = Int32Array.from(paths, (path) => fileOf.get(path) ?? -1);
  const foundedIn = new Int32Array(present.length).fill(-1);
  const foundedAs = new Int32Array(present.length).fill(-1);
  const first = new Int32Array(present.length).fill(-1);
  const last = new Int32Array(present.length).fill(-1);
  const together: number[][] = [];
  for (let commit = commits.id.length - 1; commit >= 0; commit--) {
    const touched = new Set<number>();
    const end = commits.firstChange[commit + 1] ?? 0;
    for (let change = commits.firstChange[commit] ?? 0; change < end; change++) {
      const path = changes.path[change] ?? 0;
      const file = current[path] ?? -1;
      if (file < 0) continue;
      touched.add(file);
      const from = changes.from[change] ?? -1;
      if (changes.status[change] === ChangeStatus.renamed && from >= 0) current[from] = file;
      if (changes.status[change] === ChangeStatus.added) {
        foundedIn[file] = commit;
        foundedAs[file] = path;
        see(file, commit);
      }
    }
    if (touched.size <= SWEEPING) for (const file of touched) see(file, commit);
    if (touched.size >= 2 && touched.size <= SWEEPING) together.push([...touched]);
  }
  return {
    together,
    foundingOf(file) {
      const commit = foundedIn[file] ?? -1;
      if (commit < 0) return undefined;
      return {
        commit: commits.id[commit] ?? "",
        path: paths[foundedAs[file] ?? 0] ?? "",
        time: commits.time[commit] ?? 0,
      };
    },
    livesOn(files) {
      const seen = new Set(files.flatMap((file) => [first[file] ?? -1, last[file] ?? -1]));
      seen.delete(-1);
      return seen.size > 1;
    },
  };

  function see(file: number, commit: number): void {
    if (first[file] === -1) first[file] = commit;
    last[file] = commit;
  }
}
