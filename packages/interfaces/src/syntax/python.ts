/** Expressions of Python. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "./node.ts";
import { deeper, literal, named, other, type Reading, separated, unescaped } from "./reading.ts";
import type { Argument, Field, Link, Value } from "./value.ts";

export function pythonValue(node: SyntaxNode, outer: Reading): Value {
  const reading = deeper(outer);
  if (reading === undefined) return other(node);
  const text = reading.text.slice(node.from, node.to);
  switch (node.name) {
    case "String":
      return literal(node, stringOf(text));
    case "ContinuedString":
      return literal(
        node,
        node
          .getChildren("String")
          .map(({ from, to }) => stringOf(reading.text.slice(from, to)))
          .join(""),
      );
    case "Number":
      return literal(node, Number(text.replaceAll("_", "")));
    case "Boolean":
      return literal(node, text === "True");
    case "None":
      return literal(node, null);
    case "VariableName":
      return named(node, reading, pythonValue);
    case "UnaryExpression": {
      const number = node.lastChild;
      return number?.name === "Number" && text.startsWith("-")
        ? literal(node, -Number(reading.text.slice(number.from, number.to).replaceAll("_", "")))
        : other(node);
    }
    case "ParenthesizedExpression": {
      const child = node.firstChild?.nextSibling;
      return child === null || child === undefined ? other(node) : pythonValue(child, reading);
    }
    case "ArrayExpression":
    case "TupleExpression":
    case "SetExpression":
      return list(node, reading);
    case "DictionaryExpression":
      return record(node, reading);
    case "MemberExpression":
    case "CallExpression":
      return chain(node, reading);
    case "LambdaExpression":
      return { kind: "function", parameters: [], from: node.from, to: node.to };
    default:
      return other(node);
  }
}

/** The content of a literal, its prefix and quotes taken off. */
function stringOf(text: string): string {
  const match = /^([a-zA-Z]*)("""|'''|"|')(.*)\2$/s.exec(text);
  if (match === null) return text;
  return /r/i.test(match[1] ?? "") ? (match[3] ?? "") : unescaped(match[3] ?? "");
}

function list(node: SyntaxNode, reading: Reading): Value {
  const parts = separated(node);
  const items = parts.flatMap(([first, ...rest]) =>
    first === undefined || rest.length > 0 ? [] : [pythonValue(first, reading)],
  );
  return { kind: "list", items, complete: items.length === parts.length, from: node.from, to: node.to };
}

function record(node: SyntaxNode, reading: Reading): Value {
  let complete = true;
  const fields: Field[] = [];
  for (const [key, colon, value] of separated(node)) {
    const name = key === undefined ? undefined : pythonValue(key, reading);
    if (colon?.name === ":" && value !== undefined && name?.kind === "literal" && key !== undefined)
      fields.push({
        name: String(name.value),
        value: pythonValue(value, reading),
        position: { from: key.from, to: value.to },
      });
    else complete = false;
  }
  return { kind: "record", fields, complete, from: node.from, to: node.to };
}

function chain(node: SyntaxNode, reading: Reading): Value {
  const links: Link[] = [];
  let at: SyntaxNode | null = node;
  while (at !== null && (at.name === "MemberExpression" || at.name === "CallExpression")) {
    const { from, to }: SyntaxNode = at;
    const property: SyntaxNode | null = at.getChild("PropertyName");
    if (at.name === "CallExpression")
      links.unshift({ kind: "call", args: pythonArguments(at.getChild("ArgList"), reading), from, to });
    else if (property !== null)
      links.unshift({ kind: "member", name: reading.text.slice(property.from, property.to), from, to });
    else links.unshift({ kind: "index", args: indexes(at, reading), from, to });
    at = at.firstChild;
  }
  const base = at?.name === "VariableName" ? reading.text.slice(at.from, at.to) : "";
  return { kind: "chain", base, links, from: node.from, to: node.to };
}

function indexes(node: SyntaxNode, reading: Reading): Argument[] {
  return childrenOf(node)
    .slice(1)
    .filter(({ name }) => /^[A-Z]/.test(name))
    .map((child) => ({ value: pythonValue(child, reading) }));
}

export function pythonArguments(node: SyntaxNode | null, reading: Reading): Argument[] {
  if (node === null) return [];
  return separated(node).flatMap(([first, second, third]): Argument[] => {
    if (first === undefined) return [];
    if (first.name === "*" || first.name === "**")
      return [{ value: second === undefined ? other(first) : pythonValue(second, reading), spread: true }];
    if (second?.name === "AssignOp" && third !== undefined)
      return [{ name: reading.text.slice(first.from, first.to), value: pythonValue(third, reading) }];
    return [{ value: pythonValue(first, reading) }];
  });
}
