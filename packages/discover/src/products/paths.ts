/** Folders and names in paths. */

/** The folder of a path; `` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether a path is a folder or below it; everything is within the root. */
export function isWithin(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** The nearest folder at or above a path for which there is a value. */
export function nearest<T>(byFolder: ReadonlyMap<string, T>, folder: string): T | undefined {
  for (let current = folder; ; current = folderOf(current)) {
    const found = byFolder.get(current);
    if (found !== undefined || current === "") return found;
  }
}

/** `@acme/api-client` -> `acme-api-client`: lower case, in words joined by `-`. */
export function kebab(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.join("-");
}

/** The name without scope, group or organisation in front. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
