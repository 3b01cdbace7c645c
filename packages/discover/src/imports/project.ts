/** The repository as one language sees it: units, who owns a file, and the configurations it reads. */
import { type Cache, type FileTree, readContents, type Reading, type TreeFile } from "@freehold/repository";
import type { Configuration, Language, Project, ResolvableUnit } from "../languages/language.ts";
import { folderOf } from "../languages/folders.ts";
import { hasFolder, indexedPaths } from "./looked-at.ts";

export interface KnownUnits {
  /** Those that answer to a name come first: real ones before fixtures, shallow before deep. */
  readonly units: readonly ResolvableUnit[];
  unitOf(path: string): string | undefined;
}

export function projectFor(
  language: Language,
  tree: FileTree,
  known: KnownUnits,
  unitOf: Project["unitOf"],
  configurations: readonly Configuration[],
): Project {
  return {
    units: known.units,
    paths: indexedPaths(language, tree),
    has: (path) => tree.get(path) !== undefined,
    folderHas: (folder) => hasFolder(tree, folder),
    unitOf,
    configurations,
  };
}

/**
 * The deepest unit above a file; where units of several ecosystems share the folder, that of the
 * language's own: the Python files of a folder with pyproject.toml and package.json are the former's.
 */
export function ownersFor(language: Language, known: KnownUnits): (path: string) => string | undefined {
  const own = new Map<string, string>();
  const paths = new Map(known.units.map(({ id, path }) => [id, path]));
  for (const { id, ecosystem, path } of known.units) {
    if (language.ecosystems.includes(ecosystem) && !own.has(path)) own.set(path, id);
  }
  const perFolder = new Map<string, string | undefined>();
  function deepestOwn(folder: string): string | undefined {
    if (perFolder.has(folder)) return perFolder.get(folder);
    const found = own.get(folder) ?? (folder === "" ? undefined : deepestOwn(folderOf(folder)));
    perFolder.set(folder, found);
    return found;
  }
  return (path) => {
    const general = known.unitOf(path);
    const particular = deepestOwn(folderOf(path));
    if (particular === undefined || general === undefined) return particular ?? general;
    return (paths.get(general)?.length ?? 0) > (paths.get(particular)?.length ?? 0) ? general : particular;
  };
}

/** What a language's configurations say, each content read once. */
export async function readConfigurations(
  language: Language,
  tree: FileTree,
  files: readonly TreeFile[],
  cache: Cache,
): Promise<readonly Configuration[]> {
  const readings = files.map((file): Reading => {
    const sort = language.configures(file.path) ?? "";
    return {
      file,
      extractor: `configuration.${language.id}.${sort}@${language.version}`,
      read: (text) => language.readConfiguration?.(sort, text),
    };
  });
  const said = await readContents(tree, readings, cache);
  return files.flatMap(({ path }) => (said.has(path) ? [{ path, facts: said.get(path) }] : []));
}
