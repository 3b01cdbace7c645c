/** Texts of one repository as they come to be wanted. */
import { openTree, openWorktree } from "@freehold/repository";
import { closeAll, openRepositories } from "../scan/open-repositories.ts";
import type { ScanOptions } from "../scan/options.ts";

export interface Reader {
  /** Undefined where there is none, and until `load` has read it. */
  read(path: string): string | undefined;
  /** Reads what was asked for; false when nothing was that is not known. */
  load(): Promise<boolean>;
}

const MAX_BYTES = 1024 * 1024;

/** Reads the revision that was scanned, or the work tree where that was. */
export async function openReader(
  paths: readonly string[],
  repository: string,
  options: Pick<ScanOptions, "rev" | "worktree">,
): Promise<Reader> {
  const known = new Map<string, string | undefined>();
  const wanted = new Set<string>();
  return {
    read(path) {
      if (!known.has(path)) wanted.add(path);
      return known.get(path);
    },
    async load() {
      if (wanted.size === 0) return false;
      for (const [path, text] of await readAll(paths, repository, [...wanted], options)) known.set(path, text);
      wanted.clear();
      return true;
    },
  };
}

async function readAll(
  paths: readonly string[],
  repository: string,
  wanted: readonly string[],
  { rev, worktree }: Pick<ScanOptions, "rev" | "worktree">,
): Promise<ReadonlyMap<string, string | undefined>> {
  const texts = new Map<string, string | undefined>(wanted.map((path) => [path, undefined]));
  const { repositories } = await openRepositories(paths);
  try {
    const found = repositories.find(({ info }) => info.id === repository);
    if (found === undefined) return texts;
    const inWorktree = rev === undefined && (worktree || found.kind === "folder");
    const { tree } = inWorktree ? await openWorktree(found) : await openTree(found, rev);
    const files = wanted.flatMap((path) => tree.get(path) ?? []);
    const decoder = new TextDecoder();
    for await (const { file, bytes } of tree.read(files, { maxBytes: MAX_BYTES }))
      if (bytes !== undefined) texts.set(file.path, decoder.decode(bytes));
    return texts;
  } finally {
    await closeAll(repositories);
  }
}
