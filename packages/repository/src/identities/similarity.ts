/** How much a login looks like a name or an address: a rough probability before anything else is known. */
import { compact, nameWords } from "./name.ts";

/** A login against the words of a name: `jdoe`, `johnd`, `doejohn`, `john-doe`, `srprash` for Prashant Srivastava. @internal */
export function loginLikeName(login: string, name: string): number {
  return keyLikeWords(compact(login), nameWords(name));
}

/** The same for forms that were made before, since one login meets thousands of names. */
export function keyLikeWords(key: string, words: readonly string[]): number {
  if (key.length < 3 || words.length === 0) return 0;
  if (words.join("") === key) return words.length > 1 ? 0.93 : key.length > 4 ? 0.9 : 0.75;
  const bare = key.replace(/\d+$/, "");
  if (bare.length >= 4 && bare !== key && words.join("") === bare) return 0.8;
  if (words.length === 1) return likeOneWord(key, words[0] ?? "");
  if (words.toReversed().join("") === key) return 0.92;
  return Math.max(
    asPrefixes(key, words),
    bare === key || bare.length < 4 ? 0 : asPrefixes(bare, words) * 0.9,
    asPart(key, words),
  );
}

export function keyLikeLocal(key: string, local: string): number {
  if (key.length < 3 || local.length < 3) return 0;
  if (key === local) return key.length > 4 ? 0.92 : 0.8;
  if (key.replace(/\d+$/, "") === local.replace(/\d+$/, "") && local.length > 4) return 0.75;
  const [short, long] = key.length < local.length ? [key, local] : [local, key];
  return short.length >= 6 && (long.startsWith(short) || long.endsWith(short)) ? 0.6 : 0;
}

function likeOneWord(key: string, word: string): number {
  const [short, long] = key.length < word.length ? [key, word] : [word, key];
  return short.length >= 6 && (long.startsWith(short) || long.endsWith(short)) ? 0.6 : 0;
}

/** The login made of beginnings of the name's words, in their order or turned round. */
function asPrefixes(key: string, words: readonly string[]): number {
  const orders = [words, words.toReversed()];
  let best = 0;
  for (const order of orders) best = Math.max(best, prefixScore(key, order));
  return best;
}

/** Names made to be ambiguous (`aaa aaa aaa`) have too many ways to try them all. */
const MOST_STEPS = 500;

/** Longer pieces leave less to chance: `jsuereth` 0.8, `srprash` 0.6, `jd` nothing. */
function prefixScore(key: string, words: readonly string[]): number {
  let best = 0;
  let steps = 0;
  const walk = (at: number, from: number, whole: number, used: number) => {
    if (++steps > MOST_STEPS) return;
    if (at === key.length) {
      if (used >= 2) best = Math.max(best, whole > 0 ? 0.8 : key.length >= 6 ? 0.55 : 0.3);
      return;
    }
    for (let index = from; index < words.length && index < 6; index++) {
      const word = words[index] ?? "";
      const common = commonPrefix(key, at, word);
      for (let length = common; length > 0; length--) {
        walk(at + length, index + 1, whole + (length === word.length && length >= 4 ? 1 : 0), used + 1);
      }
    }
  };
  if (key.length >= 4) walk(0, 0, 0, 0);
  return best;
}

function commonPrefix(key: string, at: number, word: string): number {
  let length = 0;
  while (length < word.length && length < 12 && key[at + length] === word[length]) length++;
  return length;
}

/** One rare word of the name is the login, or is in it with something put before or behind. */
function asPart(key: string, words: readonly string[]): number {
  const last = words.at(-1) ?? "";
  if (last === key && key.length >= 5) return 0.7;
  if (words[0] === key && key.length >= 6) return 0.45;
  if (last.length >= 6 && key.includes(last)) return 0.6;
  return 0;
}
