/**
 * What resolving asks about the paths of a repository, noted for each unit, so that a later scan can tell whether it
 * would be answered the same: a path more or less can change what an import means.
 */
import { hash } from "node:crypto";
import type { FileTree } from "@freehold/repository";
import { folderOf } from "../languages/folders.ts";
import type { Language } from "../languages/language.ts";

/** What one unit's imports were resolved by, beside the unit's own sources. */
export interface LookedAt {
  /** Folders in which files were looked for. */
  readonly folders: Set<string>;
  /** Folders of which only was asked whether there is something in them. */
  readonly below: Set<string>;
}

/** The answers as they were, in a form to keep. */
export interface Answers {
  readonly folders: readonly (readonly [folder: string, names: string])[];
  readonly below: readonly (readonly [folder: string, some: boolean])[];
  /** By language: the paths that an index was made of. */
  readonly indexes: readonly (readonly [language: string, paths: string])[];
}

export interface PathsNow {
  answers(looked: LookedAt, indexed: readonly Language[]): Answers;
  /** Whether everything would be answered as it was. */
  same(answers: Answers): boolean;
}

export function lookedAt(): LookedAt {
  return { folders: new Set(), below: new Set() };
}

export function pathsNow(tree: FileTree, languages: readonly Language[]): PathsNow {
  let listings: ReadonlyMap<string, readonly string[]> | undefined;
  const digests = new Map<string, string>();
  function namesIn(folder: string): string {
    const known = digests.get(folder);
    if (known !== undefined) return known;
    const names = (listings ??= listingsOf(tree)).get(folder);
    const made = names === undefined ? "" : digestOf(names);
    digests.set(folder, made);
    return made;
  }
  const indexes = new Map<string, string>();
  function indexOf(id: string): string {
    const language = languages.find((one) => one.id === id);
    const made = indexes.get(id) ?? (language === undefined ? "" : digestOf(indexedPaths(language, tree)));
    indexes.set(id, made);
    return made;
  }
  const has = (folder: string) => hasFolder(tree, folder);
  return {
    answers: (looked, indexed) => ({
      folders: Array.from(looked.folders, (folder) => [folder, namesIn(folder)] as const),
      below: Array.from(looked.below, (folder) => [folder, has(folder)] as const),
      indexes: indexed.map(({ id }) => [id, indexOf(id)]),
    }),
    same: (answers) =>
      answers.folders.every(([folder, names]) => namesIn(folder) === names) &&
      answers.below.every(([folder, some]) => has(folder) === some) &&
      answers.indexes.every(([language, paths]) => indexOf(language) === paths),
  };
}

/** The paths that a language makes an index of, sorted. */
export function indexedPaths({ indexes }: Language, { files }: FileTree): readonly string[] {
  return indexes === undefined ? [] : files.flatMap(({ path }) => (indexes(path) ? [path] : []));
}

function listingsOf(tree: FileTree): ReadonlyMap<string, readonly string[]> {
  const listings = new Map<string, string[]>();
  // Sorted paths: those of a folder mostly come together.
  let folder: string | undefined;
  let names: string[] = [];
  for (const { path } of tree.files) {
    const own = folderOf(path);
    if (own !== folder) {
      folder = own;
      names = listings.get(own) ?? [];
      listings.set(own, names);
    }
    names.push(path);
  }
  return listings;
}

function digestOf(names: readonly string[]): string {
  return hash("sha256", names.join("\0"), "base64").slice(0, 22);
}

/** Whether some of the sorted paths lies in a folder. */
export function hasFolder({ files }: FileTree, folder: string): boolean {
  const wanted = `${folder}/`;
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.path ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return files[low]?.path.startsWith(wanted) === true;
}
