/** JSON with positions. Mistakes that can be read past (comments, trailing commas) are problems and no loss. */
import type { Problem } from "@freehold/model";
import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Document, unreadable } from "./document.ts";
import { type LineTable, lineTable } from "./lines.ts";
import { MAX_DEPTH, type Node } from "./node.ts";

/** `area` is the first part of the problems' codes, the id of the ecosystem. */
export function readJson(text: string, area: string): Document {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== undefined) return unreadable(depthProblem(area, lineTable(text).at(tooDeep)));
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const lines = lineTable(text);
  const root = tree === undefined ? undefined : convert(tree, tree.offset, lines);
  return { root, problems: errors.slice(0, 1).map((error) => problemOf(error, root !== undefined, area, lines)) };
}

/** Offset of the first bracket nested deeper than any manifest, so that recursion below is bounded. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (code === 0x5c && quoted) at++;
    else if (quoted) continue;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_DEPTH) return at;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return undefined;
}

function depthProblem(area: string, place: { line: number; column: number }): Problem {
  return {
    code: `${area}/too-deep`,
    severity: "error",
    message: `nested deeper than ${MAX_DEPTH} levels`,
    hint: "No manifest needs that; the file was not read.",
    ...place,
  };
}

function problemOf(error: ParseError, recovered: boolean, area: string, lines: LineTable): Problem {
  const what = printParseErrorCode(error.error).replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return {
    code: `${area}/invalid-json`,
    severity: recovered ? "warning" : "error",
    message: `not valid JSON: ${what.toLowerCase()}`,
    hint: recovered ? "The rest of the file was read." : "The file must hold one JSON object.",
    ...lines.at(error.offset),
  };
}

function convert(node: JsonNode, offset: number, lines: LineTable): Node {
  const place = lines.at(offset);
  const children = node.children ?? [];
  if (node.type === "array") {
    return { kind: "list", ...place, items: children.map((child) => convert(child, child.offset, lines)) };
  }
  if (node.type !== "object") return { kind: "scalar", ...place, value: scalarOf(node.value) };
  const fields = new Map<string, Node>();
  for (const property of children) {
    const [key, value] = property.children ?? [];
    if (key !== undefined && value !== undefined) fields.set(String(key.value), convert(value, key.offset, lines));
  }
  return { kind: "map", ...place, fields };
}

function scalarOf(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
