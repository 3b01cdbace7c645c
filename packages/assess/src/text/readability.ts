/** How hard a text is to read, by a published formula. */
import { syllable } from "syllable";

/**
 * The Flesch-Kincaid grade: years of school that a reader needs. 0.39 words a sentence + 11.8 syllables a
 * word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975). Undefined for fewer than five words, and for
 * text that is not in Latin letters, whose syllables the count does not know.
 */
export function readingGrade(text: string): number | undefined {
  const words = wordsOf(text);
  if (words.length < 5 || !isLatin(text)) return undefined;
  const sentences = Math.max(1, text.split(/[.!?:;]+(?:\s|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length);
  // Names, versions and paths are read as one, not sounded out.
  const syllables = words.reduce((sum, word) => sum + (/^[a-z][a-z'’-]*$/i.test(word) ? syllablesOf(word) : 1), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** The same words come again and again; more than this are names. */
const MOST_WORDS = 20_000;
const counted = new Map<string, number>();

function syllablesOf(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, syllable(word));
  if (counted.size < MOST_WORDS) counted.set(word, count);
  return count;
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’./@_-]*/gu) ?? [];
}

function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin / letters > 0.9;
}
