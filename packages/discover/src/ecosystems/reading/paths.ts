/** Paths inside a repository: `/` separated, relative to its root, `` for the root itself. */

/** The folder of a path. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/** The last segment of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `relative` as written in a file of `folder`; undefined when it leaves the repository. */
export function resolveIn(folder: string, relative: string): string | undefined {
  const segments = relative.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const segment of relative.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}

/** Whether a path is the folder or below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === "" || path === folder || (path.startsWith(folder) && path.charCodeAt(folder.length) === 0x2f);
}

/** What to call a folder: its last segment, or for the root the last segment of the repository's id. */
export function folderName(folder: string, repository: string): string {
  return baseOf(folder === "" ? repository : folder) || "repository";
}
