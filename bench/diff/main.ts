/**
 * What `freehold diff` and `freehold affected` read of a repository, and how long they take: with an empty cache,
 * with the base known and the head new, and again; beside the floor, which is `git diff --raw` and the bytes of the
 * files that changed.
 *
 * `node bench/diff/main.ts <repository> <base> [head] [--later revision] [--replay commits]`. Whole processes; processor
 * time is of all of them, git included. `base` is known in the second row because it was compared with its own parent
 * before; `--later` is a later head, compared with the base when all of that is known.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Counted, runCounted, sizeOf } from "./counted.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { replay: { type: "string" }, later: { type: "string" } },
});
const [path, base, head = "HEAD"] = positionals;
if (path === undefined || base === undefined)
  throw new Error("Give a repository, a base and, if it is not HEAD, a head.");
const repository = resolve(path);
const git = (...args: string[]) =>
  execFileSync("git", ["-C", repository, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });

const temporary = await mkdtemp(join(tmpdir(), "freehold-bench-diff-"));
try {
  printFloor();
  for (const command of ["diff", "affected"]) {
    const run = async (cache: string, from: string, to: string) =>
      await runCounted(repository, temporary, join(temporary, cache), [
        command,
        from,
        to,
        "--exact",
        "--path",
        repository,
      ]);
    print(`${command}, cold`, await run(`${command}-cold`, base, head));
    await run(`${command}-warm`, `${base}^`, base);
    print(`${command}, base known`, await run(`${command}-warm`, base, head));
    print(`${command}, again`, await run(`${command}-warm`, base, head));
    if (values.later !== undefined) print(`${command}, later head`, await run(`${command}-warm`, base, values.later));
  }
  if (values.replay !== undefined) await printReplay(values.replay);
} finally {
  await rm(temporary, { recursive: true, force: true });
}

function printFloor(): void {
  const started = performance.now();
  const raw = git("diff", "--raw", "--no-abbrev", "--no-renames", base ?? "", head);
  const seconds = (performance.now() - started) / 1000;
  const changes = raw.split("\n").filter((line) => line !== "");
  const blobs = changes.flatMap((line) => line.split(" ").slice(2, 4)).filter((id) => !/^0+$/.test(id));
  const files = git("ls-tree", "-r", "--name-only", head).split("\n").length - 1;
  console.log(`${files} files, ${changes.length} changed`);
  print("git diff --raw; contents that changed", {
    wall: seconds,
    cpu: seconds,
    objects: blobs.length,
    bytes: sizeOf(repository, blobs),
  });
}

async function printReplay(commits: string): Promise<void> {
  const args = ["affected", head, "--replay", commits, "--path", repository];
  for (const what of ["cold", "again"]) {
    const counted = await runCounted(repository, temporary, join(temporary, "replay"), args);
    const each = (counted.cpu / Number(commits)).toFixed(2);
    print(`replay of ${commits} commits, ${what} (${each} s of processor time each)`, counted);
  }
}

function print(what: string, { wall, cpu, objects, bytes }: Counted): void {
  const read = `${String(objects).padStart(6)} objects ${(bytes / 1e6).toFixed(2).padStart(8)} MB`;
  console.log(
    `${what.padEnd(40)} ${read} ${wall.toFixed(2).padStart(7)} s wall ${cpu.toFixed(2).padStart(7)} s processor`,
  );
}
