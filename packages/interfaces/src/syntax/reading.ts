/** What reading an expression carries along: the text, and the constants of the file. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "./node.ts";
import type { Value } from "./value.ts";

export interface Reading {
  readonly text: string;
  /** The node of what a name holds, where it is given a value once. */
  constant(name: string): SyntaxNode | undefined;
  readonly depth: number;
}

/** Deeper values are not read: nobody writes them, and reading recurses. */
const MAX_DEPTH = 60;

export function deeper(reading: Reading): Reading | undefined {
  return reading.depth > MAX_DEPTH ? undefined : { ...reading, depth: reading.depth + 1 };
}

export function other({ from, to }: SyntaxNode): Value {
  return { kind: "other", from, to };
}

export function literal({ from, to }: SyntaxNode, value: null | boolean | number | string): Value {
  return { kind: "literal", value, from, to };
}

/** A name, or the plain data that it stands for. */
export function named(node: SyntaxNode, reading: Reading, read: (node: SyntaxNode, reading: Reading) => Value): Value {
  const name = reading.text.slice(node.from, node.to);
  const self: Value = { kind: "chain", base: name, links: [], from: node.from, to: node.to };
  const inner = deeper(reading);
  const constant = reading.constant(name);
  if (constant === undefined || inner === undefined) return self;
  const value = read(constant, inner);
  // A value of a type of its own is a thing that a name means, and no data.
  const plain =
    value.kind === "literal" || value.kind === "list" || (value.kind === "record" && value.type === undefined);
  return plain ? value : self;
}

/** The children between brackets, split at commas, comments left out. */
export function separated(node: SyntaxNode): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const child of childrenOf(node)) {
    if (/^[([{}\])]$/.test(child.name) && (child.from === node.from || child.to === node.to)) continue;
    if (child.name.endsWith("Comment")) continue;
    if (child.name === ",") parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts.filter((part) => part.length > 0);
}

/** The value of `\n`, `\"` and the like in a literal's text; what is unusual stays as written. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\(u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|\r?\n|.)/gs, (_, code: string) => {
    if (/^[ux]/.test(code) && code.length > 1)
      return String.fromCodePoint(Math.min(Number.parseInt(code.replaceAll(/[ux{}]/g, ""), 16), 0x10_ff_ff));
    if (/^\r?\n$/.test(code)) return "";
    return ({ n: "\n", t: "\t", r: "\r", 0: "\0" } as Record<string, string>)[code] ?? code;
  });
}
