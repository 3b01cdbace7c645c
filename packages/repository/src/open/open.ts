/** Opens a git repository or a plain folder for reading. */
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Problem } from "@freehold/model";
import { readConfig } from "../git/config.ts";
import { isFolder, locateGit } from "../git/layout.ts";
import type { GitLayout } from "../git/layout.ts";
import { createGit } from "../git/run.ts";
import type { Git } from "../git/run.ts";
import { createShadow } from "../git/shadow.ts";
import type { Shadow } from "../git/shadow.ts";
import { createObjectPool } from "../objects/pool.ts";
import type { Repository, RepositoryAccess, RepositoryDescription } from "../repository.ts";
import { trouble } from "../trouble.ts";
import { readHead } from "./head.ts";
import { parseRemote } from "./remote.ts";

export interface OpenedRepository {
  /** Absent when there is no repository to read; the problems say why. */
  readonly repository: Repository | undefined;
  readonly problems: readonly Problem[];
}

/** Opens a work tree, a bare repository or a `.git`. Close it when done. */
export async function openRepository(path: string): Promise<OpenedRepository> {
  const absence = await whyNoFolder(path);
  if (absence !== undefined) return { repository: undefined, problems: [absence] };
  const layout = await locateGit(resolve(path));
  if (layout === undefined) return { repository: undefined, problems: [notARepository(path)] };
  return await openGit(resolve(path), layout);
}

/** Opens a folder as plain files, even inside a repository: no revisions, no history. Close it when done. */
export async function openFolder(path: string): Promise<OpenedRepository> {
  const absence = await whyNoFolder(path);
  if (absence !== undefined) return { repository: undefined, problems: [absence] };
  const root = resolve(path);
  const shadow = await createShadow(undefined, {});
  const access = accessOf(createGit(shadow.directory), "sha1", undefined);
  const name = basename(root);
  const info = { id: name, name, path: root, worktree: root, shallow: false, partial: false };
  return { repository: { kind: "folder", info, access, close: closer(access, shadow) }, problems: [] };
}

async function openGit(path: string, layout: GitLayout): Promise<OpenedRepository> {
  const reader = await createShadow(undefined, {});
  const config = await readConfig(createGit(reader.directory), layout);
  await reader.remove();
  const objectFormat = config.get("extensions.objectformat") === "sha256" ? "sha256" : "sha1";
  const refStorage = config.get("extensions.refstorage");
  const shadow = await createShadow(layout, objectFormat === "sha1" ? { refStorage } : { objectFormat, refStorage });
  const index = layout.worktree === undefined ? undefined : join(layout.gitDirectory, "index");
  const access = accessOf(createGit(shadow.directory), objectFormat, index);
  const info = await describe(path, layout, config, access);
  const problems = info.head === undefined ? [noCommits(info)] : [];
  return { repository: { kind: "git", info, access, close: closer(access, shadow) }, problems };
}

function accessOf(git: Git, objectFormat: "sha1" | "sha256", index: string | undefined): RepositoryAccess {
  return { git, objects: createObjectPool(git), objectFormat, index };
}

function closer(access: RepositoryAccess, shadow: Shadow): () => Promise<void> {
  return async () => {
    await access.objects.close();
    await shadow.remove();
  };
}

async function describe(
  path: string,
  layout: GitLayout,
  config: ReadonlyMap<string, string>,
  { git, objects }: RepositoryAccess,
): Promise<RepositoryDescription> {
  const remote = parseRemote(config.get("remote.origin.url") ?? "");
  const folder = folderName(layout.worktree ?? path);
  return {
    id: remote?.id ?? folder,
    name: remote === undefined ? folder : basename(remote.id),
    path,
    ...(remote === undefined ? {} : { url: remote.url }),
    ...(await readHead(git, objects)),
    ...(layout.worktree === undefined ? {} : { worktree: layout.worktree }),
    shallow: await isNonEmptyFile(join(layout.commonDirectory, "shallow")),
    partial: [...config].some(([key, value]) => isPromisor(key, value)) || (await hasPromisorPack(layout)),
  };
}

function isPromisor(key: string, value: string): boolean {
  return key === "extensions.partialclone" || (/^remote\..*\.promisor$/s.test(key) && value.toLowerCase() !== "false");
}

/** Packs that a promisor remote sent are marked, also where the configuration was lost in copying. */
async function hasPromisorPack(layout: GitLayout): Promise<boolean> {
  try {
    const names = await readdir(join(layout.commonDirectory, "objects", "pack"));
    return names.some((name) => name.endsWith(".promisor"));
  } catch {
    return false;
  }
}

/** Bare repositories are often called `repo` or `.git` in a folder that carries the name. */
function folderName(path: string): string {
  const own = basename(path);
  const name = own === ".git" || own === "repo" || own === "repo.git" ? basename(dirname(path)) : own;
  return name.replace(/\.git$/, "") || "repository";
}

async function isNonEmptyFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch {
    return false;
  }
}

async function whyNoFolder(path: string): Promise<Problem | undefined> {
  if (await isFolder(path)) return undefined;
  return trouble("not-found", "error", `There is no folder \`${path}\``, {
    hint: "Give the path of a git repository, or of a folder of repositories",
  });
}

function notARepository(path: string): Problem {
  return trouble("not-a-repository", "error", `\`${path}\` is no git repository`, {
    hint: "Give the path of a work tree, of a bare repository or of a .git folder",
  });
}

function noCommits(info: RepositoryDescription): Problem {
  return trouble("no-commits", "warning", `\`${info.path}\` has no commits yet, or its HEAD points nowhere`, {
    repository: info.id,
    hint: "Commit something, or give another revision",
  });
}
