/** What single statements of a module say, told from their text. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "../../syntax/node.ts";
import { bodiesOf } from "./nodes.ts";
import { stringContent, tokensOf } from "./py-type.ts";

/** Bodies of compound statements, not those of functions and classes. */
export function blocksOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (!/^(?:If|Try|With|For|While|Match)Statement$/.test(node.name)) return [];
  return bodiesOf(node);
}

/** Names that the module itself gives a meaning, imports aside. */
export function definedIn(top: SyntaxNode, text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: SyntaxNode, depth: number): void => {
    for (const child of childrenOf(node)) {
      const inner = child.name === "DecoratedStatement" ? (childrenOf(child).at(-1) ?? child) : child;
      if (/^(?:FunctionDefinition|ClassDefinition|TypeDefinition|AssignStatement)$/.test(inner.name)) {
        const name = inner.getChild("VariableName");
        if (name !== null) names.add(text.slice(name.from, name.to));
      } else if (child.name === "StatementGroup") visit(child, depth + 1);
      else if (depth < 50) for (const body of blocksOf(child)) visit(body, depth + 1);
    }
  };
  visit(top, 0);
  return names;
}

/** `a.b as c, d` to pairs. */
export function aliased(tokens: readonly string[]): [name: string, as: string | undefined][] {
  const found: [string, string | undefined][] = [];
  let name = "";
  let as: string | undefined;
  for (const token of [...tokens, ","]) {
    if (token === ",") {
      if (name !== "") found.push([name, as]);
      name = "";
      as = undefined;
    } else if (token === "as") as = "";
    else if (as === undefined) name += token;
    else as += token;
  }
  return found;
}

/** `..a` as seen from a module. */
export function absolute(
  written: string,
  { name, package: isPackage }: { readonly name: string; readonly package: boolean },
): string {
  const dots = /^\.*/.exec(written)?.[0].length ?? 0;
  if (dots === 0) return written;
  const parts = name.split(".");
  const up = dots - (isPackage ? 1 : 0);
  return [
    ...parts.slice(0, Math.max(0, parts.length - up)),
    ...(written.length > dots ? [written.slice(dots)] : []),
  ].join(".");
}

/** Names that a `__getattr__` answers to: what its argument is compared with, looked up in, matched with. */
export function wordsIn(text: string): string[] {
  const tokens = tokensOf(text);
  const words = new Set<string>();
  let inside = 0;
  for (const [at, token] of tokens.entries()) {
    const [before, after] = [tokens[at - 1] ?? "", tokens[at + 1] ?? ""];
    if (/^[([{]$/.test(token) && (inside > 0 || before === "in")) inside++;
    else if (/^[)\]}]$/.test(token)) inside = Math.max(0, inside - 1);
    const word = stringContent(token);
    if (word === undefined || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(word)) continue;
    if (inside > 0 || before === "==" || before === "case" || before === "|" || after === ":" || after === "==")
      words.add(word);
  }
  return [...words].sort();
}
