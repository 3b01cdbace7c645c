/**
 * A `git` before the real one on PATH that writes down which objects it is asked for: everything that reads a
 * repository goes through it, whatever the code in between does.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface CountingGit {
  /** Objects whose contents were asked for since it was last called, each as often as it was. */
  asked(): string[];
  /** Puts PATH back as it was. */
  remove(): void;
}

export function countGit(folder: string): CountingGit {
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const bin = join(folder, "bin");
  const log = join(folder, "asked");
  const others = join(folder, "others");
  mkdirSync(bin, { recursive: true });
  // Whatever else could give contents is written down as well, and must not be used.
  const script = `#!/bin/sh
case "$*" in
  *"cat-file --batch") tee -a '${log}' | '${real}' "$@"; exit ;;
  *"cat-file --batch-check"*) exec '${real}' "$@" ;;
  *" cat-file "*|*" show "*|*" archive "*|*" diff"*|*" log "*|*" grep "*|*" blame "*) echo "$*" >> '${others}' ;;
esac
exec '${real}' "$@"
`;
  writeFileSync(join(bin, "git"), script);
  chmodSync(join(bin, "git"), 0o755);
  const path = process.env["PATH"] ?? "";
  process.env["PATH"] = `${bin}${delimiter}${path}`;
  return {
    asked() {
      if (existsSync(others)) throw new Error(`git was run in another way:\n${readFileSync(others, "utf8")}`);
      const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
      rmSync(log, { force: true });
      return lines.filter((line) => line !== "");
    },
    remove: () => void (process.env["PATH"] = path),
  };
}
