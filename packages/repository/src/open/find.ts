/** Finds what there is to read at a path: a repository, the repositories below it, or plain files. */
import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Problem } from "@freehold/model";
import { isFolder, locateGit } from "../git/layout.ts";
import { trouble } from "../trouble.ts";
import { openFolder, openRepository } from "./open.ts";
import type { OpenedRepository } from "./open.ts";

export interface FoundRepository {
  readonly kind: "git" | "folder";
  readonly path: string;
}

export interface FoundRepositories {
  /** Sorted by path. */
  readonly found: readonly FoundRepository[];
  readonly problems: readonly Problem[];
}

/** Deep enough for `<host>/<owner>/<group>/<name>` and a bare folder below it. */
const MAX_DEPTH = 6;
/** Folders looked into before giving up: a home folder is not searched for ever. */
const MAX_FOLDERS = 20_000;

/**
 * A repository is itself; a folder is the repositories below it; inside a repository it is that repository;
 * any other folder is plain files. Links are not followed, and repositories inside repositories not looked for.
 */
export async function findRepositories(path: string): Promise<FoundRepositories> {
  const root = resolve(path);
  if (!(await isFolder(root))) return { found: [], problems: (await openFolder(path)).problems };
  if ((await locateGit(root)) !== undefined) return { found: [{ kind: "git", path: root }], problems: [] };
  const below = await search(root);
  if (below.found.length > 0) return below;
  const around = await enclosing(root);
  if (around === undefined) return { found: [{ kind: "folder", path: root }], problems: below.problems };
  return { found: [{ kind: "git", path: around }], problems: [inside(path, around)] };
}

/** Opens what `findRepositories` found. */
export async function openFound(found: FoundRepository): Promise<OpenedRepository> {
  return found.kind === "git" ? await openRepository(found.path) : await openFolder(found.path);
}

async function search(root: string): Promise<FoundRepositories> {
  const found: FoundRepository[] = [];
  let level = [root];
  let looked = 0;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (++looked > MAX_FOLDERS) return { found: sorted(found), problems: [tooMany(root)] };
      for (const child of await folders(folder)) {
        if ((await locateGit(child)) === undefined) next.push(child);
        else found.push({ kind: "git", path: child });
      }
    }
    level = next;
  }
  return { found: sorted(found), problems: [] };
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map((entry) => join(path, entry.name));
}

function sorted(found: readonly FoundRepository[]): FoundRepository[] {
  return found.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

async function enclosing(path: string): Promise<string | undefined> {
  const above = dirname(path);
  if (above === path) return undefined;
  const layout = await locateGit(above);
  return layout?.worktree === undefined ? await enclosing(above) : layout.worktree;
}

function inside(path: string, around: string): Problem {
  return trouble(
    "inside-repository",
    "info",
    `\`${path}\` lies in the repository \`${around}\`, which is read as a whole`,
  );
}

function tooMany(root: string): Problem {
  return trouble("too-many", "warning", `\`${root}\` has more than ${MAX_FOLDERS} folders; not all were searched`, {
    hint: "Give the folders of the repositories themselves",
  });
}
