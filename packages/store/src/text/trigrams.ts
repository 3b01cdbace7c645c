/** Trigrams for PostgreSQL, as `pg_trgm` would make them of plain text, so that the extension is not asked for. */

/** Every run of three characters of a lower-case text, each once; a line break belongs to none. */
export function trigrams(text: string): string[] {
  const grams = new Set<string>();
  for (const line of text.split("\n")) {
    const characters = Array.from(line);
    for (let at = 0; at + 3 <= characters.length; at++) grams.add(characters.slice(at, at + 3).join(""));
  }
  return [...grams];
}

/** Words of a query, lower-case: what stands between anything that is neither letter nor digit. */
export function queryWords(query: string): string[] {
  return (
    query
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MOST_WORDS) ?? []
  );
}

const MOST_WORDS = 12;
