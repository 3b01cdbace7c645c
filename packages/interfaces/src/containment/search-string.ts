/** Strings: a length, languages, and what is left out. */
import type { DFA } from "refa";
import { formatExamples } from "./format.ts";
import { holds } from "./holds.ts";
import { complement, intersection, lengthLanguage, patternLanguage, sample } from "./language.ts";
import { found, unknown } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { Literal, Search } from "./search-types.ts";

export function searchString(_search: Search, literals: readonly Literal[], want: number): Outcome {
  const listed = literals.flatMap(({ formula, yes }) => (formula.op === "enum" && yes ? [formula.values] : []))[0];
  if (listed !== undefined)
    return found(
      fitting(
        literals,
        listed.filter((value) => typeof value === "string"),
      ),
      true,
    );
  const { min, max } = lengths(literals);
  if (min > max) return found([], true);
  const { languages, whole } = languagesOf(literals);
  const excluded = literals.reduce((all, { formula }) => all + (formula.op === "enum" ? formula.values.length : 0), 0);
  const examples = fitting(literals, [...formatWords(literals), ...plainWords(min, max, want + excluded)]);
  if (languages.length === 0) {
    if (max === 0) return whole ? found(fitting(literals, [""]), true) : maybe(examples);
    return examples.length > 0 ? found(examples, false) : maybe(examples);
  }
  return searchLanguages(literals, languages, min, max, want + excluded, examples, whole);
}

function maybe(values: readonly string[]): Outcome {
  return values.length > 0 ? found(values, false) : unknown("no string was found for a pattern or format");
}

function fitting(literals: readonly Literal[], values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => literals.every(({ formula, yes }) => holds(formula, value) !== !yes));
}

function lengths(literals: readonly Literal[]): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = Infinity;
  for (const { formula, yes } of literals) {
    if (formula.op !== "minLength" && formula.op !== "maxLength") continue;
    if ((formula.op === "minLength") === yes) min = Math.max(min, yes ? formula.count : formula.count + 1);
    else max = Math.min(max, yes ? formula.count : formula.count - 1);
  }
  return { min, max };
}

/** `whole`: every pattern was understood, and there are no formats. */
function languagesOf(literals: readonly Literal[]): { readonly languages: readonly DFA[]; readonly whole: boolean } {
  const languages: DFA[] = [];
  let whole = true;
  for (const { formula, yes } of literals) {
    if (formula.op === "format" || formula.op === "opaque") whole = false;
    if (formula.op !== "pattern") continue;
    const language = patternLanguage(formula.source);
    const signed = language === undefined || yes ? language : complement(language);
    if (signed === undefined) whole = false;
    else languages.push(signed);
  }
  return { languages, whole };
}

function formatWords(literals: readonly Literal[]): string[] {
  return literals.flatMap(({ formula, yes }) =>
    formula.op === "format" ? (yes ? formatExamples(formula.name) : ["", "!", "no such format \u0001"]) : [],
  );
}

const LONGEST = 20_000;

function plainWords(min: number, max: number, want: number): string[] {
  if (min > LONGEST) return [];
  const letters = ["a", "b", "0", "A", "-", " ", "é"]
    .map((letter) => letter.repeat(min))
    .filter((word) => word.length > 0);
  const longer = Array.from({ length: Math.min(want + 2, 50) }, (_, index) => "a".repeat(min + index));
  const numbered = Array.from({ length: Math.min(want, 2000) }, (_, index) => `${index}`.padStart(min, "x"));
  const boundary = max < LONGEST ? ["a".repeat(max), "0".repeat(max)] : [];
  return [...longer, ...letters, ...numbered, ...boundary];
}

function searchLanguages(
  literals: readonly Literal[],
  languages: readonly DFA[],
  min: number,
  max: number,
  want: number,
  examples: readonly string[],
  whole: boolean,
): Outcome {
  const sized = min > 0 || max !== Infinity ? lengthLanguage(min, max) : undefined;
  const parts = sized === undefined ? languages : [...languages, sized];
  let all: DFA | undefined = parts[0];
  for (const part of parts.slice(1)) all = all === undefined ? undefined : intersection(all, part);
  if (all === undefined) return maybe(examples);
  if (all.isEmpty) return found([], true);
  const { words, complete } = sample(all, want + 8);
  const values = fitting(literals, [...words, ...examples]);
  // A language without the length bound is larger than what is asked for, never smaller: all its words are all there are.
  if (complete && whole) return found(values, true);
  if (complete && values.length === 0 && fitting(literals, words).length === 0) return found([], true);
  return values.length > 0 ? found(values, false) : maybe([]);
}
