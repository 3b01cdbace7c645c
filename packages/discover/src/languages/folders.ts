/** Folders of repository paths: `/` separated, `` for the root. */
import { posix } from "node:path";

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/** `path` seen from `folder`; undefined when it leaves the repository. */
export function joinPath(folder: string, path: string): string | undefined {
  const joined = posix.normalize(`${folder}/${path}`).replace(/^\/+|\/+$/g, "");
  if (joined === ".." || joined.startsWith("../")) return undefined;
  return escapes(folder, path) ? undefined : joined === "." ? "" : joined;
}

/** The folder and all above it, deepest first, the root last. */
export function* upward(folder: string): Generator<string> {
  for (let at = folder; at !== ""; at = folderOf(at)) yield at;
  yield "";
}

/** Normalising an absolute path swallows `..` at the root, so the depth is counted. */
function escapes(folder: string, path: string): boolean {
  let depth = folder === "" ? 0 : folder.split("/").length;
  for (const part of path.split("/")) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}
