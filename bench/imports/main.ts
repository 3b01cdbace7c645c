/**
 * Times the import graph of a repository, cold and warm, beside dependency-cruiser and `nx graph`.
 *
 *     node bench/imports/main.ts <repository> [--peers <folder>] [--runs 3]
 *
 * `--peers` is a folder where `npm install --ignore-scripts dependency-cruiser typescript@5 nx` was run.
 * Peers get a checkout of HEAD in a temporary folder. Every run is a process of its own, and whole processes are
 * compared, ours from start to end with tree and units. Processor time (with that of every process that a run
 * starts) is beside it, for machines that are shared.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { childCpu, peers } from "./peers.ts";
import type { Run } from "./peers.ts";

interface Measured {
  /** The whole process: start, tree, units and graph. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly graphMs: number;
  readonly files: number;
  readonly imports: number;
  readonly unresolved: number;
  readonly edges: number;
  readonly peakMiB: number;
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
const checkout = values.peers === undefined ? undefined : checkOut(repository);
try {
  compare(repository, checkout, resolve(values.peers ?? "."));
} finally {
  if (checkout !== undefined) rmSync(checkout, { recursive: true, force: true });
}

/** In turns, so that whatever else the machine does hits all of them; the best run of each counts. */
function compare(path: string, tree: string | undefined, folder: string): void {
  const cold: Measured[] = [];
  const warm: Measured[] = [];
  const others = peers.map((peer) => ({ peer, results: [] as Run[] }));
  for (let run = 0; run < runs; run++) {
    cold.push(measure(path, "cold"));
    warm.push(measure(path, "warm"));
    for (const { peer, results } of tree === undefined ? [] : others) {
      const result = peer.run(tree ?? "", folder);
      if (result !== undefined) results.push(result);
    }
  }
  const ours = best(cold);
  const { files, imports, unresolved, edges, peakMiB } = ours;
  console.log(
    `${files} files, ${imports} imports (${unresolved} unresolved), ${edges} edges, peak ${peakMiB.toFixed(0)} MiB`,
  );
  console.log(line("ours, cold", ours));
  console.log(line("  of which the graph", { ms: Math.min(...cold.map(({ graphMs }) => graphMs)) }));
  console.log(line("  the graph again, from the cache", { ms: Math.min(...warm.map(({ graphMs }) => graphMs)) }));
  for (const { peer, results } of others) {
    if (results.length === 0) {
      console.log(`${peer.name} is not in the folder of peers`);
      continue;
    }
    const run = best(results);
    const ratio = `${(run.ms / ours.ms).toFixed(1)} x ours (cpu ${(run.cpuMs / ours.cpuMs).toFixed(1)} x)`;
    console.log(`${line(peer.name, run)}  ${ratio}  ${run.note}`);
  }
}

function checkOut(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), "freehold-bench-imports-"));
  const archive = spawnSync("sh", ["-c", 'git -C "$1" archive HEAD | tar -x -C "$2"', "sh", path, folder]);
  if (archive.status !== 0) console.error(`the checkout is incomplete: ${archive.stderr.toString().slice(0, 200)}`);
  return folder;
}

function measure(path: string, mode: "cold" | "warm"): Measured {
  const script = fileURLToPath(new URL("./graph.ts", import.meta.url));
  const [start, before] = [performance.now(), childCpu()];
  const child = spawnSync(process.execPath, [script, path, mode], { encoding: "utf8" });
  const [ms, cpuMs] = [performance.now() - start, childCpu() - before];
  if (child.status !== 0) throw new Error(child.stderr);
  return { ...(JSON.parse(child.stdout) as Omit<Measured, "ms" | "cpuMs">), ms, cpuMs };
}

/** The quickest, with the least processor time of any. */
function best<T extends { readonly ms: number; readonly cpuMs: number }>(results: readonly T[]): T {
  const quickest = results.reduce((one, other) => (other.ms < one.ms ? other : one));
  return { ...quickest, cpuMs: Math.min(...results.map(({ cpuMs }) => cpuMs)) };
}

function line(name: string, { ms, cpuMs }: { readonly ms: number; readonly cpuMs?: number }): string {
  const cpu = cpuMs === undefined || cpuMs === 0 ? "" : `  cpu ${(cpuMs / 1000).toFixed(2)} s`;
  return `${name.padEnd(48)} ${(ms / 1000).toFixed(2).padStart(7)} s${cpu}`;
}
