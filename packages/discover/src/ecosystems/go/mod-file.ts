/**
 * go.mod and go.work: a line format of directives, one a line or many in a block.
 * https://go.dev/ref/mod#go-mod-file
 */
import type { Problem } from "@freehold/model";
import type { Parsed } from "../ecosystem.ts";

export interface ModFacts {
  readonly kind: "mod" | "work";
  readonly module?: string;
  readonly line: number;
  readonly go?: string;
  /** Path, version and line; what is there for another module's sake alone is marked. */
  readonly requires: readonly {
    readonly path: string;
    readonly version: string;
    readonly line: number;
    readonly indirect: boolean;
  }[];
  readonly replaces: readonly { readonly from: string; readonly to: string; readonly line: number }[];
  /** `use` of a go.work. */
  readonly uses: readonly { readonly path: string; readonly line: number }[];
  /** `tool` directives: packages run during development. */
  readonly tools: readonly { readonly path: string; readonly line: number }[];
  readonly deprecated?: string;
}

interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  readonly comment: string;
  readonly line: number;
}

export function parseModFile(text: string, kind: "mod" | "work"): Parsed<ModFacts> {
  const directives = directivesOf(text);
  const module = directives.find(({ verb }) => verb === "module");
  const path = module?.words[0];
  const go = directives.find(({ verb }) => verb === "go")?.words[0];
  const facts: ModFacts = {
    kind,
    ...(path !== undefined && { module: path }),
    line: module?.line ?? 1,
    ...(go !== undefined && { go }),
    requires: directives.flatMap(requireOf),
    replaces: directives.flatMap(replaceOf),
    uses: directives.flatMap(({ verb, words, line }) => single(verb === "use", words, line)),
    tools: directives.flatMap(({ verb, words, line }) => single(verb === "tool", words, line)),
  };
  if (kind === "mod" && path === undefined) return { facts: undefined, problems: [withoutModule()] };
  return { facts, problems: directives.flatMap(malformed).slice(0, 1) };
}

function directivesOf(text: string): readonly Directive[] {
  const directives: Directive[] = [];
  let block: string | undefined;
  let line = 0;
  for (const raw of text.split(/\r?\n/)) {
    line++;
    const comment = commentStart(raw);
    const words = wordsOf(raw.slice(0, comment));
    const [first, second] = words;
    if (first === undefined) continue;
    if (block === undefined && second === "(") block = first;
    else if (block !== undefined && first === ")") block = undefined;
    else {
      const note = raw.slice(comment);
      directives.push({
        verb: block ?? first,
        words: block === undefined ? words.slice(1) : words,
        comment: note,
        line,
      });
    }
  }
  return directives;
}

function commentStart(raw: string): number {
  const at = raw.search(/(?:^|\s)\/\//);
  return at === -1 ? raw.length : at;
}

/** Words may be quoted, as Go strings are. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/"[^"]*"|`[^`]*`|[^\s"`]+/g) ?? [];
  return words
    .map((word) => word.replaceAll(/^["`]|["`]$/g, ""))
    .flatMap((word) => (word.length > 1 && word.endsWith("(") ? [word.slice(0, -1), "("] : [word]));
}

function requireOf({ verb, words, comment, line }: Directive): ModFacts["requires"] {
  const [path, version] = words;
  if (verb !== "require" || path === undefined || version === undefined) return [];
  return [{ path, version, line, indirect: /\/\/\s*indirect\b/.test(comment) }];
}

function replaceOf({ verb, words, line }: Directive): ModFacts["replaces"] {
  const arrow = words.indexOf("=>");
  const from = words[0];
  const to = words[arrow + 1];
  return verb !== "replace" || arrow < 1 || from === undefined || to === undefined ? [] : [{ from, to, line }];
}

function single(wanted: boolean, words: readonly string[], line: number): { path: string; line: number }[] {
  return wanted && words[0] !== undefined ? [{ path: words[0], line }] : [];
}

const VERBS = new Set([
  "module",
  "go",
  "toolchain",
  "require",
  "exclude",
  "replace",
  "retract",
  "use",
  "tool",
  "godebug",
  "ignore",
]);

function malformed({ verb, words, line }: Directive): Problem[] {
  const known = VERBS.has(verb);
  if (known && !(verb === "require" && words.length < 2)) return [];
  const message = known ? `require ${words.join(" ")} has no version` : `unknown directive "${verb}"`;
  const hint = known ? "Write `require path v1.2.3`." : "See https://go.dev/ref/mod#go-mod-file";
  return [{ code: "go/malformed", severity: "warning", message, hint, line, column: 1 }];
}

function withoutModule(): Problem {
  const hint = "Begin the file with `module example.com/name`.";
  return {
    code: "go/no-module",
    severity: "error",
    message: "go.mod without a module directive",
    hint,
    line: 1,
    column: 1,
  };
}
