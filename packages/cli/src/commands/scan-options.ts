/** What every command that scans understands. */
import { resolve } from "node:path";
import { readImported, type ScanResult, scan, withImported } from "@freehold/engine/scan";
import { type Command, InvalidArgumentError } from "commander";
import { progressLine } from "../progress-line.ts";
import type { Terminal } from "../terminal.ts";

export interface ScanFlags {
  readonly rev?: string;
  readonly since?: string;
  readonly history: boolean;
  readonly cache: boolean;
  readonly interfaces?: boolean;
  readonly worktree?: boolean;
  readonly imported?: string;
}

export function addScanOptions(command: Command): Command {
  return command
    .option("--rev <revision>", "read this commit, branch or tag instead of HEAD")
    .option(
      "--since <date>",
      "read history from this date on only (2026-01-31, or anything that git understands)",
      date,
    )
    .option("--no-history", "do not read history: faster, without inferred owners")
    .option("--worktree", "read the files as they are now, uncommitted ones too")
    .option("--no-cache", "neither read nor write the cache");
}

/** Of the commands that show or keep what was scanned. */
export function addImportedOption(command: Command): Command {
  return command.option(
    "--imported <file>",
    "facts of code hosts (freehold.imported): issues, the state of the main line",
  );
}

/** Scans with progress on standard error; paths are relative to where the person is. */
export async function scanWithProgress(
  paths: readonly string[],
  flags: ScanFlags,
  terminal: Terminal,
): Promise<ScanResult> {
  const imported = flags.imported === undefined ? undefined : await readImported(resolve(terminal.cwd, flags.imported));
  const line = progressLine(terminal);
  try {
    const scanned = await scan(
      paths.map((path) => resolve(terminal.cwd, path)),
      {
        ...(flags.rev === undefined ? {} : { rev: flags.rev }),
        ...(flags.since === undefined ? {} : { since: flags.since }),
        history: flags.history,
        worktree: flags.worktree ?? false,
        cache: flags.cache,
        interfaces: flags.interfaces ?? false,
        onProgress: line.onProgress,
      },
    );
    return imported === undefined ? scanned : { ...scanned, snapshot: withImported(scanned.snapshot, imported) };
  } finally {
    line.clear();
  }
}

function date(value: string): string {
  if (value.trim() === "" || value.startsWith("-")) throw new InvalidArgumentError("Write a date, such as 2026-01-31.");
  return value;
}
