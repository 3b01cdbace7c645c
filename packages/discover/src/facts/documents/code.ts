/**
 * Whether the code in a document parses, for the languages that have a parser here. An excerpt (a member
 * of a class, a part of an object, a `…` where something is left out) is no mistake: it is tried in the
 * places where it could stand, and where something is left out nothing is said.
 */
import type { CodeBlock } from "@freehold/model";
import { parse as parseJsonc, type ParseError, printParseErrorCode } from "jsonc-parser";
import { parseSync } from "oxc-parser";
import { readToml } from "../../ecosystems/reading/toml.ts";
import { readYaml } from "../../ecosystems/reading/yaml.ts";

/** A fenced or indented block; `line` is that of its first line of code. */
export interface Fence {
  readonly language: string;
  /** Everything behind the fence. */
  readonly info: string;
  readonly text: string;
  readonly line: number;
}

/** A native parser recurses; measured, 8,000 open brackets end the process. Neither bound is near it. */
const MOST_CHARACTERS = 10_000;
const MOST_BRACKETS = 2000;

type Reader = (text: string) => string | undefined;

const READERS: ReadonlyMap<string, Reader> = new Map([
  ...["js", "javascript", "jsx", "mjs", "cjs", "ts", "typescript", "tsx", "mts"].map((name) => [name, script] as const),
  ...["json", "jsonc", "json5"].map((name) => [name, json] as const),
  ...["yaml", "yml"].map((name) => [name, yaml] as const),
  ["toml", toml] as const,
]);

/** `...` or `…` where something is left out, and what is no code of the language but of a template or a diff. */
const EXCERPT =
  /(?:^|[\s{(,[<>'"])(?:\.{3}|…)(?:[\s})\],;>'"]|$)|\{\{|<%|^[-+]\s|^(?:<<<<|>>>>)|<[A-Za-z]+ [a-z ]+>|^\s*optional \w+[:?]/m;

export function codeBlock({ language, info, text, line }: Fence): CodeBlock {
  const read = READERS.get(language);
  if (read === undefined || text.trim() === "" || EXCERPT.test(text) || isMarked(info) || isLarge(text)) {
    return { language, line, state: "unknown" };
  }
  const message = read(text);
  return message === undefined
    ? { language, line, state: "parses" }
    : { language, line, state: "broken", message: message.slice(0, 200) };
}

/** Twoslash, diffs and deliberate mistakes say so behind the fence. */
function isMarked(info: string): boolean {
  return /\b(?:diff|error|invalid|pseudo|excerpt|twoslash|ignore)\b|\b(?:ins|del)=/i.test(info);
}

function isLarge(text: string): boolean {
  return text.length > MOST_CHARACTERS || (text.match(/[([{<`]/g)?.length ?? 0) > MOST_BRACKETS;
}

/** As it stands, then as an expression, the body of a function, members of a class, members of an object, JSX. */
function script(text: string): string | undefined {
  const places = [
    text,
    `(${text}\n)`,
    `async function* excerpt() {${text}\n}`,
    `class Excerpt {${text}\n}`,
    `({${text}\n})`,
    ...(text.trimStart().startsWith("<") ? [`<>${text}\n</>`] : []),
    `type Excerpt = {${text}\n}`,
    `${text}\nclass Excerpt {}`,
    `type Excerpt = ${text}`,
    `declare ${text}`,
  ];
  let first: string | undefined;
  for (const place of places) {
    const message = syntaxError(place, "excerpt.tsx");
    if (message === undefined) return undefined;
    first ??= message;
  }
  return syntaxError(text, "excerpt.ts") === undefined ? undefined : first;
}

function syntaxError(text: string, name: string): string | undefined {
  try {
    return parseSync(name, text).errors[0]?.message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function json(text: string): string | undefined {
  for (const place of [text, `{${text}}`, `[${text}]`]) {
    const errors: ParseError[] = [];
    parseJsonc(place, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first === undefined) return undefined;
    // Several values one after the other, as logs and streams have them.
    if (place === text && text.trim().split(/\n(?=[[{])/).length > 1) return undefined;
    if (place.startsWith("[")) return printParseErrorCode(first.error);
  }
  return undefined;
}

function yaml(text: string): string | undefined {
  return readYaml(text, "document").problems[0]?.message;
}

function toml(text: string): string | undefined {
  return readToml(text, "document").problems[0]?.message;
}
