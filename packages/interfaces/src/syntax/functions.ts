/** Functions of any language: which one a node stands in, what it is called, what it is handed. */
import type { SyntaxNode } from "@lezer/common";
import { separated } from "./reading.ts";
import { assignmentsOf } from "./source.ts";

const FUNCTIONS = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunction",
  "MethodDeclaration",
  "FunctionDefinition",
  "FunctionDecl",
  "FunctionLiteral",
  "MethodDecl",
]);

export function isFunction({ name }: SyntaxNode): boolean {
  return FUNCTIONS.has(name);
}

export function functionAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at !== null; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}

/** Its own name, or the name that it is assigned to. */
export function nameOfFunction(node: SyntaxNode, text: string): string | undefined {
  const own = node.getChild("VariableDefinition") ?? node.getChild("DefName") ?? node.getChild("VariableName");
  if (own !== null && node.name !== "ArrowFunction") return text.slice(own.from, own.to);
  const { parent } = node;
  return parent === null ? undefined : assignmentsOf(parent, text).find(({ value }) => value.from === node.from)?.name;
}

export function parametersIn(node: SyntaxNode, text: string): readonly string[] {
  const list = node.getChild("ParamList") ?? node.getChild("Parameters");
  if (list === null) return node.getChildren("VariableDefinition").map(({ from, to }) => text.slice(from, to));
  return separated(list).map((part) => {
    const name =
      part.find(({ name: type }) => type === "VariableDefinition" || type === "VariableName") ??
      part[0]?.getChild("DefName");
    return name === null || name === undefined ? "" : text.slice(name.from, name.to);
  });
}
