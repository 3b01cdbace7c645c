/**
 * Tests that never run: switched off where they stand, without a condition, in the way that the common test
 * runners of a language have for it. A test that is left out on one system or browser runs on another, and counts
 * for nothing here.
 */
import { languageOf } from "../language-of.ts";

/** One way of a language; `quotes` open texts of many lines in it, inside of which nothing is code. */
interface Way {
  readonly pattern: RegExp;
  readonly quotes: readonly string[];
  /** A line beside it, among the marks of the same test, that makes it a condition. */
  readonly unless?: RegExp;
}

const NAME = String.raw`(?:test|it|describe|suite|context|specify)`;
/** `it.skip("…")`, `xit("…")`, `test.todo("…")`, `describe.skip.each(…)`; with a variable in place of the name it may be a condition. */
const JAVASCRIPT = new RegExp(
  String.raw`^[ \t]*(?:await |void )?(?:[a-z]\w*\.)?(?:${NAME}(?:\.\w+)*\.(?:skip|todo)(?:\.each\b|\(\s*["'\x60])|x${NAME}(?:\.each\b|\(\s*["'\x60])|(?:${NAME})(?:\.\w+)*\([^\n]*,\s*\{[^{}\n]*\b(?:skip|todo):\s*(?:true\b|["'\x60]))`,
  "gm",
);
const PYTHON = /^[ \t]*(?:@(?:pytest\.mark\.skip\b|unittest\.skip\b)|pytestmark\s*=\s*pytest\.mark\.skip\b)/gm;
/** The first thing that a test does. Bounded within a line: one of nothing but such words would take hours. */
const GO =
  /^func Test\w*\([^\n]*\{\n\s*\w+\.(?:Skip|Skipf|SkipNow)\(|\bRun\([^\n]{0,200}\bfunc\([^\n]{0,80}\{\n\s*\w+\.(?:Skip|Skipf|SkipNow)\(/gm;
const RUST = /^[ \t]*#\[ignore\b/gm;
/** `#[cfg(…)]`, `#[rustversion::not(nightly)]`: whether it exists at all is decided elsewhere. `#[tokio::test]` decides nothing. */
const RUST_CONDITION = /^\s*#\[(?:cfg\b|\w+(?:::\w+)*::(?!\w*test\b)\w+)/;
const JVM = /^[ \t]*@(?:Disabled|Ignore)\b/gm;
const CSHARP = /^[ \t]*\[(?:(?:Fact|Theory)\([^\n]*\bSkip\s*=|Ignore\b)/gm;
const RUBY = /^[ \t]*x(?:it|specify|describe|context|scenario|feature)\b[ (]+["']/gm;
const ELIXIR = /^[ \t]*@(?:tag|moduletag|describetag) (?::skip\b|skip:)/gm;

const WAYS: Readonly<Record<string, Way>> = {
  TypeScript: { pattern: JAVASCRIPT, quotes: ["`"] },
  JavaScript: { pattern: JAVASCRIPT, quotes: ["`"] },
  Python: { pattern: PYTHON, quotes: ['"""', "'''"] },
  Go: { pattern: GO, quotes: ["`"] },
  Rust: { pattern: RUST, quotes: [], unless: RUST_CONDITION },
  Java: { pattern: JVM, quotes: ['"""'] },
  Kotlin: { pattern: JVM, quotes: ['"""'] },
  Scala: { pattern: JVM, quotes: ['"""'] },
  "C#": { pattern: CSHARP, quotes: ['"""'] },
  Ruby: { pattern: RUBY, quotes: [] },
  Elixir: { pattern: ELIXIR, quotes: ['"""'] },
};

/** Tests of these stand in the source itself. */
const BESIDE_SOURCE: ReadonlySet<string> = new Set(["Rust"]);

/** Whether a file that is no test by its name may hold tests. */
export function mayHoldTests(path: string): boolean {
  return BESIDE_SOURCE.has(languageOf(path) ?? "");
}

/** Whether tests can be seen to be switched off in files of its language at all. */
export function knowsTestsOf(path: string): boolean {
  return WAYS[languageOf(path) ?? ""] !== undefined;
}

/** Where tests are switched off, as positions in the text, in order. */
export function switchedOffIn(path: string, text: string): readonly number[] {
  const way = WAYS[languageOf(path) ?? ""];
  if (way === undefined) return [];
  const found: number[] = [];
  for (const { 0: matched, index } of text.matchAll(way.pattern)) {
    const at = index + matched.length - matched.trimStart().length;
    if (way.quotes.some((quote) => isWithin(quote, text.slice(0, at)))) continue;
    if (way.unless === undefined || !marksAround(text, at).some((line) => way.unless?.test(line))) found.push(at);
  }
  return found;
}

const MARK = /^\s*#\[/;

/** The lines of attributes right above and below. */
function marksAround(text: string, at: number): string[] {
  const above = text
    .slice(Math.max(0, at - 1000), at)
    .split("\n")
    .slice(0, -1)
    .reverse();
  const below = text
    .slice(at, at + 1000)
    .split("\n")
    .slice(1);
  return [above, below].flatMap((lines) => {
    const end = lines.findIndex((line) => !MARK.test(line));
    return end < 0 ? lines : lines.slice(0, end);
  });
}

/** An odd number of marks before it: it stands inside of a text. */
function isWithin(quote: string, before: string): boolean {
  let open = false;
  for (let at = before.indexOf(quote); at >= 0; at = before.indexOf(quote, at + quote.length)) {
    if (before[at - 1] !== "\\") open = !open;
  }
  return open;
}
