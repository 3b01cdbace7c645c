/**
 * What a file uses of the packages it imports: `name.Symbol`, outside of strings and comments.
 *
 * A local variable may hide a package's name; then its exported fields are taken for symbols, and a consumer
 * is said to use a little more than it does, never less.
 */
import type { GoImport } from "./scan.ts";

const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|(?<![\p{L}\p{Nd}_.])([\p{L}_][\p{L}\p{Nd}_]*)\.(\p{Lu}[\p{L}\p{Nd}_]*)/gu;

/** For each import its symbols, sorted; undefined where the package's own name is not to be guessed from its path. */
export function selectedSymbols(
  text: string,
  imports: readonly GoImport[],
): readonly (readonly string[] | undefined)[] {
  if (imports.length === 0) return [];
  const used = new Map<string, Set<string>>();
  for (const [, name, symbol] of text.matchAll(TOKEN)) {
    if (name === undefined || symbol === undefined) continue;
    const known = used.get(name);
    if (known === undefined) used.set(name, new Set([symbol]));
    else known.add(symbol);
  }
  return imports.map(({ name, path }) => {
    if (name === ".") return ["*"];
    if (name === "_") return undefined;
    const local = name === "" ? localNames(path).find((candidate) => used.has(candidate)) : name;
    const symbols = used.get(local ?? "");
    return symbols === undefined ? undefined : [...symbols].sort();
  });
}

/** How packages usually call themselves: the last part of the path, less versions and `go`; else any word of it. */
function localNames(path: string): readonly string[] {
  const parts = path.split("/").filter((part, at) => at === 0 || !/^v\d+$/.test(part));
  const last = (parts.at(-1) ?? "").replace(/\.v\d+$/, "");
  return [
    last,
    last.replace(/^go-|-go$|\.go$/, ""),
    last.replaceAll("-", "_"),
    last.replaceAll("-", ""),
    ...last.split(/[-._]/),
  ];
}
