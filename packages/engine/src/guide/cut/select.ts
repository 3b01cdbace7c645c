/** The files that a cut is about: folders and units, as somebody names them. */
import type { Unit } from "@freehold/model";
import type { TreeFile } from "@freehold/repository";
import { closest } from "../../closest.ts";
import { Failure } from "../../failure.ts";

export interface Selected {
  readonly folders: readonly string[];
  /** Path -> bytes. */
  readonly files: ReadonlyMap<string, number>;
}

/** Throws a `Failure` for a name that is neither folder nor unit, and for a cut that leaves nothing on one side. */
export function selectFiles(files: readonly TreeFile[], units: readonly Unit[], names: readonly string[]): Selected {
  const folders = [...new Set(names.map((name) => folderOf(files, units, name)))].sort();
  const chosen = files.filter(
    ({ path, mode }) => mode !== "submodule" && folders.some((folder) => path.startsWith(`${folder}/`)),
  );
  return { folders, files: new Map(chosen.map(({ path, size }) => [path, size ?? 0])) };
}

function folderOf(files: readonly TreeFile[], units: readonly Unit[], name: string): string {
  const folder = name.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  const unit = units.find((one) => one.name === name || one.id === name);
  if (folder === "" || folder === "." || unit?.path === "")
    throw new Failure(
      "start/whole-repository",
      `\`${name}\` is the whole repository: there is nothing to cut it from`,
      "Draft its charter: freehold init",
    );
  if (files.some(({ path }) => path.startsWith(`${folder}/`))) return folder;
  if (unit !== undefined) return unit.path;
  const known = [...new Set(files.flatMap(({ path }) => foldersAbove(path)))];
  const near = closest(folder, [...known, ...units.map((one) => one.name)]);
  throw new Failure(
    "start/not-found",
    `\`${name}\` is neither a folder nor a unit here`,
    near === undefined ? "Name a folder relative to the repository." : `Did you mean \`${near}\`?`,
  );
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
