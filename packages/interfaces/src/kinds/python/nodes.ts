/** Steps through the syntax tree of Python. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "../../syntax/node.ts";
import { stringContent } from "./py-type.ts";

export function bodiesOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).flatMap((child) =>
    child.name === "Body" ? [child] : child.name === "MatchBody" ? childrenOf(child).flatMap(bodiesOf) : [],
  );
}

/** The string that a body begins with, without its margin. */
export function docOf(body: SyntaxNode | null, text: string): string {
  const first = body === null ? undefined : childrenOf(body).find(({ name }) => name !== ":" && name !== "Comment");
  const string = first?.name === "ExpressionStatement" ? first.firstChild : null;
  if (string?.name !== "String") return "";
  return (stringContent(text.slice(string.from, string.to)) ?? "").trim();
}

/** A head as it would stand if it were short. */
export function onOneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/([([{]) /g, "$1")
    .replaceAll(/,? ([)\]}])/g, "$1")
    .trim();
}
