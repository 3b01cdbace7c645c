/**
 * How fast the interface of a TypeScript package is read: cold, warm, and compared after one change.
 *
 * `node bench/interfaces/typescript-speed.ts [folder] [--files 2000]`: a folder with a package.json, or
 * a package made up with a seed, whose files all are reached from its entry point.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Extraction, Place } from "@freehold/interfaces";
import { typescript } from "@freehold/interfaces/kinds";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: "string", default: "2000" } },
});
const folder = positionals[0];
const sources = folder === undefined ? madeUp(Number(values.files)) : fromDisk(folder);
const bytes = [...sources.values()].reduce((sum, text) => sum + text.length, 0);
process.stdout.write(`${sources.size} files, ${(bytes / 1e6).toFixed(1)} MB\n`);

const cold = timed("cold extraction", () => extract(sources));
timed("warm extraction", () => extract(sources));
timed("diff with itself", () => typescript.compare(cold.elements, cold.elements));
const changed = new Map(sources);
const path = [...sources.keys()].find(
  (name) => name.endsWith(".ts") && /export function \w+\((\w+): string/.test(sources.get(name) ?? ""),
);
if (path !== undefined)
  changed.set(
    path,
    (sources.get(path) ?? "").replace(/export function (\w+)\((\w+): string/, "export function $1($2: string | number"),
  );
const next = timed("extraction after one change", () => extract(changed));
const changes = timed("diff after one change", () => typescript.compare(cold.elements, next.elements));
process.stdout.write(`${cold.elements.length} elements, ${cold.problems.length} problems, ${changes.length} changes\n`);

function extract(files: ReadonlyMap<string, string>): Extraction {
  const place: Place = { folder: "", paths: [...files.keys()], read: (name) => files.get(name) };
  const read = typescript.find(place).map((name) => ({ path: name, text: files.get(name) ?? "" }));
  return typescript.extract(read, place);
}

function timed<T>(name: string, work: () => T): T {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    `${name.padEnd(30)}${((performance.now() - start) / 1000).toFixed(3)} s, processor of this process ${((user + system) / 1e6).toFixed(3)} s\n`,
  );
  return result;
}

function fromDisk(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    if (entry.isFile() && !full.includes("node_modules") && /\.(?:json|[cm]?[jt]sx?)$/.test(entry.name))
      files.set(relative(root, full), readFileSync(full, "utf8"));
  }
  return files;
}

/** Plain library code: types, functions with bodies, a class; one file in twenty leaves a return type to inference. */
function madeUp(count: number): Map<string, string> {
  const files = new Map([
    ["package.json", JSON.stringify({ name: "made-up", version: "1.0.0", type: "module", exports: "./src/index.ts" })],
  ]);
  let seed = 7;
  const random = (limit: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % limit;
  const index: string[] = [];
  for (let at = 0; at < count - 2; at++) {
    const other = at === 0 ? undefined : random(at);
    const lines = other === undefined ? [] : [`import type { Options${other} } from "./m${other}.ts";`];
    lines.push(
      `/** Options of part ${at}. */`,
      `export interface Options${at}${other === undefined ? "" : ` extends Options${other}`} { readonly id${at}: string; retries?: number; on?: (event: string, data: Uint8Array) => void }`,
    );
    for (let item = 0; item < 12; item++) {
      const inferred = at % 20 === 0 && item === 0;
      lines.push(
        `/** Does step ${item}. */`,
        `export function step${at}_${item}(input: string, options: Options${at}, limit = ${random(100)})${inferred ? "" : ": Promise<string[]>"} {`,
      );
      for (let line = 0; line < 6; line++)
        lines.push(
          `  const part${line} = input.slice(${random(9)}, limit + ${line}).split("${random(99)}").filter((word) => word.length > ${random(9)} && word !== options.id${at});`,
        );
      lines.push(`  return Promise.resolve([...part0, ...part1, ...part2, ...part3, ...part4, ...part5]);`, "}");
    }
    files.set(`src/m${at}.ts`, `${lines.join("\n")}\n`);
    index.push(`export * from "./m${at}.ts";`);
  }
  return files.set("src/index.ts", index.join("\n"));
}
