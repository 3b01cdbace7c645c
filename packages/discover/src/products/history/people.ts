/** Who works on a place, as a vector: one over the places a commit touches, by how few places a person is in. */
import type { History } from "@freehold/repository";

export type PeopleVector = ReadonlyMap<number, number>;

/** `touched[place]` are the commits that touched it. Vectors have length one; a sweeper weighs next to nothing. */
export function peopleOf({ commits }: History, touched: readonly (readonly number[])[]): PeopleVector[] {
  const breadth = new Uint32Array(commits.id.length);
  for (const list of touched) for (const commit of list) breadth[commit] = (breadth[commit] ?? 0) + 1;
  const counts = touched.map((list) => {
    const weights = new Map<number, number>();
    for (const commit of list) {
      const author = commits.author[commit] ?? 0;
      weights.set(author, (weights.get(author) ?? 0) + 1 / (breadth[commit] ?? 1));
    }
    return weights;
  });
  const present = new Map<number, number>();
  for (const weights of counts)
    for (const author of weights.keys()) present.set(author, (present.get(author) ?? 0) + 1);
  return counts.map((weights) => {
    const scaled = [...weights].map(([author, weight]): [number, number] => {
      return [author, Math.log1p(weight) * Math.log((1 + touched.length) / (present.get(author) ?? 1))];
    });
    const length = Math.hypot(...scaled.map(([, weight]) => weight));
    return new Map(length === 0 ? [] : scaled.map(([author, weight]) => [author, weight / length]));
  });
}

/** 1: the same people in the same shares; 0: nobody in common. */
export function similarity(a: PeopleVector | undefined, b: PeopleVector | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (const [author, weight] of a) sum += weight * (b.get(author) ?? 0);
  return sum;
}
