/** Go source to the facts in it. */
import type { RawImport, SourceFacts } from "../language.ts";
import { lineCounter } from "../lines.ts";
import { scanGoImports } from "./scan.ts";
import { selectedSymbols } from "./selectors.ts";

/** Declarations that start a line, as gofmt writes them; methods belong to their type. */
const DECLARATION = /^(?:func|type|var|const) ([\p{Lu}][\p{L}\p{Nd}_]*)/gmu;

export function extractGo(_path: string, text: string): SourceFacts {
  const lineAt = lineCounter(text);
  const found = scanGoImports(text);
  const used = selectedSymbols(text, found);
  const imports = found.map(({ start, path, name }, at): RawImport => {
    const line = lineAt(start);
    if (name === "_") return { specifier: path, line, kind: "side-effect" };
    const symbols = used[at];
    return { specifier: path, line, kind: "static", ...(symbols === undefined ? {} : { symbols }) };
  });
  const exports = Array.from(text.matchAll(DECLARATION), (match) => match[1] ?? "");
  return { imports, exports: [...new Set(exports)], problems: [] };
}
