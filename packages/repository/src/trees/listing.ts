/** The parts that every kind of tree shares: sorting, looking up, and reading git's listings. */
import { isUtf8 } from "node:buffer";
import type { TreeFile } from "../tree.ts";
import { escapeBackslashes, pathFromBytes } from "../path-bytes.ts";

/** Sorted by code units, as every FileTree promises. */
export function sortFiles(files: readonly TreeFile[]): TreeFile[] {
  return files.toSorted((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
}

/** A look-up by path that builds its index when first asked. */
export function indexByPath(files: readonly TreeFile[]): (path: string) => TreeFile | undefined {
  let index: Map<string, TreeFile> | undefined;
  return (path) => (index ??= new Map(files.map((file) => [file.path, file]))).get(path);
}

/** Mode by git's octal mode; undefined for a folder. */
export function modeOf(octal: string): TreeFile["mode"] | undefined {
  if (octal.startsWith("100")) return octal.endsWith("755") ? "executable" : "file";
  if (octal === "120000") return "symlink";
  return octal === "160000" ? "submodule" : undefined;
}

/** Splits what git wrote with `-z`: decoded at once when all of it is UTF-8, as nearly always. */
export function splitRecords(output: Buffer): string[] {
  if (isUtf8(output)) return trimEnd(escapeBackslashes(output.toString("utf8")).split("\0"));
  const records: string[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    const stop = end < 0 ? output.length : end;
    records.push(pathFromBytes(output.subarray(start, stop)));
    start = stop + 1;
  }
  return records;
}

function trimEnd(records: string[]): string[] {
  if (records.at(-1) === "") records.pop();
  return records;
}
