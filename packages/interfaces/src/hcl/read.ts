/**
 * HCL's structure: blocks with labels, attributes with expressions. Expressions stay tokens; `literal`
 * gives the value of those that need nothing else to be known.
 *
 * Source: the HCL native syntax specification. Written here because no reader on npm is at once alive,
 * synchronous, small and complete: docs/decisions/ says what was looked at.
 */
import type { Json } from "../kind.ts";
import { linesOf } from "../syntax/lines.ts";
import { type HclToken, hclTokens } from "./tokens.ts";

export interface HclAttribute {
  readonly name: string;
  readonly value: readonly HclToken[];
  readonly line: number;
}

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
  readonly line: number;
}

export interface HclBody {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

export interface HclProblem {
  readonly message: string;
  readonly line: number;
}

const DEPTH = 40;

/** Reads what can be read; what is not understood is a problem, and reading goes on behind its line. */
export function readHcl(source: string): { readonly body: HclBody; readonly problems: readonly HclProblem[] } {
  const tokens = hclTokens(source);
  const lineOf = linesOf(source);
  const problems: HclProblem[] = [];
  let at = 0;
  const body = readBody(0);
  return { body, problems };

  function readBody(depth: number): HclBody {
    const attributes: HclAttribute[] = [];
    const blocks: HclBlock[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.kind === "newline") at++;
      else if (token.text === "}" && depth > 0) break;
      else if (token.kind === "name" && tokens[at + 1]?.text === "=") attributes.push(readAttribute(token));
      else if (token.kind === "name") {
        const block = readBlock(token, depth);
        if (block !== undefined) blocks.push(block);
      } else skipLine(`unexpected ${JSON.stringify(token.text.slice(0, 40))}`, token);
    }
    return { attributes, blocks };
  }

  function readAttribute(name: HclToken): HclAttribute {
    at += 2;
    return { name: name.text, value: readExpression(), line: lineOf(name.from) };
  }

  /** Up to the end of the line, brackets closed. */
  function readExpression(): HclToken[] {
    const value: HclToken[] = [];
    let open = 0;
    for (; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.kind === "newline") {
        if (open === 0) break;
        continue;
      }
      if (token.kind === "broken")
        problems.push({ message: `can't read ${JSON.stringify(token.text.slice(0, 40))}`, line: lineOf(token.from) });
      if (token.kind === "sign" && "([{".includes(token.text)) open++;
      else if (token.kind === "sign" && ")]}".includes(token.text) && --open < 0) break;
      value.push(token);
    }
    return value;
  }

  function readBlock(type: HclToken, depth: number): HclBlock | undefined {
    const labels: string[] = [];
    at++;
    for (; tokens[at]?.kind === "name" || tokens[at]?.kind === "text"; at++)
      labels.push(labelText(tokens[at]?.text ?? ""));
    if (tokens[at]?.text !== "{" || depth >= DEPTH) {
      skipLine(`a block or an attribute must follow ${JSON.stringify(type.text)}`, type);
      return undefined;
    }
    at++;
    const body = readBody(depth + 1);
    if (tokens[at]?.text === "}") at++;
    else problems.push({ message: `the block ${JSON.stringify(type.text)} is not closed`, line: lineOf(type.from) });
    return { type: type.text, labels, body, line: lineOf(type.from) };
  }

  function skipLine(message: string, token: HclToken): void {
    if (problems.length < 20) problems.push({ message, line: lineOf(token.from) });
    const start = at;
    while (at < tokens.length && tokens[at]?.kind !== "newline") at++;
    if (at === start) at++;
  }
}

function labelText(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}

export function attributeOf(body: HclBody, name: string): HclAttribute | undefined {
  return body.attributes.find((one) => one.name === name);
}

/** Tokens as one text, whatever the spaces between them were. */
export function hclText(tokens: readonly HclToken[]): string {
  let text = "";
  for (const { text: part } of tokens)
    text += /[\p{L}\p{N}_]$/u.test(text) && /^[\p{L}\p{N}_"]/u.test(part) ? ` ${part}` : part;
  return text.replaceAll(/,(?=[\])}])/g, "");
}

/** The value of a literal; undefined where something else must be known. */
export function literal(tokens: readonly HclToken[]): { readonly value: Json } | undefined {
  const cursor = { tokens, at: 0 };
  const value = readValue(cursor, 0);
  return value === undefined || cursor.at < tokens.length ? undefined : value;
}

interface Cursor {
  readonly tokens: readonly HclToken[];
  at: number;
}

function readValue(cursor: Cursor, depth: number): { readonly value: Json } | undefined {
  const token = cursor.tokens[cursor.at++];
  if (token === undefined || depth > DEPTH) return undefined;
  switch (token.kind) {
    case "number":
      return { value: Number(token.text) };
    case "text":
      return /(?<![$%])[$%]\{/.test(token.text) ? undefined : { value: unquoted(token.text) };
    case "heredoc":
      return /(?<![$%])[$%]\{/.test(token.text) ? undefined : { value: heredocText(token.text) };
    case "name":
      if (token.text === "null") return { value: null };
      return token.text === "true" || token.text === "false" ? { value: token.text === "true" } : undefined;
    case "sign":
      if (token.text === "-" && cursor.tokens[cursor.at]?.kind === "number")
        return { value: -Number(cursor.tokens[cursor.at++]?.text) };
      if (token.text === "[") return readList(cursor, depth);
      return token.text === "{" ? readObject(cursor, depth) : undefined;
    default:
      return undefined;
  }
}

function readList(cursor: Cursor, depth: number): { readonly value: Json } | undefined {
  const items: Json[] = [];
  while (cursor.tokens[cursor.at]?.text !== "]") {
    const item = readValue(cursor, depth + 1);
    if (item === undefined) return undefined;
    items.push(item.value);
    if (cursor.tokens[cursor.at]?.text === ",") cursor.at++;
    else if (cursor.tokens[cursor.at]?.text !== "]") return undefined;
  }
  cursor.at++;
  return { value: items };
}

/** Entries stand on lines of their own or between commas. */
function readObject(cursor: Cursor, depth: number): { readonly value: Json } | undefined {
  const entries: [string, Json][] = [];
  while (cursor.tokens[cursor.at]?.text !== "}") {
    const key = cursor.tokens[cursor.at++];
    const sign = cursor.tokens[cursor.at++]?.text;
    if (key === undefined || (sign !== "=" && sign !== ":") || (key.kind !== "name" && key.kind !== "text"))
      return undefined;
    const item = readValue(cursor, depth + 1);
    if (item === undefined) return undefined;
    entries.push([key.kind === "text" ? unquoted(key.text) : key.text, item.value]);
    if (cursor.tokens[cursor.at]?.text === ",") cursor.at++;
  }
  cursor.at++;
  return { value: Object.fromEntries(entries) };
}

function unquoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
  return text
    .slice(1, -1)
    .replaceAll(/\\u([\da-fA-F]{4})|\\(.)/g, (all, code: string | undefined, char: string | undefined) =>
      code === undefined ? (escapes[char ?? ""] ?? all) : String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/([$%])\1\{/g, "$1{");
}

/** Of `<<-` the common indentation is left out. */
function heredocText(text: string): string {
  const lines = text.split("\n").slice(1, -1);
  if (!text.startsWith("<<-")) return lines.map((line) => `${line}\n`).join("");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => `${line.slice(common)}\n`).join("");
}
