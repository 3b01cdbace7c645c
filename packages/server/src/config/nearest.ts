/** The name that somebody who mistyped one probably meant. */

/** The candidate with the smallest edit distance; O(length² × candidates). */
export function nearest(word: string, candidates: readonly string[]): string {
  const short = word.slice(0, 60);
  const ranked = candidates.map((candidate) => ({ candidate, distance: distance(short, candidate) }));
  return ranked.sort((a, b) => a.distance - b.distance)[0]?.candidate ?? "";
}

/** Levenshtein's, by rows. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
