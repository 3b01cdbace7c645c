/**
 * What reading a history costs beside git itself: `node bench/history.ts <repository>`.
 *
 * Prints the wall time of `git log --raw` (without renames, to nowhere), and as ratios of it: the history
 * read from git, continued after one commit, and read again unchanged.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRepository, readHistory } from "@freehold/repository";
import type { Repository } from "@freehold/repository";

const [path = "."] = process.argv.slice(2);
const { repository, problems } = await openRepository(path);
if (repository === undefined) {
  console.error(problems.map((problem) => problem.message).join("\n"));
  process.exit(2);
}
await measure(repository);
await repository.close();

async function measure(opened: Repository): Promise<void> {
  const cacheFolder = await mkdtemp(join(tmpdir(), "freehold-bench-"));
  const git = await timed(async () => await logRaw(opened));
  const cold = await timed(async () => await readHistory(opened, "HEAD~1", { cacheFolder }));
  const next = await timed(async () => await readHistory(opened, "HEAD", { cacheFolder }));
  const again = await timed(async () => await readHistory(opened, "HEAD", { cacheFolder }));
  const { commits, changes } = again.result.history;
  await rm(cacheFolder, { recursive: true });
  console.log(`${opened.info.id}: ${commits.id.length} commits, ${changes.path.length} changes`);
  console.log(`git log --raw       ${seconds(git.milliseconds)}`);
  for (const [name, { milliseconds }] of Object.entries({ cold, next, again })) {
    console.log(`${name.padEnd(19)} ${seconds(milliseconds)}  ${(milliseconds / git.milliseconds).toFixed(2)}x`);
  }
}

async function logRaw({ info }: Repository): Promise<void> {
  const args = ["-C", info.path, "log", "--raw", "--no-renames", "--format=%H", "HEAD"];
  await once(spawn("git", args, { stdio: ["ignore", "ignore", "inherit"] }), "exit");
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - started };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`.padStart(9);
}
