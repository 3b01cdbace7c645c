/** What the grammar's nodes of items hold. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";

export const NAMED: ReadonlySet<string> = new Set([
  "StructItem",
  "EnumItem",
  "UnionItem",
  "TraitItem",
  "FunctionItem",
  "ConstItem",
  "StaticItem",
  "TypeItem",
  "AssociatedType",
  "ModItem",
  "MacroDefinition",
]);

export function nameOf(item: SyntaxNode, source: string): string {
  const raw = textOf(childOf(item, "TypeIdentifier", "BoundIdentifier", "Identifier", "_"), source);
  return raw.replace(/^r#/, "");
}

export function inside(list: SyntaxNode): SyntaxNode[] {
  return childrenOf(list).filter(({ name }) => name !== "{" && name !== "}");
}

/** What the arm of a macro that takes nothing makes. */
export function bodyWithoutInput(item: SyntaxNode, source: string): string | undefined {
  for (const rule of childrenOf(item)) {
    if (rule.name !== "MacroRule" || rule.firstChild === null || rule.lastChild === null) continue;
    if (/^.\s*.$/.test(textOf(rule.firstChild, source))) return textOf(rule.lastChild, source).slice(1, -1);
  }
  return undefined;
}

/** Outside of bodies: what a body holds is nobody's interface. */
export function hasErrors(node: SyntaxNode): boolean {
  let found = false;
  node.cursor().iterate((one) => {
    if (one.type.isError) found = true;
    return !found && one.name !== "Block" && !one.name.endsWith("Tokens") && one.name !== "ModItem";
  });
  return found;
}
