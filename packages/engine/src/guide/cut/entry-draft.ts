/** The one file through which the rest would use a part: a draft that exports just what is used today. */
import type { Cut } from "@freehold/model";
import type { FileImport } from "./file-imports.ts";

export interface EntryDraft {
  readonly path: string;
  readonly text: string;
}

const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const ENTRY = /^index\.(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * For TypeScript and JavaScript, where a file is the boundary; undefined where the folder has an entry already
 * or another language. A default export is exported under the name of its file.
 */
export function entryDraft(
  { promised, folders }: Cut,
  inside: ReadonlyMap<string, number>,
  imports: readonly FileImport[],
): EntryDraft | undefined {
  const [folder] = folders;
  const scripts = promised.filter(({ path, symbol }) => SCRIPT.test(path) && symbol !== "*");
  if (folder === undefined || folders.length > 1 || scripts.length === 0) return undefined;
  if ([...inside.keys()].some((path) => ENTRY.test(path.slice(folder.length + 1)))) return undefined;
  const ending = endingStyle(inside, imports);
  const byFile = Map.groupBy(scripts, ({ path }) => path);
  const lines = [...byFile]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, elements]) => {
      const from = `./${path.slice(folder.length + 1).replace(SCRIPT, (own) => ending(own))}`;
      return [false, true].flatMap((typeOnly) => {
        const names = elements.filter((one) => one.typeOnly === typeOnly).map(({ symbol }) => exported(symbol, path));
        const keyword = typeOnly ? "export type" : "export";
        return names.length === 0 ? [] : [`${keyword} { ${[...new Set(names)].sort().join(", ")} } from "${from}";`];
      });
    });
  const typescript = scripts.some(({ path }) => /\.[cm]?tsx?$/.test(path));
  const head = "/** What the rest uses of this part today; whatever is not listed here is free to change. */";
  return { path: `${folder}/index.${typescript ? "ts" : "js"}`, text: `${[head, ...lines].join("\n")}\n` };
}

function exported(symbol: string, path: string): string {
  if (symbol !== "default") return symbol;
  const name = (path.split("/").at(-1) ?? "")
    .replace(/\..*$/, "")
    .replaceAll(/[-_.]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `default as ${/^[\p{L}_$]/u.test(name) ? name : "main"}`;
}

/** As the part's own relative imports are written: with the file's ending, with that of the built file, or without. */
function endingStyle(inside: ReadonlyMap<string, number>, imports: readonly FileImport[]): (ending: string) => string {
  const own = imports.filter(({ from, specifier }) => inside.has(from) && specifier.startsWith("."));
  const share = (pattern: RegExp) => own.filter(({ specifier }) => pattern.test(specifier)).length * 2 > own.length;
  if (share(/\.[cm]?tsx?$/)) return (ending) => ending;
  if (share(/\.[cm]?jsx?$/)) return (ending) => ending.replace(/t(sx?)$/, "j$1").replace("jsx", "js");
  return () => "";
}
