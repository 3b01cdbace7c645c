/**
 * Where the parts of a git repository lie, found by reading its files as data; git itself is not asked,
 * because git run inside a repository obeys that repository's configuration.
 */
import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

export interface GitLayout {
  /** Holds HEAD and the index; of a linked work tree its own folder below `worktrees/`. */
  readonly gitDirectory: string;
  /** Holds objects, refs and config; the same as `gitDirectory` save in linked work trees. */
  readonly commonDirectory: string;
  /** Absent in a bare repository. */
  readonly worktree: string | undefined;
}

/** Longest `HEAD`, `commondir` or `.git` file that is read. */
const SMALL = 64 * 1024;

/** The layout when `path` is a work tree, a bare repository or a `.git` (folder or file); else undefined. */
export async function locateGit(path: string): Promise<GitLayout | undefined> {
  const dotGit = join(path, ".git");
  const inner = await gitDirectoryAt(dotGit);
  if (inner !== undefined) return await layoutOf(inner, path);
  const own = await gitDirectoryAt(path);
  if (own === undefined) return undefined;
  return await layoutOf(own, basename(path) === ".git" ? dirname(path) : undefined);
}

/** The text of a regular file no longer than the limit; undefined for anything else, such as a named pipe. */
export async function readSmallFile(path: string, limit = SMALL): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > limit) return undefined;
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function gitDirectoryAt(path: string): Promise<string | undefined> {
  try {
    const found = await lstat(path);
    if (found.isFile()) return await followGitFile(path);
    const folder = found.isSymbolicLink() ? await realpath(path) : path;
    return (await looksLikeGit(folder)) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** `.git` is a file `gitdir: <path>` in linked work trees and submodules. */
async function followGitFile(path: string): Promise<string | undefined> {
  const target = /^gitdir: (.+?)[\r\n]*$/.exec((await readSmallFile(path)) ?? "")?.[1];
  if (target === undefined) return undefined;
  const folder = resolve(dirname(path), target);
  return (await looksLikeGit(folder)) ? folder : undefined;
}

async function looksLikeGit(folder: string): Promise<boolean> {
  const head = await readSmallFile(join(folder, "HEAD"));
  if (head === undefined || !/^(?:ref: ?\S|[0-9a-f]{40})/.test(head)) return false;
  return (await isFolder(join(folder, "objects"))) || (await isFolder(join(await commonOf(folder), "objects")));
}

async function layoutOf(gitDirectory: string, worktree: string | undefined): Promise<GitLayout> {
  const commonDirectory = await commonOf(gitDirectory);
  return { gitDirectory, commonDirectory, worktree: worktree === undefined ? undefined : resolve(worktree) };
}

async function commonOf(gitDirectory: string): Promise<string> {
  const common = (await readSmallFile(join(gitDirectory, "commondir")))?.trim();
  return common === undefined || common === "" ? gitDirectory : resolve(gitDirectory, common);
}
