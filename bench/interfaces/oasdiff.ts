/**
 * Our classes beside those that oasdiff's own tests expect, on its own pairs of descriptions.
 *
 *   node bench/interfaces/oasdiff.ts <git directory of github.com/oasdiff/oasdiff> [--all]
 *
 * The repository is read in place, nothing is copied. A pair is breaking when some test expects a
 * finding of level error or warning for it, compatible when all expected findings are informational or
 * there are none. Tests that change the description in their own code cannot be read so and are left out.
 */
import { execFileSync } from "node:child_process";
import { posix } from "node:path";
import { openapi } from "@freehold/interfaces/kinds";
import type { Change, ChangeClass, Place } from "@freehold/interfaces";

interface Pair {
  readonly base: string;
  readonly revision: string;
  readonly tests: string[];
  readonly expected: Set<string>;
  label: "breaking" | "compatible";
}

const [repository, ...flags] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node bench/interfaces/oasdiff.ts <git directory of oasdiff> [--all]");
  process.exit(2);
}

const blobs = new Map<string, string>();

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-C", repository ?? "", ...args], { maxBuffer: 1 << 30 }).toString();
}

function read(path: string): string | undefined {
  if (!files.has(path)) return undefined;
  const known = blobs.get(path) ?? git("show", `HEAD:${path}`);
  blobs.set(path, known);
  return known;
}

const files = new Set(git("ls-tree", "-r", "--name-only", "HEAD").split("\n"));

/** Name of a finding in the code to its level. */
function levels(): Map<string, string> {
  const found = [...(read("checker/rules.go") ?? "").matchAll(/newBackwardCompatibilityRule\((\w+), (\w+)/g)];
  return new Map(found.map((match) => [match[1] ?? "", match[2] ?? ""]));
}

function pairs(): Pair[] {
  const level = levels();
  const found = new Map<string, Pair>();
  const code = [...files].filter((file) => /^checker\/.*_test\.go$/.test(file)).map((file) => read(file) ?? "");
  const folders = new Map(
    code
      .flatMap((text) => [...text.matchAll(/func (\w+)\(\w+ string\) string \{\s*return fmt\.Sprintf\("([^"]+)"/g)])
      .map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
  for (const text of code) {
    for (const [, name = "", body = ""] of text.matchAll(/\nfunc (Test\w+)\([^)]*\) \{\n([^]*?)\n\}/g)) {
      const opened = openedFiles(body, folders);
      const order = /GetWithOperationsSourcesMap\([^,]+, (\w+), (\w+)\)/.exec(body);
      const [base, revision] = [opened.get(order?.[1] ?? ""), opened.get(order?.[2] ?? "")];
      if (base === undefined || revision === undefined || base === revision || !says(body) || isMutated(body)) continue;
      const key = `${base} ${revision}`;
      const pair: Pair = found.get(key) ?? { base, revision, tests: [], expected: new Set(), label: "compatible" };
      pair.tests.push(name);
      for (const id of expectedIds(body)) pair.expected.add(id);
      if (findsSomething(body) || [...pair.expected].some((id) => level.get(id) === "ERR" || level.get(id) === "WARN"))
        pair.label = "breaking";
      found.set(key, pair);
    }
  }
  return [...found.values()].filter((pair) => files.has(pair.base) && files.has(pair.revision));
}

/** The descriptions are used for something else than being opened and compared, or the levels are reset. */
function isMutated(body: string): boolean {
  const uses = body
    .split("\n")
    .filter((line) => /\bs[12]\b/.test(line) && !/:?= open\(|GetWithOperationsSourcesMap|require\./.test(line));
  return uses.length > 0 || /Deprecat\w*Days|WithStability|WithDeprecation|WithSeverity|WithOptionalCheck/.test(body);
}

/** Without a level given, only errors and warnings are reported: any finding then is a breaking one. */
function findsSomething(body: string): boolean {
  return (
    /CheckBackwardCompatibility\(/.test(body) && /require\.NotEmpty\(t, errs\)|require\.Len\(t, errs, [1-9]/.test(body)
  );
}

/** Tests about other things than findings say nothing about the pair. */
function says(body: string): boolean {
  return (
    findsSomething(body) ||
    expectedIds(body).length > 0 ||
    /require\.Empty\(t, errs\)|require\.Len\(t, errs, 0\)/.test(body)
  );
}

/** Findings that a test demands, not those that it rules out. */
function expectedIds(body: string): readonly string[] {
  const lines = body
    .split("\n")
    .filter(
      (line) => !/NotEqual|NotContains|NotEmpty|False\(|\/\/|containsId.*false|singleCheckConfig|Comment/.test(line),
    );
  return [...lines.join("\n").matchAll(/checker\.(\w+Id)\b(?!-)/g)].map((match) => match[1] ?? "");
}

function openedFiles(body: string, folders: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, variable = "", helper, file = ""] of body.matchAll(/(\w+), err :?= open\((?:(\w+)\()?"([^"]+)"/g)) {
    const path = helper === undefined ? file : (folders.get(helper) ?? "%s").replace("%s", file);
    found.set(variable, posix.normalize(posix.join("checker", path)));
  }
  return found;
}

/** Both files under one name, as two revisions of one file are. */
function elementsOf(path: string) {
  const folder = posix.dirname(path);
  const name = posix.join(folder, "description.yaml");
  const place: Place = { folder, paths: [name], read: (other) => (other === name ? read(path) : read(other)) };
  return openapi.extract([{ path: name, text: read(path) ?? "" }], place);
}

function classOf(changes: readonly Change[]): ChangeClass {
  if (changes.some((change) => change.class === "breaking")) return "breaking";
  return changes.some((change) => change.class === "unknown") ? "unknown" : "compatible";
}

const counts = new Map<string, number>();
const all = pairs();
for (const pair of all) {
  const changes = openapi.compare(elementsOf(pair.base).elements, elementsOf(pair.revision).elements);
  const ours = classOf(changes);
  const cell = `${pair.label} -> ${ours}`;
  counts.set(cell, (counts.get(cell) ?? 0) + 1);
  if (ours === pair.label && !flags.includes("--all")) continue;
  console.log(
    `\n${cell}  ${posix.basename(pair.base)} -> ${posix.basename(pair.revision)}  (${pair.tests.join(", ")})`,
  );
  console.log(`  expected: ${[...pair.expected].join(", ") || "nothing"}`);
  for (const change of changes.filter((one) => one.class !== "compatible" || flags.includes("--all"))) {
    console.log(`  ${change.class} ${change.rule}: ${change.message}`);
  }
}

const of = (cell: string) => counts.get(cell) ?? 0;
const breaking = all.filter((pair) => pair.label === "breaking").length;
const compatible = all.length - breaking;
const percent = (n: number, total: number) => `${n} of ${total} (${((100 * n) / Math.max(total, 1)).toFixed(1)} %)`;
console.log(`\n${all.length} pairs: ${breaking} breaking, ${compatible} compatible by oasdiff's tests`);
console.log(`false compatible  ${percent(of("breaking -> compatible"), breaking)}`);
console.log(`false breaking    ${percent(of("compatible -> breaking"), compatible)}`);
console.log(
  `unknown           ${of("breaking -> unknown")} of the breaking, ${of("compatible -> unknown")} of the compatible`,
);
