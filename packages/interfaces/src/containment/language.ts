/**
 * Patterns as regular languages. Nothing is ever matched by backtracking: a pattern becomes an
 * automaton within a limit of states, or it is not understood at all.
 */
import { DFA, JS, NFA, Transformers, Words, transform } from "refa";
import { RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import type { AST } from "@eslint-community/regexpp";
import { rangeWords } from "./words.ts";
import type { RangeWord } from "./words.ts";

const STATES = 4000;
const LONGEST_SOURCE = 2000;
const MAX_CODE_POINT = 0x10ffff;
const CACHE_LIMIT = 2000;

const languages = new Map<string, DFA | undefined>();

/** The strings in which the pattern is found somewhere; undefined where it is no regular one or too large. */
export function patternLanguage(source: string): DFA | undefined {
  if (languages.has(source)) return languages.get(source);
  if (languages.size > CACHE_LIMIT) languages.clear();
  const language = attempt(() => compile(source));
  languages.set(source, language);
  return language;
}

function compile(source: string): DFA | undefined {
  if (source.length > LONGEST_SOURCE) return undefined;
  const text = attempt(() => parsed(source)) === undefined ? withoutNeedlessEscapes(source) : source;
  const pattern = parsed(text);
  if (!isRegular(pattern)) return undefined;
  return pattern.alternatives
    .map((alternative) => alternativeLanguage(alternative.raw))
    .reduce<DFA | undefined>((all, one) => (all === undefined ? one : union(all, one)), undefined);
}

function parsed(source: string): AST.Pattern {
  return new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
}

/** Only anchors among the assertions, no back references. */
function isRegular(pattern: AST.Pattern): boolean {
  let regular = true;
  visitRegExpAST(pattern, {
    onAssertionEnter(node) {
      if (node.kind !== "start" && node.kind !== "end") regular = false;
    },
    onBackreferenceEnter() {
      regular = false;
    },
  });
  return regular;
}

/** Without the `u` flag `\-` and `\_` are allowed, with it they are errors; they mean the character itself. */
function withoutNeedlessEscapes(source: string): string {
  return source
    .replace(/\\([^])/g, (whole, char: string) => (/[\s!"#%&',:;<=>@_`~]/.test(char) ? char : whole))
    .replace(/\[(?:\\[^]|[^\]\\])*\]|\\-/g, (part) => (part === "\\-" ? "-" : part));
}

function alternativeLanguage(raw: string): DFA {
  const { expression } = JS.Parser.fromLiteral({ source: `[^]*(?:${raw})[^]*`, flags: "u" }).parse({
    backreferences: "throw",
    maxNodes: STATES,
  });
  const applied = transform(Transformers.applyAssertions(), expression);
  const simple = transform(Transformers.simplify(), applied);
  // What is left at the edges looks beyond the whole string, where `^` and `$` are true.
  const bare = transform(Transformers.patternEdgeAssertions({ remove: true }), simple);
  const nfa = NFA.fromRegex(
    bare,
    { maxCharacter: MAX_CODE_POINT },
    { assertions: "throw" },
    new NFA.LimitedNodeFactory(STATES),
  );
  return small(DFA.fromFA(nfa, new DFA.LimitedNodeFactory(STATES)));
}

function small(dfa: DFA): DFA {
  dfa.minimize();
  return dfa;
}

export function complement(language: DFA): DFA | undefined {
  return attempt(() => {
    const copy = language.copy(new DFA.LimitedNodeFactory(STATES));
    copy.complement(new DFA.LimitedNodeFactory(STATES));
    return small(copy);
  });
}

export function intersection(a: DFA, b: DFA): DFA | undefined {
  return attempt(() => small(DFA.fromIntersection(a, b, new DFA.LimitedNodeFactory(STATES))));
}

function union(a: DFA, b: DFA): DFA | undefined {
  const [left, right] = [complement(a), complement(b)];
  const neither = left === undefined || right === undefined ? undefined : intersection(left, right);
  return neither === undefined ? undefined : complement(neither);
}

/** Strings of between `min` and `max` code points; undefined where that needs too many states. */
export function lengthLanguage(min: number, max: number): DFA | undefined {
  if (min > STATES / 4 || (max !== Infinity && max > STATES / 4)) return undefined;
  return patternLanguage(`^[^]{${min},${max === Infinity ? "" : max}}$`);
}

export function accepts(language: DFA, text: string): boolean {
  return language.test(Words.fromStringToUnicode(text));
}

/** Some of the language's strings, short ones first; `complete` when these are all. */
export function sample(language: DFA, want: number): { readonly words: readonly string[]; readonly complete: boolean } {
  const words = new Set<string>();
  if (language.isFinite) {
    let steps = 0;
    for (const ranges of rangeWords(language)) {
      for (const word of allOf(ranges, 0)) {
        if (++steps > 3000) return { words: [...words], complete: false };
        words.add(word);
      }
    }
    return { words: [...words], complete: true };
  }
  for (const ranges of rangeWords(language)) {
    words.add(ranges.map(({ min, max }) => readableChar(min, max)).join(""));
    words.add(ranges.map(({ min }) => String.fromCodePoint(min)).join(""));
    if (words.size >= want) break;
  }
  return { words: [...words], complete: false };
}

function* allOf(ranges: RangeWord, from: number): Iterable<string> {
  const range = ranges[from];
  if (range === undefined) yield "";
  else
    for (const rest of allOf(ranges, from + 1))
      for (let code = range.min; code <= range.max; code++) yield String.fromCodePoint(code) + rest;
}

function readableChar(min: number, max: number): string {
  const nice = ["a", "A", "0", " "].map((char) => char.codePointAt(0) ?? 0).find((code) => code >= min && code <= max);
  return String.fromCodePoint(nice ?? min);
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined; // Too many states, or syntax that the parser refuses: the caller says "unknown".
  }
}
