/** Reading the trees of Lezer's parsers: children by name, texts, lines. */
import type { Parser, SyntaxNode, Tree } from "@lezer/common";

/** Undefined for text that is nested deeper than the parser's own recursion can build. */
export function parseTree(parser: Parser, text: string): Tree | undefined {
  try {
    return parser.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Every child, keywords and punctuation included. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

export function childOf(node: SyntaxNode, ...names: readonly string[]): SyntaxNode | undefined {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (names.includes(child.name)) return child;
  }
  return undefined;
}

export function textOf(node: SyntaxNode | undefined, source: string): string {
  return node === undefined ? "" : source.slice(node.from, node.to);
}

/** Answers the line, from 1, of an offset; offsets are found by halving. */
export function linesOf(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
