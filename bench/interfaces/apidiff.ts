/**
 * Our classes beside those that apidiff's own test data expect, on its own pairs of packages.
 *
 *   node bench/interfaces/apidiff.ts <git directory of github.com/golang/exp> [--all]
 *
 * The repository is read in place, nothing is copied. A file of test data is split as apidiff's own test
 * splits it: `// old`, `// new` and `// both` say which version the lines below belong to, `// i …` and
 * `// c …` what is expected, as incompatible or compatible, of an object. Objects are compared one by one.
 */
import { execFileSync } from "node:child_process";
import { go } from "@freehold/interfaces/kinds";
import type { Change, ChangeClass, Place } from "@freehold/interfaces";

const [repository, ...flags] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node bench/interfaces/apidiff.ts <git directory of golang/exp> [--all]");
  process.exit(2);
}

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-C", repository ?? "", ...args], { maxBuffer: 1 << 28 }).toString();
}

type Label = "breaking" | "compatible";

interface Pair {
  readonly old: string;
  readonly young: string;
  /** By object. */
  readonly expected: Map<string, Label>;
}

function split(text: string): Pair {
  const sides = { old: [] as string[], young: [] as string[] };
  const expected = new Map<string, Label>();
  let to: readonly ("old" | "young")[] = ["old", "young"];
  for (const line of text.split("\n")) {
    const [, mark, rest = ""] = /^\s*\/\/ (old|new|both|i|c)(?: (.+?))?\s*$/.exec(line) ?? [];
    if (mark === "old" && rest === "") to = ["old"];
    else if (mark === "new" && rest === "") to = ["young"];
    else if (mark === "both" && rest === "") to = ["old", "young"];
    else if ((mark === "i" || mark === "c") && rest !== "") {
      const object = nameIn(rest);
      if (expected.get(object) !== "breaking") expected.set(object, mark === "i" ? "breaking" : "compatible");
    } else for (const side of to) sides[side].push(line);
  }
  return { old: sides.old.join("\n"), young: sides.young.join("\n"), expected };
}

/** `(*T).M: changed …` and `T.M, method set of *T: removed` are about `T.M`; `T, element type` about `T`. */
function nameIn(message: string): string {
  return (/^[^:,\s]+/.exec(message)?.[0] ?? message).replace(/^\(\*(.+?)\)/, "$1");
}

function elementsOf(text: string) {
  const files = new Map([
    ["go.mod", "module apidiff\n"],
    ["p.go", text],
  ]);
  const place: Place = { folder: "", paths: [...files.keys()], read: (path) => files.get(path) };
  const sources = go.find(place).map((path) => ({ path, text: files.get(path) ?? "" }));
  return go.extract(sources, place).elements;
}

const WEIGHT: readonly ChangeClass[] = ["compatible", "unknown", "breaking"];

function byObject(
  changes: readonly Change[],
  expected: ReadonlyMap<string, Label>,
): Map<string, { class: ChangeClass; messages: string[] }> {
  const found = new Map<string, { class: ChangeClass; messages: string[] }>();
  for (const change of changes) {
    const object = asExpected(objectOf(change), expected);
    const known = found.get(object) ?? { class: "compatible", messages: [] };
    known.messages.push(`${change.class} ${change.rule}: ${change.message}`);
    if (WEIGHT.indexOf(change.class) > WEIGHT.indexOf(known.class)) known.class = change.class;
    found.set(object, known);
  }
  return found;
}

/** We say of each type that it loses a method it had by embedding; apidiff says it of the method's own type. */
function asExpected(object: string, expected: ReadonlyMap<string, Label>): string {
  const member = /\.\w+$/.exec(object)?.[0];
  if (expected.has(object) || member === undefined) return object;
  return [...expected.keys()].find((other) => other.endsWith(member)) ?? object;
}

/** What a finding is about stands in front; of an addition, its signature does. */
function objectOf({ element, message, effect, new: young }: Change): string {
  const field = /^(\w+\.\w+) .*: added$/.exec(message)?.[1];
  if (effect === "added" && young !== undefined) return field ?? young.name;
  const named = /^(?:\(\*)?(\w+)\)?(\.\w+)?[:,\s(]/.exec(message);
  return named === null ? element.slice(element.indexOf("#") + 1) : `${named[1]}${named[2] ?? ""}`;
}

const counts = new Map<string, number>();
const files = git("ls-tree", "-r", "--name-only", "HEAD", "apidiff/testdata")
  .split("\n")
  .filter((path) => /^apidiff\/testdata\/\w+\.go$/.test(path));
for (const path of files) {
  const { old, young, expected } = split(git("show", `HEAD:${path}`));
  const found = byObject(go.compare(elementsOf(old), elementsOf(young)), expected);
  for (const object of [...new Set([...expected.keys(), ...found.keys()])].sort()) {
    const theirs = expected.get(object) ?? "no change";
    const ours = found.get(object)?.class ?? "no change";
    const cell = `${theirs} -> ${ours}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    if (ours === theirs && !flags.includes("--all")) continue;
    console.log(`\n${cell}  ${path.split("/").at(-1)}: ${object}`);
    for (const message of found.get(object)?.messages ?? []) console.log(`  ${message}`);
  }
}

const sum = (pattern: RegExp): number =>
  [...counts].reduce((total, [cell, count]) => (pattern.test(cell) ? total + count : total), 0);
const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`;
console.log(`\n${files.length} files; objects by apidiff's expectation -> ours`);
for (const [cell, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${cell}: ${count}`);
console.log(`false compatible  ${share(sum(/^breaking -> (?:compatible|no change)$/), sum(/^breaking/))}`);
console.log(`false breaking    ${share(sum(/^(?:compatible|no change) -> breaking$/), sum(/^compatible|^no change/))}`);
console.log(
  `unknown           ${sum(/^breaking -> unknown$/)} of the breaking, ${sum(/^(?:compatible|no change) -> unknown$/)} of the others`,
);
