/** Reading the trees of Lezer's parsers: parsing, children by name, texts. */
import type { Parser, SyntaxNode, Tree } from "@lezer/common";

/** People stop far below. Lezer itself gives up nesting at some 2,800 levels and makes errors of the rest, and whoever walks
 * up a tree from each of its nodes takes time by its depth squared. */
const DEPTH = 1000;

/**
 * Trees that were made last, by parser and text: two versions of a unit have most files in common, and several kinds
 * read the same file. Nobody changes a tree.
 */
const recent = new Map<Parser, Map<string, Tree | undefined>>();
/** Characters of their texts. */
const MOST_RECENT = 8_000_000;
let held = 0;

/** Undefined for text that is nested deeper than anybody writes, or than the parser's own recursion can build. Linear. */
export function parseTree(parser: Parser, text: string): Tree | undefined {
  const trees = recent.get(parser) ?? new Map<string, Tree | undefined>();
  recent.set(parser, trees);
  if (trees.has(text)) return trees.get(text);
  const tree = parseNow(parser, text);
  trees.set(text, tree);
  held += text.length;
  forgetOldest();
  return tree;
}

function forgetOldest(): void {
  for (const trees of recent.values()) {
    for (const text of trees.keys()) {
      if (held <= MOST_RECENT) return;
      trees.delete(text);
      held -= text.length;
    }
  }
}

function parseNow(parser: Parser, text: string): Tree | undefined {
  try {
    const tree = parser.parse(text);
    return text.length > DEPTH && isTooDeep(tree) ? undefined : tree;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isTooDeep(tree: Tree): boolean {
  let [depth, deepest] = [0, 0];
  tree.iterate({
    enter() {
      deepest = Math.max(deepest, ++depth);
      return deepest <= DEPTH;
    },
    leave: () => void depth--,
  });
  return deepest > DEPTH;
}

/** Every child, errors, keywords and punctuation included. */
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

/** What stands at a node; nothing where there is none. */
export function textOf(node: SyntaxNode | null | undefined, source: string): string {
  return node === null || node === undefined ? "" : source.slice(node.from, node.to);
}
