/** Products that may do already what somebody needs: words of the need that their names and missions share. */
import type { Snapshot, Start } from "@freehold/model";

const MOST = 5;
const SHORTEST = 4;

/**
 * Ranked by the sum of inverse document frequencies of the shared words, as search engines weigh them (Spärck Jones
 * 1972): a word that every product has says nothing. At least two words are shared, or one that is the product's name.
 */
export function similarProducts(need: string, { products }: Snapshot): Start["similar"] {
  const wanted = wordsOf(need);
  const documents = products
    .filter(({ hidden }) => hidden !== true)
    .map((product) => {
      const mission = product.mission?.value;
      return { product, mission, own: wordsOf(product.name), words: wordsOf(`${product.name} ${mission ?? ""}`) };
    });
  const weight = (word: string) =>
    Math.log(1 + documents.length / documents.filter(({ words }) => words.has(word)).length);
  return documents
    .map(({ product, mission, own, words }) => {
      const shared = [...wanted].filter((word) => words.has(word));
      const score = shared.reduce((sum, word) => sum + weight(word), 0);
      return { product, mission, shared, score, named: shared.some((word) => own.has(word)) };
    })
    .filter(({ shared, named }) => shared.length >= 2 || named)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ product, mission, shared }) => ({
      slug: product.slug,
      name: product.name,
      ...(mission === undefined ? {} : { mission }),
      words: shared,
    }));
}

/** Long words in lower case, plural and singular taken for one. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST).map((word) => word.replace(/(?:es|s)$/, "")));
}
