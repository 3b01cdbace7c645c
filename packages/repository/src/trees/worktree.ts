/**
 * The files as they lie in a work tree or a plain folder: committed, changed, and new ones that are not ignored.
 *
 * git lists them (the index, what differs from it, what is not ignored), with our configuration and so without
 * running a filter. `ls-files` and not `diff-files` or `status`, since those start git inside submodules, where
 * it would obey the submodule's own configuration. What equals the index is read from git objects; what
 * differs is hashed and read from disk as it is.
 */
import type { Problem } from "@freehold/model";
import { DEFAULT_MAX_BYTES, readObjects } from "../objects/contents.ts";
import type { Repository } from "../repository.ts";
import type { FileContent, FileTree, TreeFile } from "../tree.ts";
import { trouble } from "../trouble.ts";
import { diskFile, readDisk } from "./disk.ts";
import { indexByPath, modeOf, sortFiles, splitRecords } from "./listing.ts";
import type { OpenedTree } from "./revision.ts";
import { readSizes } from "./sizes.ts";

export async function worktreeTree(repository: Repository, root: string): Promise<OpenedTree> {
  const { git, objectFormat } = repository.access;
  const listed = await listFiles(repository, root);
  const onDisk = new Map<string, TreeFile>();
  for (const path of listed.changed) {
    const file = await diskFile(root, path, objectFormat);
    if (file !== undefined) onDisk.set(path, file);
  }
  const kept = listed.indexed.filter((file) => !listed.changed.has(file.path));
  const sizes = await readSizes(
    git,
    kept.filter((file) => file.mode !== "submodule").map((file) => file.blob),
  );
  const files = sortFiles([...kept.map((file) => ({ ...file, size: sizeOf(file, sizes) })), ...onDisk.values()]);
  const tree: FileTree = {
    revision: repository.info.head,
    files,
    get: indexByPath(files),
    read: (wanted, options) => readBoth(repository, root, onDisk, wanted, options?.maxBytes ?? DEFAULT_MAX_BYTES),
  };
  return { tree, problems: listed.problems };
}

function sizeOf(file: TreeFile, sizes: ReadonlyMap<string, number>): number | undefined {
  return file.mode === "submodule" ? 0 : sizes.get(file.blob);
}

interface Listed {
  readonly indexed: readonly TreeFile[];
  /** Paths that are to be read from disk: changed, new, or gone. */
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

async function listFiles(repository: Repository, root: string): Promise<Listed> {
  const { git, index } = repository.access;
  const environment = { GIT_WORK_TREE: root, ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) };
  const list = async (...args: string[]): ReturnType<typeof git.run> =>
    await git.run(["ls-files", "-z", ...args], { environment, cwd: root });
  const [cached, modified, other] = await Promise.all([
    list("--stage"),
    list("--modified", "--deleted"),
    list("--others", "--exclude-standard"),
  ]);
  const indexed = parseIndex(cached.stdout);
  const submodules = new Set(indexed.filter((file) => file.mode === "submodule").map((file) => file.path));
  const differs = [...splitRecords(modified.stdout), ...splitRecords(other.stdout)];
  // A trailing slash is a repository inside this one that is no submodule: it is a repository of its own.
  const changed = new Set(differs.filter((path) => !path.endsWith("/") && !submodules.has(path)));
  const failed = [cached, modified, other].find((result) => result.code !== 0);
  return { indexed, changed, problems: failed === undefined ? [] : [unreadable(repository, failed.stderr)] };
}

/** `<mode> SP <id> SP <stage> TAB <path>`; of a path in conflict only its first version is kept. */
function parseIndex(output: Buffer): TreeFile[] {
  const files: TreeFile[] = [];
  for (const record of splitRecords(output)) {
    const tab = record.indexOf("\t");
    const [octal = "", blob = ""] = record.slice(0, tab).split(" ");
    const mode = modeOf(octal);
    const path = record.slice(tab + 1);
    if (mode !== undefined && files.at(-1)?.path !== path) files.push({ path, blob, size: undefined, mode });
  }
  return files;
}

/** Keeps the order asked for while those from git objects are read ahead as one stream. */
async function* readBoth(
  repository: Repository,
  root: string,
  onDisk: ReadonlyMap<string, TreeFile>,
  wanted: readonly TreeFile[],
  maxBytes: number,
): AsyncGenerator<FileContent> {
  const { objects, objectFormat } = repository.access;
  const fromGit = readObjects(
    objects,
    wanted.filter((file) => !onDisk.has(file.path)),
    maxBytes,
  );
  try {
    for (const file of wanted) {
      if (onDisk.has(file.path)) {
        yield await readDisk(root, file, maxBytes, objectFormat);
        continue;
      }
      const next = await fromGit.next();
      if (next.done !== true) yield next.value;
    }
  } finally {
    await fromGit.return(undefined);
  }
}

function unreadable(repository: Repository, said: string): Problem {
  return trouble("unreadable", "warning", `Some files of the work tree cannot be listed: ${said}`, {
    repository: repository.info.id,
  });
}
