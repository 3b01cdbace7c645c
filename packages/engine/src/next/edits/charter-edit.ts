/**
 * Changes one place of a charter's text and leaves every other character as it is: comments, order, folded lines.
 * What could not be changed exactly so is not changed.
 */
import { isDeepStrictEqual } from "node:util";
import type { DriftEdit } from "@freehold/model";
import { isMap, isScalar, isSeq, type Node, parse, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

export type CharterEdit = Extract<DriftEdit, { kind: "charter" }>;

/** Undefined where the text is no YAML, the place is not there, or the change can't be made in the text alone. */
export function editCharterText(text: string, edit: CharterEdit): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const after = changed(text, document.contents, edit);
  if (after === undefined) return undefined;
  const again = parseDocument(after);
  const wanted = expected(document.toJS({ maxAliasCount: 0 }) as Json, edit);
  return again.errors.length === 0 && isDeepStrictEqual(again.toJS({ maxAliasCount: 0 }), wanted) ? after : undefined;
}

function changed(text: string, root: YAMLMap, { op, at, value }: CharterEdit): string | undefined {
  const node = root.getIn(at, true);
  if (op === "replace") return isScalar(node) ? replaced(text, node, written(value)) : undefined;
  if (op === "remove") return removed(text, root, at);
  if (isSeq(node)) return node.flow === true ? addedToFlow(text, node, value) : addedToBlock(text, node, value);
  const [key, nested] = at;
  if (node !== undefined || typeof key !== "string" || nested !== undefined) return undefined;
  return `${text}${text.endsWith("\n") || text === "" ? "" : "\n"}${key}: [${written(value)}]\n`;
}

function replaced(text: string, node: Node, instead: string): string | undefined {
  if (!node.range) return undefined;
  return text.slice(0, node.range[0]) + instead + text.slice(node.range[1]);
}

function addedToFlow(text: string, { range, items }: YAMLSeq, value: unknown): string | undefined {
  if (!range || text[range[1] - 1] !== "]") return undefined;
  return `${text.slice(0, range[1] - 1)}${items.length === 0 ? "" : ", "}${written(value)}${text.slice(range[1] - 1)}`;
}

function addedToBlock(text: string, { items }: YAMLSeq, value: unknown): string | undefined {
  const last = rangeOf(items.at(-1));
  if (last === undefined) return undefined;
  const dash = text.lastIndexOf("-", last[0] - 1);
  const indent = text.slice(lineStart(text, dash), dash);
  const end = lineEnd(text, last[1]);
  const line = `${indent}- ${written(value)}\n`;
  return text.slice(0, end) + (text[end - 1] === "\n" ? "" : "\n") + line + text.slice(end);
}

/** With the list where it was the only one in it, and so on upwards. */
function removed(text: string, root: YAMLMap, at: CharterEdit["at"]): string | undefined {
  const parent = root.getIn(at.slice(0, -1), true) ?? (at.length === 1 ? root : undefined);
  const key = at.at(-1);
  if (isSeq(parent) && typeof key === "number") {
    if (parent.items.length === 1) return removed(text, root, at.slice(0, -1));
    return parent.flow === true ? withoutFlowItem(text, parent, key) : withoutBlockItem(text, parent, key);
  }
  const map = at.length === 1 ? root : parent;
  if (!isMap(map) || map.flow === true) return undefined;
  if (map.items.length === 1 && at.length > 1) return removed(text, root, at.slice(0, -1));
  const pair = map.items.find((one) => isScalar(one.key) && one.key.value === key);
  const [from, to] = [rangeOf(pair?.key), rangeOf(pair?.value)];
  if (from === undefined || to === undefined) return undefined;
  return text.slice(0, lineStart(text, from[0])) + text.slice(lineEnd(text, to[1]));
}

function withoutFlowItem(text: string, { items }: YAMLSeq, index: number): string | undefined {
  const [before, own, after] = [rangeOf(items[index - 1]), rangeOf(items[index]), rangeOf(items[index + 1])];
  if (own === undefined) return undefined;
  if (before !== undefined) return text.slice(0, before[1]) + text.slice(own[1]);
  return after === undefined ? undefined : text.slice(0, own[0]) + text.slice(after[0]);
}

function withoutBlockItem(text: string, { items }: YAMLSeq, index: number): string | undefined {
  const own = rangeOf(items[index]);
  if (own === undefined) return undefined;
  const dash = text.lastIndexOf("-", own[0] - 1);
  return text.slice(0, lineStart(text, dash)) + text.slice(lineEnd(text, own[1]));
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as Node | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** After the line break of the line on which a value ends, which itself may hold it. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === "\n") return at;
  const found = text.indexOf("\n", at);
  return found === -1 ? text.length : found + 1;
}

/** As it is written within brackets, quoted where YAML would read something else. */
function written(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([key, one]) => `${key}: ${written(one)}`);
    return `{ ${fields.join(", ")} }`;
  }
  const text = String(value);
  return /^[\w./@-][\w ./@-]*(?<! )$/.test(text) && readsAs(text, value) ? text : JSON.stringify(value);
}

function readsAs(text: string, value: unknown): boolean {
  try {
    return parse(text) === value;
  } catch {
    return false;
  }
}

type Json = unknown;

/** The value after the change, to compare with. */
function expected(value: Json, { op, at, value: instead }: CharterEdit): Json {
  if (op === "add") return put(value, at, (list) => [...(Array.isArray(list) ? (list as Json[]) : []), instead]);
  if (op === "replace") return put(value, at, () => instead);
  return drop(value, at);
}

function put(value: Json, [key, ...rest]: CharterEdit["at"], change: (old: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one: Json, index) => (index === key ? put(one, rest, change) : one));
  const table = value as Record<string, Json>;
  return { ...table, [key]: put(table[key], rest, change) };
}

/** What is empty then goes, too. */
function drop(value: Json, at: CharterEdit["at"]): Json {
  const parent = at.slice(0, -1);
  const key = at.at(-1);
  let empty = false;
  const result = put(value, parent, (old) => {
    const left = Array.isArray(old)
      ? old.filter((_, index) => index !== key)
      : Object.fromEntries(Object.entries(old as object).filter(([name]) => name !== key));
    empty = Object.keys(left).length === 0;
    return left;
  });
  return empty && parent.length > 0 ? drop(value, parent) : result;
}
