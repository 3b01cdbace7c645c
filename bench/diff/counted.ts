/** Runs `freehold` as a whole process behind a `git` that writes down what it is asked for. */
import { execFileSync } from "node:child_process";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

export interface Counted {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all processes together. */
  readonly cpu: number;
  /** Contents asked of git, each as often as it was. */
  readonly objects: number;
  readonly bytes: number;
}

const MAIN = new URL("../../packages/cli/src/main.ts", import.meta.url).pathname;

/** The counting `git`, made in a folder; gives the environment to run with. */
async function countingGit(folder: string): Promise<{ readonly env: NodeJS.ProcessEnv; readonly log: string }> {
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const log = join(folder, "asked");
  await mkdir(join(folder, "bin"), { recursive: true });
  const script = `#!/bin/sh\ncase "$*" in *"cat-file --batch") tee -a '${log}' | '${real}' "$@"; exit ;; esac\nexec '${real}' "$@"\n`;
  await writeFile(join(folder, "bin", "git"), script);
  await chmod(join(folder, "bin", "git"), 0o755);
  return { env: { ...process.env, PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}` }, log };
}

export async function runCounted(
  repository: string,
  folder: string,
  cache: string,
  args: readonly string[],
): Promise<Counted> {
  const { env, log } = await countingGit(folder);
  await rm(log, { force: true });
  const started = performance.now();
  const text = execFileSync(
    "sh",
    ["-c", `"$0" "$@" >/dev/null 2>&1; code=$?; times; exit $((code > 1 ? code : 0))`, process.execPath, MAIN, ...args],
    { env: { ...env, XDG_CACHE_HOME: cache }, encoding: "utf8" },
  );
  const wall = (performance.now() - started) / 1000;
  const asked = (await readFile(log, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
  return { wall, cpu: childSeconds(text), objects: asked.length, bytes: sizeOf(repository, asked) };
}

/** The second line of `times`: user and system time of children. */
function childSeconds(text: string): number {
  const [, children = ""] = text.trim().split("\n");
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

/** Bytes of the contents of objects. */
export function sizeOf(repository: string, names: readonly string[]): number {
  if (names.length === 0) return 0;
  const input = `${names.join("\n")}\n`;
  const options = { input, encoding: "utf8", maxBuffer: 1 << 30 } as const;
  const out = execFileSync("git", ["-C", repository, "cat-file", "--batch-check=%(objectsize)"], options);
  return out.split("\n").reduce((sum, line) => sum + (/^\d+$/.test(line) ? Number(line) : 0), 0);
}
