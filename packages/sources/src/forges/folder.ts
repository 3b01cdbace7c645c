/** Repositories in a folder of this machine: the folder itself, or what lies in it, a few levels deep. */
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { SourceFailure } from "../failure.ts";
import type { ListedRepository, Lister } from "./lister.ts";

const DEEPEST = 4;
const MOST = 10_000;

export function openFolder(path: string): Lister {
  return {
    async page() {
      if (!(await isFolder(path))) {
        throw new SourceFailure("source/not-found", `there is no folder ${path}`, {
          final: true,
          hint: "Name one that the server can read.",
        });
      }
      const found: string[] = [];
      await look(path, DEEPEST, found);
      return { repositories: found.toSorted().map((at) => listed(path, at)) };
    },
  };
}

function listed(root: string, at: string): ListedRepository {
  const id = relative(root, at) || basename(at);
  return { id, url: at, name: basename(at) };
}

async function look(folder: string, levels: number, found: string[]): Promise<void> {
  if (found.length >= MOST) return;
  if (await isRepository(folder)) {
    found.push(folder);
    return;
  }
  if (levels === 0) return;
  for (const entry of await entries(folder)) {
    const hidden = entry.name.startsWith(".") || entry.name === "node_modules";
    if (entry.isDirectory() && !hidden) await look(join(folder, entry.name), levels - 1, found);
  }
}

async function entries(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A work tree, or a bare repository. */
async function isRepository(folder: string): Promise<boolean> {
  if (await exists(join(folder, ".git"))) return true;
  return (
    (await exists(join(folder, "HEAD"))) &&
    (await isFolder(join(folder, "objects"))) &&
    (await isFolder(join(folder, "refs")))
  );
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
