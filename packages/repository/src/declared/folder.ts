/** Rules of files that speak for the folder they are in. */
import { type Glob, parseGlob } from "./glob.ts";

/** The folder of a path; `` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Everything below a folder. */
export function folderGlob(folder: string): Glob {
  return parseGlob("/**", { relativeAnywhere: false, folderWithoutSlash: false }, folder);
}

export function depthOf(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length;
}
