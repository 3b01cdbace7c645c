/** What a few typed letters most likely mean. */
interface Ranked<T> {
  readonly item: T;
  readonly score: number;
}

/** The best matches first; equal ones keep the order they came in. An empty query matches everything. */
export function rank<T>(items: readonly T[], query: string, text: (item: T) => string, limit: number): readonly T[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return items.slice(0, limit);
  const found: Ranked<T>[] = [];
  for (const item of items) {
    const score = scoreOf(text(item).toLowerCase(), wanted);
    if (score > 0) found.push({ item, score });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** Whole, start, start of a word, inside, letters in order; the shorter text is the nearer one. */
function scoreOf(text: string, wanted: string): number {
  const nearness = 1 / (1 + text.length);
  if (text === wanted) return 6;
  const place = text.indexOf(wanted);
  if (place === 0) return 5 + nearness;
  if (place > 0) return (/[\s/@._-]/.test(text[place - 1] ?? "") ? 4 : 3) + nearness;
  if (wanted.includes(" ")) return wanted.split(/\s+/).every((word) => text.includes(word)) ? 2 + nearness : 0;
  return isSubsequence(text, wanted) ? 1 + nearness : 0;
}

function isSubsequence(text: string, wanted: string): boolean {
  let place = -1;
  for (const letter of wanted) {
    place = text.indexOf(letter, place + 1);
    if (place < 0) return false;
  }
  return true;
}
