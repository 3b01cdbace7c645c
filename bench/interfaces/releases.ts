/**
 * Predicted against published version steps, on pairs of real releases from the npm registry.
 *
 * `node bench/interfaces/releases.ts [folder] [--out docs/interfaces-releases.md]`: the folder holds (or
 * gets, by `npm pack`) one tarball a release; without it a temporary folder is used. The pairs are listed
 * in `release-pairs.json`; why a prediction differs, in `release-notes.json`, looked at by hand.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Change, Extraction, Place } from "@freehold/interfaces";
import { typescript } from "@freehold/interfaces/kinds";

const RANK: Readonly<Record<string, number>> = { patch: 0, minor: 1, unknown: 1.5, major: 2 };

type Step = "major" | "minor" | "patch";

interface Row {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly published: Step;
  readonly predicted: Step | "unknown";
  readonly counts: string;
  readonly seconds: number;
  readonly first: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, only: { type: "string" }, verbose: { type: "boolean" } },
});
const folder = positionals[0] ?? mkdtempSync(join(tmpdir(), "releases-"));
const pairs = json("release-pairs.json") as readonly (readonly [name: string, from: string, to: string])[];
const notes = json("release-notes.json") as Readonly<Record<string, string>>;
const rows = pairs
  .filter(([name]) => values.only === undefined || name === values.only)
  .map(([name, from, to]) => row(name, from, to));
const report = table(rows);
if (values.out === undefined) process.stdout.write(report);
else writeFileSync(values.out, report);

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}

function row(name: string, from: string, to: string): Row {
  const start = performance.now();
  const [before, after] = [release(name, from), release(name, to)];
  const changes = typescript.compare(before.elements, after.elements);
  const count = (level: Change["class"]): number => changes.filter((change) => change.class === level).length;
  const counts = `${count("breaking")} / ${count("unknown")} / ${count("compatible")}`;
  const worst =
    changes.find((change) => change.class === "breaking") ?? changes.find((change) => change.class === "unknown");
  if (values.verbose === true)
    for (const change of changes)
      process.stderr.write(`${change.class} ${change.rule} ${change.element}: ${change.message.slice(0, 300)}\n`);
  const seconds = (performance.now() - start) / 1000;
  const result = {
    name,
    from,
    to,
    published: step(from, to),
    predicted: predict(changes),
    counts,
    seconds,
    first: worst === undefined ? "" : `${worst.rule} ${worst.element}`,
  };
  process.stderr.write(
    `${name} ${from} -> ${to}: ${result.predicted} (${result.published}), ${counts}, ${seconds.toFixed(1)} s\n`,
  );
  return result;
}

/** Below 1.0.0 the minor number carries breaking changes and the patch number all others (npm's caret, semver.org 4). */
function step(from: string, to: string): Step {
  const [a, b] = [from, to].map((version) => version.split(".").map(Number));
  if (a?.[0] !== b?.[0] || (a?.[0] === 0 && a[1] !== b?.[1])) return "major";
  return a?.[1] === b?.[1] && a?.[0] !== 0 ? "patch" : "minor";
}

function predict(changes: readonly Change[]): Row["predicted"] {
  if (changes.some((change) => change.class === "breaking")) return "major";
  if (changes.some((change) => change.class === "unknown")) return "unknown";
  return changes.some((change) => change.effect === "added") || changes.length > 0 ? "minor" : "patch";
}

function release(name: string, version: string): Extraction {
  const root = unpack(name, version);
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    if (entry.isFile() && !full.includes("/node_modules/") && /\.(?:json|[cm]?[jt]sx?)$/.test(entry.name))
      files.set(relative(root, full), full);
  }
  const place: Place = {
    folder: "",
    paths: [...files.keys()].sort(),
    read: (path) => (files.has(path) ? readFileSync(files.get(path) ?? "", "utf8") : undefined),
  };
  return typescript.extract([], place);
}

function unpack(name: string, version: string): string {
  const target = join(folder, `${name.replace("/", "+")}@${version}`);
  if (existsSync(join(target, "package"))) return join(target, "package");
  mkdirSync(target, { recursive: true });
  execFileSync("npm", ["pack", `${name}@${version}`, "--silent", "--pack-destination", target], {
    stdio: ["ignore", "ignore", "ignore"],
  });
  const tarball = readdirSync(target).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`npm pack ${name}@${version} left no tarball in ${target}`);
  mkdirSync(join(target, "package"));
  execFileSync("tar", ["-xzf", join(target, tarball), "-C", join(target, "package"), "--strip-components=1"]);
  return join(target, "package");
}

function verdictOf({ predicted, published }: Row): string {
  if (predicted === published) return "agrees";
  if (predicted === "unknown") return published === "major" ? "unknown (safe)" : "unknown";
  return (RANK[predicted] ?? 0) > (RANK[published] ?? 0) ? "asks more" : "asks less";
}

function table(all: readonly Row[]): string {
  const tally = new Map<string, number>();
  for (const item of all) tally.set(verdictOf(item), (tally.get(verdictOf(item)) ?? 0) + 1);
  const packages = new Set(all.map((item) => item.name)).size;
  const lines = [
    "# Predicted and published version steps",
    "",
    "Made by `node bench/interfaces/releases.ts --out docs/interfaces-releases.md`: pairs of real releases, compared by their published declarations and manifests alone. Nobody's behaviour is judged: a release may be major for reasons that no declaration shows. Below 1.0.0 a step of the minor number counts as major.",
    "",
    `${all.length} pairs of ${packages} packages: ${[...tally]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${count} ${name}`)
      .join(", ")}.`,
    "",
    "| package | from | to | published | predicted | breaking / unknown / compatible | | why they differ |",
    "|---|---|---|---|---|---|---|---|",
    ...all.map((item) => {
      const verdict = verdictOf(item);
      const note = notes[`${item.name} ${item.from} ${item.to}`] ?? (verdict === "agrees" ? "" : item.first);
      return `| ${item.name} | ${item.from} | ${item.to} | ${item.published} | ${item.predicted} | ${item.counts} | ${verdict} | ${note.replaceAll("|", "\\|")} |`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}
