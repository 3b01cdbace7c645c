/**
 * Times the import graph of a repository, cold and warm, beside dependency-cruiser and `nx graph`.
 *
 *     node bench/imports/main.ts <repository> [--peers <folder>] [--runs 3]
 *
 * `--peers` is a folder where `npm install --ignore-scripts dependency-cruiser typescript@5 nx` was run.
 * Peers get a checkout of HEAD in a temporary folder. Every run is a process of its own; wall time
 * includes its start, and the best run counts. CPU time is beside it, for machines that are shared.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { peers } from "./peers.ts";

interface Measured {
  readonly ms: number;
  readonly cpuMs: number;
  readonly files: number;
  readonly imports: number;
  readonly unresolved: number;
  readonly edges: number;
  readonly peakMiB: number;
  /** The whole process: start, tree, units and graph. */
  readonly processMs: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: "string" }, runs: { type: "string", default: "3" } },
});
const [repository] = positionals;
if (repository === undefined) {
  console.error("usage: node bench/imports/main.ts <repository> [--peers <folder>] [--runs 3]");
  process.exit(2);
}
const runs = Math.max(1, Number(values.runs) || 3);
const cold = best(() => measure(repository, "cold"));
const warm = best(() => measure(repository, "warm"));
console.log(
  `${cold.files} files, ${cold.imports} imports (${cold.unresolved} unresolved), ${cold.edges} edges, peak ${cold.peakMiB.toFixed(0)} MiB`,
);
console.log(line("graph, cold", cold.ms, cold.cpuMs));
console.log(line("graph, warm", warm.ms, warm.cpuMs));
console.log(line("whole process, cold (start, tree, units, graph)", cold.processMs));
if (values.peers !== undefined) comparePeers(repository, resolve(values.peers));

function comparePeers(path: string, folder: string): void {
  const checkout = mkdtempSync(join(tmpdir(), "freehold-bench-imports-"));
  try {
    const archive = spawnSync("sh", ["-c", 'git -C "$1" archive HEAD | tar -x -C "$2"', "sh", path, checkout]);
    if (archive.status !== 0) console.error(`the checkout is incomplete: ${archive.stderr.toString().slice(0, 200)}`);
    for (const peer of peers) {
      const run = best(
        () => peer.run(checkout, folder) ?? { ms: Number.NaN, cpuMs: Number.NaN, note: "not installed" },
      );
      const ratios = `${(run.ms / cold.ms).toFixed(1)} x the graph, ${(run.ms / cold.processMs).toFixed(1)} x the process`;
      console.log(`${line(peer.name, run.ms, run.cpuMs)}  ${ratios}  ${run.note}`);
    }
  } finally {
    rmSync(checkout, { recursive: true, force: true });
  }
}

function measure(path: string, mode: "cold" | "warm"): Measured {
  const script = fileURLToPath(new URL("./graph.ts", import.meta.url));
  const start = performance.now();
  const child = spawnSync(process.execPath, [script, path, mode], { encoding: "utf8" });
  const processMs = performance.now() - start;
  if (child.status !== 0) throw new Error(child.stderr);
  return { ...(JSON.parse(child.stdout) as Omit<Measured, "processMs">), processMs };
}

function best<T extends { readonly ms: number }>(run: () => T): T {
  const results = Array.from({ length: runs }, run);
  return results.reduce((one, other) => (other.ms < one.ms ? other : one));
}

function line(name: string, ms: number, cpuMs?: number): string {
  const cpu = cpuMs === undefined || cpuMs === 0 ? "" : `  cpu ${(cpuMs / 1000).toFixed(2)} s`;
  return `${name.padEnd(48)} ${(ms / 1000).toFixed(2).padStart(7)} s${cpu}`;
}
