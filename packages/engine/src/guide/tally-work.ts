/** The work of a period by place: how much of one person's is there, and how much of all that is there is theirs. */
import type { Product } from "@freehold/model";
import type { CommitAt } from "./own-commits.ts";
import type { PlaceOf } from "./places.ts";

export interface WorkAt {
  readonly repository: string;
  readonly folder: string;
  readonly product?: Product;
  /** The person's commits that touch it, newest first. */
  readonly commits: readonly CommitAt[];
  /** Work counts one a commit, divided by the files in each place. */
  readonly mine: number;
  readonly all: number;
}

/** Places that the person touched, most of their work first. */
export function tallyWork(commits: readonly CommitAt[], placeOf: PlaceOf): readonly WorkAt[] {
  const places = new Map<string, { -readonly [K in keyof WorkAt]: WorkAt[K] } & { commits: CommitAt[] }>();
  for (const commit of commits) {
    const here = Map.groupBy(commit.paths, (path) => {
      const { product, folder } = placeOf(commit.repository, path);
      const key = product === undefined ? `${commit.repository}:${folder}` : product.id;
      if (!places.has(key)) {
        const place = { repository: commit.repository, folder, commits: [], mine: 0, all: 0 };
        places.set(key, product === undefined ? place : { ...place, product });
      }
      return key;
    });
    for (const [key, paths] of here) {
      const place = places.get(key);
      if (place === undefined) continue;
      const weight = paths.length / commit.paths.length;
      place.all += weight;
      if (!commit.mine) continue;
      place.mine += weight;
      place.commits.push(commit);
    }
  }
  const touched = [...places.values()].filter(({ mine }) => mine > 0);
  for (const place of touched) place.commits.sort((a, b) => b.time - a.time);
  return touched.sort((a, b) => b.mine - a.mine || (a.folder < b.folder ? -1 : 1));
}
