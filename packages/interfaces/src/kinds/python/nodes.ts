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

const PROVISIONAL =
  /\b(?:this|the) (?:module|package|class|function|method|api|interface)s? (?:is|are) (?:still |currently |considered )?(?:an? )?(?:provisional|experimental|unstable)\b/i;

/** Its documentation says that it promises nothing yet (PEP 411 calls that provisional). */
export function isProvisional(doc: string): boolean {
  return PROVISIONAL.test(doc.slice(0, 2000).replaceAll(/\s+/g, " "));
}

/** A head as it would stand if it were short. */
export function onOneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/([([{]) /g, "$1")
    .replaceAll(/,? ([)\]}])/g, "$1")
    .trim();
}
