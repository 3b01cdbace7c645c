/** What every command that compares two revisions understands. */
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Terminal } from "../terminal.ts";

export interface RevisionFlags {
  readonly path?: string;
  readonly worktree?: boolean;
  readonly exact?: boolean;
  readonly cache: boolean;
}

export function addRevisionOptions(command: Command): Command {
  return command
    .option("--path <repository>", "the repository (default: here)")
    .option("--worktree", "compare the files as they are now, uncommitted ones too")
    .option("--exact", "compare with <base> itself, not with the commit where <head> left it")
    .option("--no-cache", "neither read nor write the cache");
}

/** Paths are relative to where the person is. */
export function repositoryPath(flags: RevisionFlags, terminal: Terminal): string {
  return resolve(terminal.cwd, flags.path ?? ".");
}

/** The flags as the engine takes them. */
export function revisionsOf(base: string, head: string | undefined, flags: RevisionFlags) {
  return {
    base,
    ...(head === undefined ? {} : { head }),
    ...(flags.worktree === true ? { worktree: true } : {}),
    ...(flags.exact === true ? { exact: true } : {}),
    cache: flags.cache,
  };
}
