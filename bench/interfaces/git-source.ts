/** A repository read in place, as benchmarks read public suites: its newest commit, nothing checked out. */
import { execFileSync } from "node:child_process";

export interface GitSource {
  readonly files: readonly string[];
  read(path: string): string | undefined;
}

/** @throws when the folder is no repository of git. */
export function openGit(repository: string): GitSource {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", repository, ...args], { maxBuffer: 1 << 30 }).toString();
  const files = git("ls-tree", "-r", "--name-only", "HEAD").split("\n");
  const known = new Set(files);
  const texts = new Map<string, string>();
  return {
    files,
    read(path) {
      if (!known.has(path)) return undefined;
      const text = texts.get(path) ?? git("show", `HEAD:${path}`);
      texts.set(path, text);
      return text;
    },
  };
}
