/** Trigrams for PostgreSQL, as `pg_trgm` would make them of plain text, so that the extension is not asked for. */

/** Every run of three characters of a lower-case text, each once; a line break belongs to none. */
function trigrams(text: string): string[] {
  const grams = new Set<string>();
  for (const line of text.split("\n")) {
    const characters = Array.from(line);
    for (let at = 0; at + 3 <= characters.length; at++) grams.add(characters.slice(at, at + 3).join(""));
  }
  return [...grams];
}

/** The same as numbers, as they are stored; two may share one, so what is found is compared with the text. */
export function trigramNumbers(text: string): number[] {
  return [...new Set(trigrams(text).map(numberOf))];
}

/** Not negative: negative numbers are organisations. */
function numberOf(gram: string): number {
  let number = 0;
  for (let at = 0; at < gram.length; at++) number = Math.imul(number ^ gram.charCodeAt(at), 0x01_00_01_93);
  return (number ^ (number >>> 15)) & 0x7f_ff_ff_ff;
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
