/**
 * How fast a scan is, as ratios to a floor measured in the same run: reading every file once and
 * `git log --raw`. `node bench/scan/main.ts [repository]`; without one, a large one is generated.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { generate, git, LARGE } from "./generate.ts";

interface Scan {
  readonly seconds: number;
  readonly megabytes: number;
  readonly units: number;
  readonly products: number;
  readonly people: number;
}

const temporary = await mkdtemp(join(tmpdir(), "freehold-bench-"));
try {
  const repository = await prepare(process.argv[2]);
  const cache = join(temporary, "cache");
  print("reading every file", shell(repository, "git ls-files -z | xargs -0 cat 2>/dev/null | wc -c"));
  const reading = shell(repository, "git ls-files -z | xargs -0 cat 2>/dev/null | wc -c");
  const log = shell(repository, "git log --raw | wc -c");
  const floor = reading + log;
  print("git log --raw", log);
  const cold = scanOnce(repository, cache);
  const warm = scanOnce(repository, cache);
  await writeFile(join(repository, "one-more-file.ts"), 'export const more = "1";\n');
  await git(repository, ["add", "one-more-file.ts"]);
  await git(repository, ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "commit", "-qm", "One more"]);
  const second = scanOnce(repository, cache);
  print("cold scan", cold.seconds, `${(cold.seconds / floor).toFixed(2)} × the floor (goal: 3)`);
  print("same commit again", warm.seconds, `${(warm.seconds / cold.seconds).toFixed(3)} of the cold one`);
  print(
    "after one commit",
    second.seconds,
    `${(second.seconds / cold.seconds).toFixed(3)} of the cold one (goal: 0.1)`,
  );
  process.stdout.write(`peak memory ${Math.round(Math.max(cold.megabytes, second.megabytes))} MiB (goal: 1024)\n`);
  process.stdout.write(`${cold.units} units, ${cold.products} products, ${cold.people} people\n`);
} finally {
  await rm(temporary, { recursive: true, force: true });
}

/** A clone with a work tree: the given repository is only read. */
async function prepare(path: string | undefined): Promise<string> {
  const folder = join(temporary, "repository");
  if (path === undefined) {
    await generate(folder, LARGE);
    return folder;
  }
  const source = resolve(path);
  const bare = existsSync(join(source, "objects")) ? source : join(source, ".git");
  await git(temporary, ["clone", "-q", "--no-checkout", "--shared", bare, folder]);
  // Snapshots may lack large objects; what can be checked out is enough.
  execFileSync(
    "sh",
    ["-c", "git ls-tree -r -z --name-only HEAD | xargs -0 -n 500 git checkout -q HEAD -- 2>/dev/null || true"],
    { cwd: folder },
  );
  return folder;
}

/** Seconds of wall time. */
function shell(cwd: string, command: string): number {
  const started = performance.now();
  execFileSync("sh", ["-c", command], { cwd, stdio: ["ignore", "ignore", "ignore"] });
  return (performance.now() - started) / 1000;
}

function scanOnce(repository: string, cache: string): Scan {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const script = new URL("one-scan.ts", import.meta.url).pathname;
  return JSON.parse(
    execFileSync(process.execPath, [script, repository], { env, encoding: "utf8", maxBuffer: 1 << 20 }),
  );
}

function print(what: string, seconds: number, note = ""): void {
  process.stdout.write(`${what.padEnd(22)} ${seconds.toFixed(2).padStart(8)} s  ${note}\n`);
}
