/** Writes files of a repository into an empty folder, and nothing outside of it. */
import { constants } from "node:fs";
import { mkdir, open, symlink } from "node:fs/promises";
import { dirname, isAbsolute } from "node:path";
import { type FileTree, pathToBytes, type TreeFile } from "@freehold/repository";
import { Failure } from "../failure.ts";

/** More is data that a build does not need, or an attack on the disk. */
const MOST_BYTES = 2 * 1024 ** 3;
const MOST_BYTES_A_FILE = 128 * 1024 ** 2;

/** Linux's own bound: path_resolution(7). */
const MOST_FOLLOWED = 40;

export interface WrittenCopy {
  readonly paths: ReadonlySet<string>;
  /** Submodules, files whose contents are not in this clone, and links that lead out of the copy. */
  readonly left: readonly string[];
}

/** Files keep their mode; throws a `Failure` where there is too much of them. */
export async function writeCopy(tree: FileTree, files: readonly TreeFile[], root: string): Promise<WrittenCopy> {
  const bytes = files.reduce((sum, { size = 0 }) => sum + size, 0);
  if (bytes > MOST_BYTES)
    throw new Failure(
      "clean-copy/too-large",
      `a copy would have ${Math.round(bytes / 1024 ** 2)} MiB, and at most ${MOST_BYTES / 1024 ** 2} are written`,
      "Name a smaller product.",
    );
  const paths = new Set<string>();
  const left: string[] = [];
  const safe = files.filter(({ path, mode }) => mode !== "submodule" && isInside(path));
  const kept = new Set(safe);
  for (const file of files) if (!kept.has(file)) left.push(file.path);
  const links: { path: string; target: string }[] = [];
  for await (const { file, bytes: content } of tree.read(safe, { maxBytes: MOST_BYTES_A_FILE })) {
    if (content === undefined) left.push(file.path);
    else if (file.mode === "symlink") links.push({ path: file.path, target: Buffer.from(content).toString("utf8") });
    else {
      await writeNew(root, file, content);
      paths.add(file.path);
    }
  }
  // After all files, so that none is written through one.
  const targets = new Map(links.map(({ path, target }) => [path, target]));
  for (const { path, target } of links) {
    if (!staysInside(path, targets)) {
      left.push(path);
      continue;
    }
    await mkdir(placeOf(root, dirname(path)), { recursive: true });
    await symlink(target, placeOf(root, path));
    paths.add(path);
  }
  return { paths, left };
}

async function writeNew(root: string, { path, mode }: TreeFile, content: Uint8Array): Promise<void> {
  await mkdir(placeOf(root, dirname(path)), { recursive: true });
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const handle = await open(placeOf(root, path), flags, mode === "executable" ? 0o755 : 0o644);
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

/** git forbids such names, and a tree made by hand may have them all the same. */
function isInside(path: string): boolean {
  return !path.split("/").some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git");
}

/** As the system follows it, link by link: `a -> b/..` leads elsewhere where `b` is a link itself. */
function staysInside(link: string, targets: ReadonlyMap<string, string>): boolean {
  const ahead = link.split("/");
  const at: string[] = [];
  for (let followed = 0; ahead.length > 0;) {
    const part = ahead.shift() ?? "";
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (at.pop() === undefined) return false;
      continue;
    }
    at.push(part);
    const target = targets.get(at.join("/"));
    if (target === undefined) continue;
    // A ring; the system gives up after as many.
    if (++followed > MOST_FOLLOWED) return false;
    if (target === "" || isAbsolute(target)) return false;
    at.pop();
    ahead.unshift(...target.split("/"));
  }
  return true;
}

function placeOf(root: string, path: string): Buffer {
  return Buffer.concat([Buffer.from(`${root}/`), pathToBytes(path)]);
}
