/**
 * Macros that are handed items (`cfg_if! { … }`, `cfg_net! { pub mod net; }`): the items are there, under
 * conditions that the macro knows. Anything else that a macro makes can't be seen.
 */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/rust";
import { childrenOf, parseTree } from "../../syntax/node.ts";
import { combine, type Condition, readCondition } from "./cfg.ts";

export interface Branch {
  readonly text: string;
  readonly cfg: Condition;
}

/** The texts between braces, with their conditions; `cfg_if!` says them, other macros are their own. */
export function branchesOf(name: string, text: string): readonly Branch[] {
  const open = text.indexOf("{");
  if (open < 0 || /[([]/.test(text.slice(0, open))) return [];
  const body = text.slice(open + 1, text.lastIndexOf("}"));
  return name === "cfg_if" ? conditional(body) : [{ text: body, cfg: { of: "atom", name: `${name}!` } }];
}

/** `if #[cfg(a)] { … } else if #[cfg(b)] { … } else { … }`. */
function conditional(body: string): readonly Branch[] {
  const branches: Branch[] = [];
  const refused: Condition[] = [];
  const head = /\s*(?:else\s+)?(?:if\s*#\s*\[\s*cfg\s*\(([^{]*)\)\s*\]|else)\s*\{/y;
  for (let match = head.exec(body); match !== null; match = head.exec(body)) {
    const end = closing(body, head.lastIndex);
    const condition: Condition = match[1] === undefined ? { of: "constant", value: true } : readCondition(match[1]);
    const cfg = combine("all", [...refused.map((part): Condition => ({ of: "not", part })), condition]);
    branches.push({ text: body.slice(head.lastIndex, end), cfg });
    refused.push(condition);
    head.lastIndex = end + 1;
  }
  return branches;
}

/** The brace that closes one that is open, outside of texts and comments. */
function closing(text: string, from: number): number {
  const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}]/g;
  token.lastIndex = from;
  let depth = 1;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === "{") depth++;
    else if (match[0] === "}" && --depth === 0) return match.index;
  }
  return text.length;
}

const ITEMS = /^(?:\w+Item|UseDeclaration|ExternCrateDeclaration|MacroDefinition|MacroInvocation|\w+Comment)$/;

/** The items of a text that consists of nothing else. */
export function readItems(text: string): readonly SyntaxNode[] | undefined {
  const tree = parseTree(parser, text);
  if (tree === undefined) return undefined;
  let broken = false;
  tree.iterate({
    enter: ({ type, name }) => {
      if (type.isError) broken = true;
      return !broken && name !== "Block";
    },
  });
  const nodes = childrenOf(tree.topNode);
  return broken || nodes.some(({ name }) => !ITEMS.test(name)) ? undefined : nodes;
}
