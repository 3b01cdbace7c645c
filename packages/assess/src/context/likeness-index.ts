/** Which products say that they do the same: missions by the words they share, rare words first. */
import type { Product } from "@freehold/model";
import { meaningOf } from "../text/likeness.ts";

interface Likeness {
  readonly product: Product;
  /** Shared words over those of both, each weighed by how rare it is: 1 is the same set of words. */
  readonly share: number;
  readonly words: readonly string[];
}

export interface LikenessIndex {
  /** The most alike of the others, best first. */
  of(product: Product): readonly Likeness[];
}

/** A word in more missions than this says nothing of two of them, and would make the search quadratic. */
const COMMON = 100;
const MOST = 5;

export function indexLikeness(products: readonly Product[]): LikenessIndex {
  const words = products.map(({ mission }) => meaningOf(mission?.value ?? ""));
  const places = new Map<string, number[]>();
  for (const [index, set] of words.entries()) {
    for (const word of set) {
      const list = places.get(word);
      if (list === undefined) places.set(word, [index]);
      else list.push(index);
    }
  }
  const indexOf = new Map(products.map(({ id }, index) => [id, index]));
  const weight = (word: string) => Math.log(1 + products.length / (places.get(word)?.length ?? 1));
  const total = (index: number) => [...(words[index] ?? [])].reduce((sum, word) => sum + weight(word), 0);
  return {
    of(product) {
      const own = indexOf.get(product.id);
      if (own === undefined) return [];
      const shared = new Map<number, string[]>();
      for (const word of words[own] ?? []) {
        const list = places.get(word) ?? [];
        if (list.length > COMMON) continue;
        for (const other of list) {
          if (other !== own) shared.set(other, [...(shared.get(other) ?? []), word]);
        }
      }
      const alike = [...shared].flatMap(([other, found]): Likeness[] => {
        const one = products[other];
        const common = found.reduce((sum, word) => sum + weight(word), 0);
        const both = total(own) + total(other) - common;
        return one === undefined || found.length < 3 ? [] : [{ product: one, share: common / both, words: found }];
      });
      return alike.sort((a, b) => b.share - a.share).slice(0, MOST);
    },
  };
}
