/**
 * Which declaration owns a path. The deepest folder wins; among scopes of one folder the first that
 * includes the path. A charter may say otherwise with globs relative to its folder.
 */
import { type Glob, matchesGlob, parseGlob } from "@freehold/repository";
import { isWithin } from "../paths.ts";

export interface Scope {
  readonly folder: string;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

/** Git's way: a pattern with a slash inside starts at the charter's folder, and a folder means all in it. */
const SYNTAX = { relativeAnywhere: false, folderWithoutSlash: true };

/** Answers with the indexes of the scopes that own a path, equally deep ones together, or none. */
export function indexScopes(scopes: readonly Scope[]): (path: string) => readonly number[] {
  const compiled = scopes.map((scope, index) => ({
    index,
    depth: scope.folder === "" ? 0 : scope.folder.split("/").length,
    folder: scope.folder,
    include: scope.include?.map((pattern) => globOf(pattern, scope.folder)),
    exclude: scope.exclude?.map((pattern) => globOf(pattern, scope.folder)) ?? [],
  }));
  compiled.sort((a, b) => b.depth - a.depth || a.index - b.index);
  return (path) => {
    const segments = path.split("/");
    const first = compiled.find((scope) => owns(scope, path, segments));
    if (first === undefined) return [];
    const equal = compiled.filter((scope) => scope.depth === first.depth && owns(scope, path, segments));
    return equal.map((scope) => scope.index);
  };
}

interface CompiledScope {
  readonly folder: string;
  readonly include: readonly Glob[] | undefined;
  readonly exclude: readonly Glob[];
}

function owns({ folder, include, exclude }: CompiledScope, path: string, segments: readonly string[]): boolean {
  if (include === undefined ? !isWithin(path, folder) : !include.some((glob) => matchesGlob(glob, segments)))
    return false;
  return !exclude.some((glob) => matchesGlob(glob, segments));
}

/** A pattern of a charter in this folder. `../common` and `./lib` are resolved; a pattern that leaves the repository matches nothing. */
export function globOf(pattern: string, folder: string): Glob {
  const parts = folder === "" ? [] : folder.split("/");
  const rest = pattern.split("/");
  while (rest[0] === ".." || rest[0] === ".") if (rest.shift() === "..") parts.pop();
  const wanted = rest.join("/");
  return parseGlob(wanted === "" ? "/**" : wanted.startsWith("/") ? wanted : `/${wanted}`, SYNTAX, parts.join("/"));
}
