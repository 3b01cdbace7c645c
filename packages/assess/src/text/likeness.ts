/** Whether two short texts speak of the same thing: the words that carry meaning, by their stems. */
import { wordsOf } from "./readability.ts";

/** Words that every text has; what is left says what it is about. */
const EMPTY = new Set(
  (
    "a an the and or but if of in on at to for from by with without into onto over under as is are was were be been being " +
    "it its this that these those they them their you your we our us i he she his her which who whom what where when how why " +
    "can could will would should may might must do does did done has have had not no nor so than then too very just also all any " +
    "each every both few more most other some such only own same there here about above below between through during before after " +
    "again once up down out off use used uses using make makes made making let lets get gets via per etc e.g i.e"
  ).split(" "),
);

export function meaningOf(text: string): ReadonlySet<string> {
  const stems = wordsOf(text.toLowerCase())
    .flatMap((word) => word.split(/[./@_'’-]+/))
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map(stem);
  return new Set(stems);
}

/** Shared words over those of the shorter text: 1 where one says nothing that the other doesn't. */
export function overlap(a: string, b: string): number {
  const [first, second] = [meaningOf(a), meaningOf(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  const least = Math.min(first.size, second.size);
  return least === 0 ? 0 : shared / least;
}

/** Endings cut, so that `products`, `product` and `producing` meet; coarse, and the same for both texts. */
function stem(word: string): string {
  return word.length <= 4
    ? word.replace(/s$/, "")
    : word.replace(/(?:ations?|ings?|ers?|ors?|ies|ied|ed|es|ly|s|y|e)$/, "");
}
