/** Expressions of Go. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "./node.ts";
import { deeper, literal, named, other, type Reading, separated, unescaped } from "./reading.ts";
import type { Argument, Field, Link, Value } from "./value.ts";

export function goValue(node: SyntaxNode, outer: Reading): Value {
  const reading = deeper(outer);
  if (reading === undefined) return other(node);
  const text = reading.text.slice(node.from, node.to);
  switch (node.name) {
    case "String":
      return literal(node, text.startsWith("`") ? text.slice(1, -1) : unescaped(text.slice(1, -1)));
    case "Number":
      return literal(node, Number(text.replaceAll("_", "")));
    case "Bool":
      return literal(node, text === "true");
    case "Nil":
      return literal(node, null);
    case "VariableName":
      return text === "true" || text === "false" ? literal(node, text === "true") : named(node, reading, goValue);
    case "UnaryExp": {
      const last = node.lastChild;
      if (last === null) return other(node);
      if (text.startsWith("&")) return goValue(last, reading);
      const value = goValue(last, reading);
      return text.startsWith("-") && value.kind === "literal" && typeof value.value === "number"
        ? literal(node, -value.value)
        : other(node);
    }
    case "BinaryExp":
      return joined(node, reading);
    case "ParenthesizedExp": {
      const child = node.firstChild?.nextSibling;
      return child === null || child === undefined ? other(node) : goValue(child, reading);
    }
    case "TypedLiteral":
      return typed(node, reading);
    case "FunctionLiteral":
      return { kind: "function", parameters: [], from: node.from, to: node.to };
    case "SelectorExpr":
    case "CallExpr":
      return chain(node, reading);
    default:
      return other(node);
  }
}

function joined(node: SyntaxNode, reading: Reading): Value {
  const [left, operator, right] = childrenOf(node);
  if (left === undefined || operator === undefined || right === undefined) return other(node);
  const [head, tail] = [goValue(left, reading), goValue(right, reading)];
  const plus = reading.text.slice(operator.from, operator.to) === "+";
  return plus && head.kind === "literal" && tail.kind === "literal" && typeof head.value === "string"
    ? literal(node, head.value + String(tail.value))
    : other(node);
}

function typed(node: SyntaxNode, reading: Reading): Value {
  const { from, to } = node;
  const body = node.getChild("LiteralValue");
  if (body === null || node.firstChild === null) return other(node);
  const type = reading.text.slice(node.firstChild.from, node.firstChild.to);
  const elements = body.getChildren("Element");
  const fields: Field[] = [];
  const items: Value[] = [];
  for (const element of elements) {
    const key = element.getChild("Key");
    const value = element.lastChild;
    if (value === null) continue;
    if (key === null) items.push(goValue(value, reading));
    else {
      const name = reading.text.slice(key.from, key.to).replaceAll(/^["`]|["`]$/g, "");
      fields.push({ name, value: goValue(value, reading), position: element });
    }
  }
  if (type.startsWith("[")) return { kind: "list", items, complete: fields.length === 0, from, to };
  return { kind: "record", type, fields, complete: items.length === 0, from, to };
}

function chain(node: SyntaxNode, reading: Reading): Value {
  const links: Link[] = [];
  let at: SyntaxNode | null = node;
  while (at !== null && (at.name === "SelectorExpr" || at.name === "CallExpr")) {
    const { from, to }: SyntaxNode = at;
    const field: SyntaxNode | null = at.getChild("FieldName");
    if (at.name === "CallExpr")
      links.unshift({ kind: "call", args: argumentsOf(at.getChild("Arguments"), reading), from, to });
    else if (field !== null)
      links.unshift({ kind: "member", name: reading.text.slice(field.from, field.to), from, to });
    at = at.firstChild;
  }
  const base = at?.name === "VariableName" ? reading.text.slice(at.from, at.to) : "";
  return { kind: "chain", base, links, from: node.from, to: node.to };
}

function argumentsOf(node: SyntaxNode | null, reading: Reading): Argument[] {
  if (node === null) return [];
  return separated(node).flatMap(([first, ...rest]): Argument[] => {
    if (first === undefined) return [];
    const spread = rest.some(({ name }) => name === "..." || name === "Ellipsis");
    return [{ value: goValue(first, reading), ...(spread && { spread: true as const }) }];
  });
}
