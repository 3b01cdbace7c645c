/**
 * Our classes beside the breakages that griffe's own tests expect, on its own pairs of modules.
 *
 *   node bench/interfaces/griffe.ts <git directory of github.com/mkdocstrings/griffe> [--all]
 *
 * The repository is read in place, nothing is copied and no Python is run. The table of its test of breakages
 * is read as text: two strings of code and a list of kinds, which is empty where nothing breaks. As the test
 * does, each pair is compared as a module, and as a private module whose name a package passes on.
 */
import { execFileSync } from "node:child_process";
import { python } from "@freehold/interfaces/kinds";
import type { Change, ChangeClass, Place } from "@freehold/interfaces";

const [repository, ...flags] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node bench/interfaces/griffe.ts <git directory of griffe> [--all]");
  process.exit(2);
}

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-C", repository ?? "", ...args], { maxBuffer: 1 << 28 }).toString();
}

interface Pair {
  readonly old: string;
  readonly young: string;
  readonly expected: readonly string[];
}

/** Rows `("old", "new", [BreakageKind.X])` of the table, and tests that name their code and assert on it. */
function pairsIn(text: string): Pair[] {
  const string = String.raw`"((?:[^"\\]|\\.)*)"`;
  const row = new RegExp(String.raw`\(\s*(?:#[^\n]*\n\s*)*${string},\s*${string},\s*\[([^\]]*)\],[^\n]*\s*\)`, "g");
  const table = [...text.matchAll(row)].map(([, old = "", young = "", kinds = ""]) => ({
    old: unescaped(old),
    young: unescaped(young),
    expected: Array.from(kinds.matchAll(/BreakageKind\.(\w+)/g), ([, kind = ""]) => kind),
  }));
  const named = /old_code = """([^]*?)"""\s*new_code = """([^]*?)"""[^]*?assert (not )?list\(find_breaking_changes/g;
  const blocks = [...text.matchAll(named)].map(([, old = "", young = "", not]) => ({
    old: dedented(old),
    young: dedented(young),
    expected: not === undefined ? ["ANY"] : [],
  }));
  return [...table, ...blocks];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, character: string) => ({ n: "\n", t: "\t" })[character] ?? character);
}

function dedented(text: string): string {
  const margin = Math.min(...[...text.matchAll(/^([ \t]*)\S/gm)].map(([, blank = ""]) => blank.length));
  return text.replaceAll(new RegExp(`^[ \\t]{${margin}}`, "gm"), "");
}

type Files = Readonly<Record<string, string>>;

function elementsOf(files: Files) {
  const place: Place = { folder: "", paths: Object.keys(files), read: (path) => files[path] };
  const sources = python.find(place).map((path) => ({ path, text: files[path] ?? "" }));
  return python.extract(sources, place).elements;
}

function compare(old: Files, young: Files): readonly Change[] {
  return python.compare(elementsOf(old), elementsOf(young));
}

function classOf(changes: readonly Change[]): ChangeClass {
  if (changes.some((change) => change.class === "breaking")) return "breaking";
  return changes.some((change) => change.class === "unknown") ? "unknown" : "compatible";
}

const path = git("ls-tree", "-r", "--name-only", "HEAD")
  .split("\n")
  .find((one) => one.endsWith("tests/test_diff.py"));
const pairs = path === undefined ? [] : pairsIn(git("show", `HEAD:${path}`));
const counts = new Map<string, number>();
const passedOn = "from ._mod_a import a\n__all__ = ['a']";
for (const { old, young, expected } of pairs) {
  const forms: [string, readonly Change[]][] = [["module", compare({ "mod.py": old }, { "mod.py": young })]];
  if (!expected.includes("ANY") && /^(?:async )?(?:def|class) a\b|^a\b/.test(old))
    forms.push([
      "passed on",
      compare(
        { "p/__init__.py": passedOn, "p/_mod_a.py": old },
        { "p/__init__.py": young === "" ? "" : passedOn, "p/_mod_a.py": young },
      ),
    ]);
  for (const [form, changes] of forms) {
    const label = expected.length > 0 ? "breaking" : "compatible";
    const ours = classOf(changes);
    const cell = `${label} -> ${ours}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    if (label === ours && !flags.includes("--all")) continue;
    console.log(`\n${cell}  (${form})  ${JSON.stringify(old)} -> ${JSON.stringify(young)}`);
    console.log(`  expected: ${expected.join(", ") || "nothing"}`);
    for (const change of changes) console.log(`  ${change.class} ${change.rule}: ${change.message}`);
  }
}

const of = (cell: string): number => counts.get(cell) ?? 0;
const total = (label: string): number =>
  of(`${label} -> breaking`) + of(`${label} -> compatible`) + of(`${label} -> unknown`);
const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`;
console.log(
  `\n${pairs.length} pairs, ${total("breaking")} comparisons breaking and ${total("compatible")} compatible by griffe's tests`,
);
console.log(`false compatible  ${share(of("breaking -> compatible"), total("breaking"))}`);
console.log(`false breaking    ${share(of("compatible -> breaking"), total("compatible"))}`);
console.log(
  `unknown           ${of("breaking -> unknown")} of the breaking, ${of("compatible -> unknown")} of the compatible`,
);
