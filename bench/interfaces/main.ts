/**
 * Every suite for kinds of interface, ours and public ones, in one table.
 *
 *   node bench/interfaces/main.ts [--<suite> <git directory>]… [--no-own]
 *
 * with `oasdiff`, `apidiff`, `griffe` and the suites of `suites/registry.ts`.
 *
 * Ours are the pairs in packages/interfaces/test, run with Vitest: each demands an exact class, so a pair
 * that fails is a disagreement. A public suite is run by its own command here, which says why where we
 * differ; its last three lines are the figures.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SUITES } from "./suites/registry.ts";

interface Row {
  readonly kind: string;
  readonly suite: string;
  readonly cases: string;
  readonly falseCompatible: string;
  readonly falseBreaking: string;
  readonly unknown: string;
}

/** Suites with a command of their own, to the kind that they are about. */
const OWN_COMMAND: Readonly<Record<string, string>> = { apidiff: "go", griffe: "python", oasdiff: "openapi" };

const names = [...Object.keys(OWN_COMMAND), ...Object.keys(SUITES)].sort();
const { values } = parseArgs({
  options: {
    ...Object.fromEntries(names.map((name) => [name, { type: "string" } as const])),
    "no-own": { type: "boolean", default: false },
  },
});

const given: Readonly<Record<string, string | boolean>> = values;
const rows: Row[] = given["no-own"] === true ? [] : own();
for (const name of names) {
  const repository = given[name];
  if (typeof repository === "string") rows.push(published(name, repository));
}
show(rows);

/** One row a folder of tests. */
function own(): Row[] {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = [vitest, "run", "--reporter=json", "packages/interfaces/test"];
  const folder = mkdtempSync(join(tmpdir(), "freehold-bench-"));
  const file = join(folder, "report.json");
  spawnSync(process.execPath, [...args, `--outputFile=${file}`], { cwd: root, stdio: "ignore" });
  const text = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  const report = JSON.parse(text) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly assertionResults: readonly { readonly status: string }[];
    }[];
  };
  const byKind = Map.groupBy(
    report.testResults,
    ({ name }) => /\/interfaces\/test\/([^/]+)\//.exec(name)?.[1] ?? "all kinds",
  );
  return [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, files]): Row => {
      const results = files.flatMap(({ assertionResults }) => assertionResults);
      const failed = results.filter(({ status }) => status !== "passed").length;
      const said = failed === 0 ? "0" : `${failed} failed`;
      return {
        kind,
        suite: "own",
        cases: String(results.length),
        falseCompatible: said,
        falseBreaking: said,
        unknown: "as demanded",
      };
    });
}

function published(suite: string, repository: string): Row {
  const kind = OWN_COMMAND[suite] ?? SUITES[suite]?.kind ?? "";
  const command = suite in OWN_COMMAND ? [`./${suite}.ts`, repository] : ["./suite.ts", suite, repository];
  const [script = "", ...args] = command;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL(script, import.meta.url)), ...args],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) {
    process.stderr.write(`${suite} could not run: ${stderr.trim().split("\n").at(-1) ?? ""}\n`);
    process.exitCode = 2;
  }
  const line = (name: string) => new RegExp(`^${name}\\s+(.*)$`, "m").exec(stdout)?.[1] ?? "did not run";
  const [compatible, breaking] = [line("false compatible"), line("false breaking")];
  return {
    kind,
    suite,
    cases: String(casesIn(compatible) + casesIn(breaking)),
    falseCompatible: compatible,
    falseBreaking: breaking,
    unknown: line("unknown"),
  };
}

function casesIn(share: string): number {
  return Number(/ of (\d+)/.exec(share)?.[1] ?? 0);
}

function show(all: readonly Row[]): void {
  const head: Row = {
    kind: "kind",
    suite: "suite",
    cases: "cases",
    falseCompatible: "false compatible",
    falseBreaking: "false breaking",
    unknown: "unknown",
  };
  const keys = ["kind", "suite", "cases", "falseCompatible", "falseBreaking", "unknown"] as const;
  const widths = keys.map((key) => Math.max(...[head, ...all].map((row) => row[key].length)));
  for (const row of [head, ...all])
    process.stdout.write(
      `${keys
        .map((key, index) => row[key].padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
}
