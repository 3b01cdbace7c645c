/**
 * How fast a scan is, as ratios to a floor measured in the same run: reading every file once and
 * `git log --raw`. `node bench/scan/main.ts [repository] [--rounds 3] [--interfaces]`; without a repository, a
 * large one is generated.
 *
 * Every round runs everything once, so that a busy moment of the machine meets all alike; the best of each is
 * printed, as wall time and as processor time (with that of git and of the parsers). Scans are what a user runs:
 * `freehold scan <repository> --json` from the bundle, which is built first; without `--interfaces` with
 * `--no-interfaces`. The report, which assesses every product besides, is measured apart.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { generate, git, LARGE } from "./generate.ts";

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" }, interfaces: { type: "boolean", default: false } },
});
const READ = "git ls-files -z | xargs -0 cat 2>/dev/null | wc -c";
const COMMIT = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "commit", "-qm", "One more"];

const CLI = new URL("../../packages/cli/", import.meta.url).pathname;
/** Tells the most memory that a scan took, when it ends. */
const TELL = `data:text/javascript,process.on("exit",()=>console.error("KiB",process.resourceUsage().maxRSS))`;

execFileSync(process.execPath, [join(CLI, "scripts", "build.ts")]);
const temporary = await mkdtemp(join(tmpdir(), "freehold-bench-"));
const costs = new Map<string, Cost[]>();
let found = "";
let peak = 0;
/** Bytes of a snapshot. */
const MOST = 1 << 29;
try {
  const repository = await prepare(positionals[0]);
  const head = execFileSync("git", ["-C", repository, "rev-parse", "HEAD"], { encoding: "utf8" }).trim();
  shell(repository, READ);
  for (let round = 0; round < Math.max(1, Number(values.rounds)); round++) await runRound(repository, head);
  report();
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function runRound(repository: string, head: string): Promise<void> {
  const cache = join(temporary, "cache");
  await rm(cache, { recursive: true, force: true });
  // Not `reset --hard`, which gives up where a clone lacks objects.
  await git(repository, ["reset", "-q", "--soft", head]);
  await git(repository, ["rm", "-q", "--force", "--ignore-unmatch", "one-more-file.ts"]);
  await measure("reading every file", () => shell(repository, READ));
  await measure("git log --raw", () => shell(repository, "git log --raw | wc -c"));
  await measure("cold scan", () => scanOnce(repository, cache));
  await measure("same commit again", () => scanOnce(repository, cache));
  await measure("with the report", () => scanOnce(repository, cache, []));
  await writeFile(join(repository, "one-more-file.ts"), 'export const more = "1";\n');
  await git(repository, ["add", "one-more-file.ts"]);
  await git(repository, COMMIT);
  await measure("after one commit", () => scanOnce(repository, cache));
}

async function measure(what: string, work: () => void): Promise<void> {
  const [started, before] = [performance.now(), childrenCpu()];
  work();
  const cost = { wall: (performance.now() - started) / 1000, cpu: childrenCpu() - before };
  costs.set(what, [...(costs.get(what) ?? []), cost]);
}

/** Processor time of every process that was waited for, with theirs; Linux only, else 0. */
function childrenCpu(): number {
  if (!existsSync("/proc/self/stat")) return 0;
  const fields = readFileSync("/proc/self/stat", "latin1").split(") ")[1]?.split(" ") ?? [];
  const TICKS_A_SECOND = 100;
  return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
}

function report(): void {
  const [reading, log] = [best("reading every file"), best("git log --raw")];
  const floor = { wall: reading.wall + log.wall, cpu: reading.cpu + log.cpu };
  const cold = best("cold scan");
  print("reading every file", reading);
  print("git log --raw", log);
  print("cold scan", cold, `${ratio(cold, floor, 2)} × the floor (goal: 3)`);
  for (const [what, goal] of [
    ["same commit again", ""],
    ["with the report", ""],
    ["after one commit", " (goal: 0.1)"],
  ] as const) {
    print(what, best(what), `${ratio(best(what), cold, 3)} of the cold one${goal}`);
  }
  process.stdout.write(`peak memory ${Math.round(peak)} MiB (goal: 1024)\n`);
  process.stdout.write(`${found}\n`);
}

function best(what: string): Cost {
  const all = costs.get(what) ?? [];
  return { wall: Math.min(...all.map(({ wall }) => wall)), cpu: Math.min(...all.map(({ cpu }) => cpu)) };
}

function ratio(cost: Cost, to: Cost, digits: number): string {
  return `wall ${(cost.wall / to.wall).toFixed(digits)}, processor ${(cost.cpu / to.cpu).toFixed(digits)}`;
}

function print(what: string, { wall, cpu }: Cost, note = ""): void {
  const numbers = `${wall.toFixed(2).padStart(7)} s wall ${cpu.toFixed(2).padStart(7)} s processor`;
  process.stdout.write(`${what.padEnd(20)}${numbers}  ${note}\n`);
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

function shell(cwd: string, command: string): void {
  execFileSync("sh", ["-c", command], { cwd, stdio: ["ignore", "ignore", "ignore"] });
}

function scanOnce(repository: string, cache: string, form: readonly string[] = ["--json"]): void {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const program = ["--import", TELL, join(CLI, "bin", "freehold.js"), "scan", repository];
  const args = [...program, ...form, ...(values.interfaces ? [] : ["--no-interfaces"])];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8", maxBuffer: MOST });
  if (status !== 0) throw new Error(`the scan ended with ${String(status)}: ${stderr}`);
  peak = Math.max(peak, Number(/^KiB (\d+)$/m.exec(stderr)?.[1]) / 1024);
  if (form.length === 0) found = /^.* units?[,;].*$/m.exec(stdout)?.[0] ?? found;
}
