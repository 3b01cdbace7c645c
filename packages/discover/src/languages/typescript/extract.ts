/** Source text of JavaScript and TypeScript to the facts in it. */
import type { Problem } from "@freehold/model";
import { lineCounter } from "../lines.ts";
import type { RawImport, SourceFacts } from "../language.ts";
import { commonJsFacts } from "./commonjs.ts";
import type { CommonJsFacts } from "./commonjs.ts";
import { parseScript } from "./parse.ts";
import type { Dialect, ParsedScript } from "./parse.ts";
import { scriptsOf } from "./scripts.ts";

const NOTHING: SourceFacts = { imports: [], exports: [], problems: [] };

/** None of this can be written with escapes, so a text without these words imports and exports nothing. */
const MENTIONS = /import|export|require/;

export function extractTypeScript(path: string, text: string): SourceFacts {
  if (!MENTIONS.test(text)) return NOTHING;
  const scripts = scriptsOf(path, text);
  if (scripts.length === 1 && scripts[0] !== undefined) return extractScript(scripts[0].text, scripts[0]);
  const parts = scripts.map((script) => extractScript(script.text, script));
  return {
    imports: parts.flatMap((part) => part.imports),
    exports: [...new Set(parts.flatMap((part) => part.exports))],
    problems: parts.flatMap((part) => part.problems),
  };
}

interface Place {
  readonly dialect: Dialect;
  readonly firstLine: number;
}

function extractScript(text: string, { dialect, firstLine }: Place): SourceFacts {
  const parsed = parseScript(text, dialect);
  // JavaScript with type annotations (Flow, or TypeScript behind a build step) is common; try it as such.
  if (parsed.trouble.length > 0 && dialect === "jsx") {
    const typed = parseScript(text, "tsx");
    if (typed.trouble.length < parsed.trouble.length) {
      parsed.dispose();
      return facts(text, typed, firstLine);
    }
    typed.dispose();
  }
  return facts(text, parsed, firstLine);
}

function facts(text: string, parsed: ParsedScript, firstLine: number): SourceFacts {
  const commonJs = commonJsFacts(text, parsed);
  const found = [...moduleImports(parsed, text), ...commonJs.imports].sort((a, b) => a.start - b.start);
  const lineAt = lineCounter(text, firstLine);
  const imports = found.map(({ start, ...imported }): RawImport => ({ ...imported, line: lineAt(start) }));
  const exports = exportedNames(parsed, commonJs);
  const problems = syntaxProblems(parsed, lineCounter(text, firstLine));
  parsed.dispose();
  return { imports, exports, problems };
}

type Found = CommonJsFacts["imports"][number];

function moduleImports(parsed: ParsedScript, text: string): Found[] {
  const found: Found[] = [];
  for (const { start, specifier, names } of parsed.imports) {
    const kind = names.length === 0 ? "side-effect" : "static";
    found.push({ start, specifier, kind, ...naming(names) });
  }
  for (const { start, from, names } of parsed.exports) {
    if (from !== undefined) found.push({ start, specifier: from, kind: "re-export", ...naming(names) });
  }
  for (const { start, argument } of parsed.dynamicImports) {
    const specifier = literalText(text.slice(argument[0], argument[1]));
    if (specifier !== undefined) found.push({ start, specifier, kind: "dynamic" });
  }
  return found;
}

function naming(names: readonly { readonly name: string; readonly type: boolean }[]) {
  if (names.length === 0) return {};
  const symbols = names.map(({ name }) => name);
  return names.every(({ type }) => type) ? { symbols, typeOnly: true } : { symbols };
}

/** The text of a string literal without escapes (specifiers have none), or of a template without substitutions. */
function literalText(source: string): string | undefined {
  return /^(["'`])([^"'`\\\n$]+)\1$/.exec(source)?.[2];
}

function exportedNames(parsed: ParsedScript, commonJs: CommonJsFacts): readonly string[] {
  return [...new Set([...parsed.exports.flatMap(({ exported }) => exported), ...commonJs.exports])];
}

function syntaxProblems(parsed: ParsedScript, lineAt: (offset: number) => number): readonly Problem[] {
  const [first] = parsed.trouble;
  if (first === undefined) return [];
  return [
    {
      code: "typescript/syntax-error",
      severity: "info",
      message: `Only partly read: ${first.message}`,
      ...(first.start === undefined ? {} : { line: lineAt(first.start) }),
    },
  ];
}
