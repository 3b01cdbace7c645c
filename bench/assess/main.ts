/**
 * How long assessing takes: `node bench/assess/main.ts [products] [snapshot.json…]`. The portfolio is made
 * of copies of the products of real snapshots (default: of this repository, scanned now), each copy with
 * ids of its own, its dependencies within the copy, and one more on a product of an earlier copy, so that
 * there are hubs with long reach. Facts are shared between copies: memory holds each once, time is not saved,
 * since nothing is remembered between products.
 * `--processes 2` divides the products among processes; each makes the graph of all of them, and assesses its part.
 */
import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { openAssessor, shippedStandard } from "@freehold/assess";
import { readSnapshot, scan } from "@freehold/engine";
import type { Snapshot } from "@freehold/model";
import { copies } from "./copies.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { processes: { type: "string", default: "1" }, part: { type: "string", default: "0" } },
});
const wanted = Number(positionals[0] ?? 100_000);
const files = positionals.slice(1);
const processes = Number(values.processes);
const part = Number(values.part);
if (processes > 1 && part === 0) {
  const started = performance.now();
  const others = Array.from({ length: processes - 1 }, (_, index) =>
    fork(import.meta.filename, [...process.argv.slice(2), "--part", String(index + 1)]),
  );
  process.on("exit", () =>
    console.log(`all ${processes} processes: ${((performance.now() - started) / 1000).toFixed(2)} s wall`),
  );
  // Every part begins at once; this one is done when the others are.
  for (const other of others) other.on("exit", (code) => (process.exitCode ||= code ?? 1));
}
const originals: Snapshot[] = [];
for (const file of files) originals.push(await readSnapshot(file));
if (originals.length === 0) {
  const here = new URL("../..", import.meta.url).pathname;
  const { snapshot } = await scan([here], { history: true, worktree: false, cache: true, interfaces: true });
  originals.push(snapshot);
}

const portfolio = time("copy", () => copies(originals, wanted));
console.log(`${portfolio.products.length} products, ${portfolio.units.length} units`);
const standard = shippedStandard();
const checks = standard.characteristics.reduce((sum, one) => sum + one.checks.length, 0);
const assessor = time("graph and indexes", () => openAssessor(portfolio, standard));
let slowest = 0;
let results = 0;
const took = time(`${checks} checks a product`, () => {
  const start = performance.now();
  for (const [index, { id }] of portfolio.products.entries()) {
    if (index % processes !== part) continue;
    const before = performance.now();
    const assessed = assessor.product(id);
    slowest = Math.max(slowest, performance.now() - before);
    results += assessed?.characteristics.reduce((sum, one) => sum + one.checks.length, 0) ?? 0;
  }
  return performance.now() - start;
});
console.log(
  `${results.toLocaleString("en-US")} results; ${((took * processes) / portfolio.products.length).toFixed(3)} ms a product, slowest ${slowest.toFixed(1)} ms`,
);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);

function time<T>(what: string, work: () => T): T {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const wall = ((performance.now() - start) / 1000).toFixed(2);
  console.log(`${what.padEnd(24)} ${wall} s wall, ${((user + system) / 1e6).toFixed(2)} s processor`);
  return result;
}
