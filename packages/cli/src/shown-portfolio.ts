/** What `freehold open` shows: a scan, a snapshot file, or either with what it is compared with. */
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import {
  compareRevisions,
  compareWithSnapshot,
  Failure,
  keepSnapshot,
  openDrafts,
  readSnapshot,
} from "@freehold/engine";
import type { SnapshotServerOptions } from "@freehold/server";
import { standardFor } from "./commands/product-options.ts";
import { type ScanFlags, scanWithProgress } from "./commands/scan-options.ts";
import { progressLine } from "./progress-line.ts";
import { reportText } from "./report/report.ts";
import type { Terminal } from "./terminal.ts";

export interface ShownFlags extends ScanFlags {
  readonly base?: string;
  readonly standard?: string;
}

export type ShownPortfolio = Pick<SnapshotServerOptions, "snapshot" | "comparison" | "standard" | "drafts">;

type Standard = SnapshotServerOptions["standard"];

/** Held to the standard that lies where the person is. Throws as `portfolioOf`, and for a standard with errors. */
export async function shownPortfolio(
  paths: readonly string[],
  flags: ShownFlags,
  terminal: Terminal,
): Promise<ShownPortfolio> {
  const standard = await standardFor(flags.standard, terminal);
  return { ...(await portfolioOf(paths, flags, terminal, standard)), standard };
}

/** Throws a `Failure` for paths, files and revisions that are not there, or that don't go together. */
async function portfolioOf(
  paths: readonly string[],
  flags: ShownFlags,
  terminal: Terminal,
  standard: Standard,
): Promise<ShownPortfolio> {
  const files = await snapshotFiles(paths, terminal);
  if (files === undefined) return scanned(paths.length === 0 ? ["."] : paths, flags, terminal, standard);
  if (flags.base !== undefined)
    throw new Failure(
      "open/base-of-snapshot",
      `--base ${flags.base} names a revision, and ${files[0]} is a snapshot`,
      "Give two snapshots, the earlier one first: freehold open before.json after.json",
    );
  const [first, second, ...others] = files;
  if (others.length > 0)
    throw new Failure(
      "open/too-many-snapshots",
      `${files.length} snapshots were given`,
      "Give one to look at, or two to compare, the earlier one first.",
    );
  if (second !== undefined) return compared(first, second, flags, terminal);
  return { snapshot: await readSnapshot(resolve(terminal.cwd, first)) };
}

/** Only snapshots, or none: a folder may end in `.json` too. */
async function snapshotFiles(paths: readonly string[], terminal: Terminal) {
  const [first, ...others] = paths;
  if (first === undefined) return undefined;
  for (const path of paths) {
    const found = path.endsWith(".json") ? await stat(resolve(terminal.cwd, path)).catch(() => undefined) : undefined;
    if (!path.endsWith(".json") || found?.isDirectory() === true) return undefined;
  }
  return [first, ...others] as const;
}

async function scanned(
  paths: readonly string[],
  flags: ShownFlags,
  terminal: Terminal,
  standard: Standard,
): Promise<ShownPortfolio> {
  const given = paths.map((path) => resolve(terminal.cwd, path));
  const { snapshot, took } = await scanWithProgress(given, flags, terminal);
  await keepSnapshot(snapshot, given);
  const comparison = flags.base === undefined ? undefined : await sinceBase(given, flags.base, flags, terminal);
  terminal.out(reportText(snapshot, { terminal, took, all: false }));
  return { snapshot, comparison, drafts: openDrafts(snapshot, given, { worktree: flags.worktree ?? false, standard }) };
}

async function sinceBase(paths: readonly string[], base: string, flags: ShownFlags, terminal: Terminal) {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0)
    throw new Failure(
      "open/base-of-many",
      `--base ${base} compares one repository, and ${paths.length} paths were given`,
      "Give one repository, or two snapshots of all of them: freehold open before.json after.json",
    );
  const line = progressLine(terminal);
  return compareRevisions(path, {
    base,
    ...(flags.rev === undefined ? {} : { head: flags.rev }),
    ...(flags.worktree === true ? { worktree: true } : {}),
    cache: flags.cache,
    onProgress: line.onProgress,
  }).finally(() => line.clear());
}

/** The repository that the person stands in may have both revisions; its sources then tell more than shapes. */
async function compared(before: string, after: string, flags: ShownFlags, terminal: Terminal): Promise<ShownPortfolio> {
  const [base, head] = [await labelled(before, terminal), await labelled(after, terminal)];
  const line = progressLine(terminal);
  const comparison = await compareWithSnapshot(base, head, terminal.cwd, {
    cache: flags.cache,
    onProgress: line.onProgress,
  }).finally(() => line.clear());
  return { snapshot: head.snapshot, comparison };
}

async function labelled(path: string, terminal: Terminal) {
  return { label: basename(path), snapshot: await readSnapshot(resolve(terminal.cwd, path)) };
}
