/** Pieces of Java declarations: what stands in front of a name, types, parameters. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import type { Declared, Parameter, TypeParameterText } from "./declarations.ts";

export interface Reader {
  readonly source: string;
  readonly lineOf: (offset: number) => number;
}

export function plainText(node: SyntaxNode | undefined, text: string): string {
  return textOf(node, text).replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+/g, "");
}

export function declaredAt(node: SyntaxNode, body: SyntaxNode | undefined, reader: Reader): Declared {
  const { source, lineOf } = reader;
  const modifiers = childOf(node, "Modifiers");
  const words = modifiers === undefined ? [] : childrenOf(modifiers).map((one) => textOf(one, source));
  const start = node.firstChild?.name === "Modifiers" ? firstWord(node) : node.from;
  return {
    name: textOf(childOf(node, "Definition", "Identifier"), source),
    modifiers: new Set(words),
    annotations: annotationsOf(node, source),
    doc: docAbove(node, source),
    line: lineOf(start),
    signature: source
      .slice(start, body?.from ?? node.to)
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, " ")
      .replaceAll(/\s+/g, " ")
      .replace(/[\s;{]+$/, "")
      .trim(),
  };
}

/** Behind the annotations. */
function firstWord(node: SyntaxNode): number {
  const modifiers = node.firstChild;
  const word =
    modifiers === null ? undefined : childrenOf(modifiers).find(({ name }) => !/(?:Annotation|Comment)$/.test(name));
  return word?.from ?? modifiers?.nextSibling?.from ?? node.from;
}

function annotationsOf(node: SyntaxNode, source: string): ReadonlyMap<string, string> {
  const modifiers = childOf(node, "Modifiers");
  const found = new Map<string, string>();
  for (const one of [...(modifiers === undefined ? [] : childrenOf(modifiers)), ...childrenOf(node)]) {
    if (!one.name.endsWith("Annotation")) continue;
    const match = /^@\s*([\w.$]+)\s*(?:\(([\s\S]*)\))?$/.exec(textOf(one, source));
    if (match !== null) found.set(match[1] ?? "", (match[2] ?? "").replaceAll(/\s+/g, ""));
  }
  return found;
}

function docAbove(node: SyntaxNode, source: string): string | undefined {
  const above = node.prevSibling;
  const text = above?.name === "BlockComment" ? source.slice(above.from, above.to) : "";
  if (!text.startsWith("/**")) return undefined;
  const lines = text
    .slice(3, -2)
    .split("\n")
    .map((line) => line.replace(/^\s*\*?\s?/, "").trim());
  return lines.find((line) => line !== "" && !line.startsWith("@"));
}

const NO_TYPE: ReadonlySet<string> = new Set([
  "Modifiers",
  "TypeParameters",
  "Annotation",
  "MarkerAnnotation",
  "BlockComment",
  "LineComment",
]);

/** The type in front of a name. */
export function typeNode(node: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(node).find(({ name }) => !NO_TYPE.has(name));
}

/** Annotations stand for nothing here. */
export function typeText(node: SyntaxNode | undefined, text: string): string {
  return withoutAnnotations(textOf(node, text));
}

function withoutAnnotations(type: string): string {
  return type
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, " ")
    .replaceAll(/@\s*[\w.]+\s*(?:\([^()]*\))?/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

export function typesIn(node: SyntaxNode | undefined, text: string): string[] {
  if (node === undefined) return [];
  const list = childOf(node, "InterfaceTypeList") ?? node;
  return childrenOf(list)
    .filter(({ name }) => /Type|Identifier/.test(name) && !name.endsWith("Annotation"))
    .map((one) => typeText(one, text));
}

export function typeParametersOf(node: SyntaxNode, text: string): TypeParameterText[] {
  const list = childOf(node, "TypeParameters");
  if (list === undefined) return [];
  return childrenOf(list)
    .filter(({ name }) => name === "TypeParameter")
    .map((one) => ({
      name: textOf(childOf(one, "Definition"), text),
      bounds: typesIn(childOf(one, "TypeBound"), text),
    }));
}

export function parametersOf(list: SyntaxNode, text: string): Parameter[] {
  return childrenOf(list)
    .filter(({ name }) => name === "FormalParameter" || name === "SpreadParameter" || name === "RecordComponent")
    .map((one) => {
      const written = textOf(one, text);
      const varargs = written.includes("...");
      const inner = childOf(one, "VariableDeclarator") ?? one;
      const dimensions = childrenOf(inner).filter(({ name }) => name === "Dimension");
      const type = typeText(typeNode(one), text) + "[]".repeat(dimensions.length);
      return { type: varargs ? `${type}[]` : type, name: textOf(childOf(inner, "Definition"), text), varargs };
    });
}
