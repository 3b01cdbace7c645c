/**
 * TOML with the lines of its keys. The parser gives values without positions, so lines come from a
 * walk over table headers and `key =` beginnings, which is right for all but keys inside multi-line strings.
 */
import { parse, TomlError } from "smol-toml";
import { type Document, unreadable } from "./document.ts";
import { MAX_DEPTH, type Node } from "./node.ts";

/** `area` is the first part of the problems' codes, the id of the ecosystem. */
export function readToml(text: string, area: string): Document {
  try {
    const value = parse(text, { maxDepth: MAX_DEPTH });
    return { root: convert(value, "", 1, keyLines(text)), problems: [] };
  } catch (error) {
    const place = error instanceof TomlError ? { line: error.line, column: error.column } : { line: 1, column: 1 };
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return unreadable({
      code: `${area}/invalid-toml`,
      severity: "error",
      message: `not valid TOML: ${reason?.replace(/^Invalid TOML document: /, "")}`,
      hint: "The file was not read; see https://toml.io for the format.",
      ...place,
    });
  }
}

function convert(value: unknown, path: string, line: number, lines: ReadonlyMap<string, number>): Node {
  const place = { line: lines.get(path) ?? line, column: 1 };
  if (Array.isArray(value)) {
    return { kind: "list", ...place, items: value.map((item) => convert(item, path, place.line, lines)) };
  }
  if (typeof value !== "object" || value === null) return { kind: "scalar", ...place, value: scalarOf(value) };
  if (value instanceof Date) return { kind: "scalar", ...place, value: value.toString() };
  const fields = new Map<string, Node>();
  for (const [key, inner] of Object.entries(value)) {
    fields.set(key, convert(inner, join(path, key), place.line, lines));
  }
  return { kind: "map", ...place, fields };
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Line of each key by its path; the first one counts. */
function keyLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let table = "";
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    const header = /^\s*\[\[?([^\]\n]+)\]/.exec(line)?.[1];
    if (header !== undefined) table = pathOf(header);
    const key = header === undefined ? /^\s*([\w."'-][\w."' -]*)=/.exec(line)?.[1] : undefined;
    if (header === undefined && key === undefined) continue;
    for (const path of withParents(table, key === undefined ? "" : pathOf(key))) {
      if (!lines.has(path)) lines.set(path, number);
    }
  }
  return lines;
}

/** A dotted key says its first parts too: `core.workspace = true` is where `core` is. */
function withParents(table: string, key: string): readonly string[] {
  const paths: string[] = [];
  for (let at = key.indexOf("\n"); at !== -1; at = key.indexOf("\n", at + 1)) paths.push(join(table, key.slice(0, at)));
  return [...paths, key === "" ? table : join(table, key)];
}

/** `a."b.c"` as segments; the separator can't occur in a line. */
function pathOf(dotted: string): string {
  const segments = dotted.match(/"[^"]*"|'[^']*'|[^."'\s]+/g) ?? [];
  return segments.map((segment) => segment.replaceAll(/^["']|["']$/g, "")).join("\n");
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}\n${key}`;
}
