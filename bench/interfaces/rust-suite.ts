/**
 * Our classes beside what cargo-semver-checks expects of its own test crates.
 *
 *   node bench/interfaces/rust-suite.ts <git directory of github.com/obi1kenobi/cargo-semver-checks> [--all]
 *
 * The repository is read in place, nothing is copied. Each expected finding of a lint that demands a major
 * version must be a breaking (or unknown) change of ours that names its item; each breaking change of ours
 * must name an item of some such finding. Lints that need a compiler's knowledge of generated code count too.
 */
import { execFileSync } from "node:child_process";
import { interfaceKind } from "@freehold/interfaces/kinds";
import type { Change, Place } from "@freehold/interfaces";

interface Expected {
  readonly lint: string;
  /** Words that the id or message of a change should hold, the item's own name last. */
  readonly names: readonly string[];
}

const [repository, ...flags] = process.argv.slice(2);
const rust = interfaceKind("rust");
if (repository === undefined || rust === undefined) {
  console.error("usage: node bench/interfaces/rust-suite.ts <git directory of cargo-semver-checks> [--all]");
  process.exit(2);
}
const kind = rust;

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-C", repository ?? "", ...args], { maxBuffer: 1 << 30 }).toString();
}

const files = git("ls-tree", "-r", "--name-only", "HEAD").split("\n");
const texts = new Map<string, string>();

function read(path: string): string {
  const known = texts.get(path) ?? git("show", `HEAD:${path}`);
  texts.set(path, known);
  return known;
}

function expectations(): Map<string, Expected[]> {
  const found = new Map<string, Expected[]>();
  for (const path of files.filter((one) => /^test_outputs\/query_execution\/.*\.snap$/.test(one))) {
    const lint = /([^/]+)\.snap$/.exec(path)?.[1] ?? "";
    if (!/required_update: Major/.test(read(`src/lints/${lint}.ron`))) continue;
    for (const [, crate = "", body = ""] of read(path).matchAll(
      /\n {2}"\.\/test_crates\/([^"]+?)\/": \[([^]*?)\n {2}\]/g,
    )) {
      for (const [, result = ""] of body.matchAll(/\n {4}\{([^]*?)\n {4}\}/g)) {
        const segments = [...(/"path": List\(\[([^]*?)\]\)/.exec(result)?.[1] ?? "").matchAll(/String\("(\w+)"\)/g)];
        const own =
          /"(?:method_name|variant_name|field_name|const_name|static_name|feature_name|macro_name|associated_type|associated_constant|non_exported_macro_name)": String\("(\w+)"\)/.exec(
            result,
          )?.[1];
        const item = segments.at(-1)?.[1] ?? /"(?:name|\w+_name)": String\("(\w+)"\)/.exec(result)?.[1] ?? "";
        const names = [item, own].filter((one) => one !== undefined && one !== "") as string[];
        found.set(crate, [...(found.get(crate) ?? []), { lint, names }]);
      }
    }
  }
  return found;
}

function changesOf(crate: string): readonly Change[] {
  const [before, after] = ["old", "new"].map((side) => {
    const folder = `test_crates/${crate}/${side}`;
    const paths = files.filter((path) => path.startsWith(`${folder}/`));
    const place: Place = { folder, paths, read: (path) => (files.includes(path) ? read(path) : undefined) };
    const sources = kind.find(place).map((path) => ({ path, text: read(path) }));
    return kind.extract(sources, place).elements;
  });
  return kind.compare(before ?? [], after ?? []);
}

function names(change: Change, expected: Expected): boolean {
  const text = `${change.element} ${change.message}`;
  return expected.names.every((name) => new RegExp(`\\b${name}\\b`).test(text));
}

function namesItem(change: Change, expected: Expected): boolean {
  return new RegExp(`\\b${expected.names[0]}\\b`).test(`${change.element} ${change.message}`);
}

const crates = new Set(files.map((path) => /^test_crates\/(.+?)\/new\/Cargo\.toml$/.exec(path)?.[1]));
const expected = expectations();
const missed: string[] = [];
const extra: string[] = [];
let [total, unknown, ours] = [0, 0, 0];
for (const crate of [...crates].filter((one) => one !== undefined).sort()) {
  const changes = changesOf(crate);
  const wanted = expected.get(crate) ?? [];
  for (const one of wanted) {
    total++;
    const hits = changes.filter((change) => change.class !== "compatible" && names(change, one));
    const loose = changes.filter((change) => change.class !== "compatible" && namesItem(change, one));
    if (hits.length === 0 && loose.length === 0) missed.push(`${crate}: ${one.lint} ${one.names.join("::")}`);
    else if (![...hits, ...loose].some((change) => change.class === "breaking")) unknown++;
  }
  for (const change of changes) {
    if (change.class !== "breaking") continue;
    ours++;
    if (!wanted.some((one) => namesItem(change, one)))
      extra.push(`${crate}: ${change.rule} ${change.element}: ${change.message}`);
  }
}
console.log(`expected findings of level major: ${total}; missed: ${missed.length}; unknown: ${unknown}`);
console.log(`breaking changes of ours: ${ours}; of items that no expected finding names: ${extra.length}`);
if (flags.includes("--all"))
  for (const one of [...missed.map((line) => `missed ${line}`), ...extra.map((line) => `extra ${line}`)])
    console.log(one);
