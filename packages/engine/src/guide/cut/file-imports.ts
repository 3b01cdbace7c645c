/** Every import of every file of a repository, with the file or package that it means. */
import { type DiscoveredUnits, discoverImports } from "@freehold/discover";
import type { Cache, FileTree } from "@freehold/repository";

export interface FileImport {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** A file of this repository. */
  readonly to?: string;
  /** A package from outside. */
  readonly package?: string;
  readonly symbols: readonly string[];
  readonly typeOnly: boolean;
}

/** What was parsed before is read from the cache; resolving costs a few microseconds an import. */
export async function fileImports(tree: FileTree, units: DiscoveredUnits, cache: Cache): Promise<FileImport[]> {
  const found: FileImport[] = [];
  await discoverImports(tree, units, cache, {
    onImport: (from, { line, specifier, symbols = [], typeOnly = false }, target) => {
      const base = { from, line, specifier, symbols, typeOnly };
      if (target.kind === "package") found.push({ ...base, package: target.id });
      else if (target.kind === "unit" && target.path !== undefined) found.push({ ...base, to: target.path });
    },
  });
  return found;
}
