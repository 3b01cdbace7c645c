/** Expressions as one text for each meaning: without comments and layout, packages by their path. */
import type { SyntaxNode } from "@lezer/common";
import { importedPath } from "./packages.ts";
import type { Scope } from "./read-type.ts";
import { textOf } from "../../syntax/node.ts";

/** The text that stands for the value of a constant that could not be worked out. */
export function written(node: SyntaxNode, scope: Scope): string {
  const { text } = scope.file;
  const parts: string[] = [];
  const cursor = node.cursor();
  const end = node.to;
  do {
    if (cursor.from >= end || cursor.node.firstChild !== null) continue;
    parts.push(nameInText(cursor.node, scope) ?? text.slice(cursor.from, cursor.to));
  } while (cursor.next() && cursor.from < end);
  return parts.join(" ").slice(0, 400);
}

/** Of `x.Y` the package, by its path. */
function nameInText(node: SyntaxNode, scope: Scope): string | undefined {
  const { text } = scope.file;
  const name = textOf(node, text);
  if (
    node.name !== "VariableName" ||
    !/^\s*\./.test(text.slice(node.to, node.to + 10)) ||
    scope.package.scope.has(name)
  )
    return undefined;
  return importedPath(scope.module, scope.file, name).replace(/^\?\//, "");
}

/** What is called with which arguments decides no type, but for generic functions, whose own name stays. */
export function withoutArguments(text: string): string {
  let depth = 0;
  let kept = "";
  for (const character of text) {
    // A bracket behind a name is a call's; one that groups says what is called.
    if (character === "(" && (depth > 0 || /[\p{L}\p{N}_\])]\s*$/u.test(kept.slice(-20)))) {
      if (depth++ === 0) kept += "(";
    } else if (character === ")" && depth > 0) {
      if (--depth === 0) kept += ")";
    } else if (depth === 0) kept += character;
  }
  return kept;
}
