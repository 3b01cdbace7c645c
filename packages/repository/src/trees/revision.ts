/** The files of one commit, from git objects alone. */
import type { Problem } from "@freehold/model";
import { readObjects } from "../objects/contents.ts";
import type { Repository } from "../repository.ts";
import type { FileTree, TreeFile } from "../tree.ts";
import { trouble } from "../trouble.ts";
import { indexByPath, modeOf, sortFiles, splitRecords } from "./listing.ts";
import { readSizes } from "./sizes.ts";
import { walkTree } from "./walk.ts";

export interface OpenedTree {
  readonly tree: FileTree;
  readonly problems: readonly Problem[];
}

/** Bytes of listing that are read, about a million files. */
const MAX_LISTING = 128 * 1024 * 1024;

/** `commit` is a full object id; the sizes of `beside` need not be asked for. */
export async function revisionTree(
  repository: Repository,
  commit: string,
  beside: readonly TreeFile[] = [],
): Promise<OpenedTree> {
  const { git, objects } = repository.access;
  const listing = await git.run(["ls-tree", "-r", "-z", "--full-tree", commit], { maxBytes: MAX_LISTING });
  const gaveUp = listing.code !== 0 && !listing.tooMuch;
  const entries = gaveUp ? await walkTree(objects, commit) : parseListing(listing.stdout);
  const sizes = new Map(
    beside.flatMap(({ blob, size, mode }) => (size === undefined || mode === "submodule" ? [] : [[blob, size]])),
  );
  const blobs = entries.filter(({ blob, mode }) => mode !== "submodule" && !sizes.has(blob)).map(({ blob }) => blob);
  for (const [blob, size] of await readSizes(git, blobs)) sizes.set(blob, size);
  const files = sortFiles(entries.map((entry) => withSize(entry, sizes)));
  const missing = files.filter((file) => file.size === undefined && file.mode !== "submodule").length;
  const problems: Problem[] = [];
  if (listing.tooMuch) problems.push(tooManyFiles(repository, commit, files.length));
  if (gaveUp) problems.push(missingFolders(repository, commit, listing.stderr));
  if (missing > 0) problems.push(missingFiles(repository, missing));
  const tree: FileTree = {
    revision: commit,
    files,
    get: indexByPath(files),
    read: (wanted, options) => readObjects(objects, wanted, options?.maxBytes),
  };
  return { tree, problems };
}

/** `<mode> SP <type> SP <id> TAB <path> NUL` */
function parseListing(output: Buffer): TreeFile[] {
  const files: TreeFile[] = [];
  for (const record of splitRecords(output)) {
    const tab = record.indexOf("\t");
    const mode = modeOf(record.slice(0, 6));
    if (tab < 0 || mode === undefined) continue;
    const blob = record.slice(record.indexOf(" ", 7) + 1, tab);
    files.push({ path: record.slice(tab + 1), blob, size: undefined, mode });
  }
  return files;
}

function withSize(file: TreeFile, sizes: ReadonlyMap<string, number>): TreeFile {
  return {
    path: file.path,
    blob: file.blob,
    size: file.mode === "submodule" ? 0 : sizes.get(file.blob),
    mode: file.mode,
  };
}

function tooManyFiles(repository: Repository, commit: string, read: number): Problem {
  return trouble("too-many", "error", `${commit} has more files than can be read; the first ${read} were`, {
    repository: repository.info.id,
    hint: "Trees that contain each other spell out endless files; such a repository is made to exhaust its readers",
  });
}

function missingFolders(repository: Repository, commit: string, said: string): Problem {
  return trouble("missing-objects", "error", `Some folders of ${commit} cannot be read: ${said}`, {
    repository: repository.info.id,
    hint: "Fetch the missing objects, for example with `git fetch --refetch`",
  });
}

function missingFiles(repository: Repository, count: number): Problem {
  const [subject, verb] = count === 1 ? ["The contents of 1 file", "is"] : [`The contents of ${count} files`, "are"];
  return trouble("missing-objects", "info", `${subject} ${verb} not in this clone and ${verb} not read`, {
    repository: repository.info.id,
    hint: "A partial clone leaves out large files; fetch them if they matter",
  });
}
