/** Expressions of JavaScript and TypeScript. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "./node.ts";
import { deeper, literal, named, other, type Reading, separated, unescaped } from "./reading.ts";
import type { Argument, Field, Link, Value } from "./value.ts";

export function javascriptValue(node: SyntaxNode, outer: Reading): Value {
  const reading = deeper(outer);
  if (reading === undefined) return other(node);
  const text = reading.text.slice(node.from, node.to);
  switch (node.name) {
    case "String":
      return literal(node, unescaped(text.slice(1, -1)));
    case "TemplateString":
      return node.getChild("Interpolation") === null ? literal(node, unescaped(text.slice(1, -1))) : other(node);
    case "Number":
      return literal(node, Number(text.replaceAll("_", "")));
    case "BooleanLiteral":
      return literal(node, text === "true");
    case "null":
      return literal(node, null);
    case "VariableName":
      return text === "undefined" ? other(node) : named(node, reading, javascriptValue);
    case "UnaryExpression":
      return negative(node, reading);
    case "BinaryExpression":
      return joined(node, reading);
    case "ParenthesizedExpression":
    case "PostfixExpression":
    case "AwaitExpression":
      return inner(node, reading);
    case "ArrayExpression":
      return list(node, reading);
    case "ObjectExpression":
      return record(node, reading);
    case "ArrowFunction":
    case "FunctionExpression":
    case "MethodDeclaration":
      return { kind: "function", parameters: parametersOf(node, reading.text), from: node.from, to: node.to };
    case "MemberExpression":
    case "CallExpression":
    case "NewExpression":
    case "ImportMeta":
      return chain(node, reading);
    default:
      return other(node);
  }
}

/** `(x)`, `x!`, `await x`. */
function inner(node: SyntaxNode, reading: Reading): Value {
  const child = childrenOf(node).find(({ name }) => /^[A-Z]/.test(name) && name !== "LogicOp");
  return child === undefined ? other(node) : javascriptValue(child, reading);
}

function negative(node: SyntaxNode, reading: Reading): Value {
  const number = node.lastChild;
  const sign = reading.text.slice(node.from, node.firstChild?.to);
  if (number?.name !== "Number" || sign !== "-") return other(node);
  return literal(node, -Number(reading.text.slice(number.from, number.to).replaceAll("_", "")));
}

/** `a as const`, `a satisfies T`, and texts written in several pieces. */
function joined(node: SyntaxNode, reading: Reading): Value {
  const [left, operator, right] = childrenOf(node);
  if (left === undefined || operator === undefined) return other(node);
  if (operator.name === "as" || operator.name === "satisfies") return javascriptValue(left, reading);
  if (right === undefined || reading.text.slice(operator.from, operator.to) !== "+") return other(node);
  const [head, tail] = [javascriptValue(left, reading), javascriptValue(right, reading)];
  return head.kind === "literal" && tail.kind === "literal" && typeof head.value === "string"
    ? literal(node, head.value + String(tail.value))
    : other(node);
}

function list(node: SyntaxNode, reading: Reading): Value {
  const parts = separated(node);
  const items = parts.flatMap(([first, ...rest]) =>
    first === undefined || first.name === "Spread" || rest.length > 0 ? [] : [javascriptValue(first, reading)],
  );
  return { kind: "list", items, complete: items.length === parts.length, from: node.from, to: node.to };
}

function record(node: SyntaxNode, reading: Reading): Value {
  let complete = true;
  const fields: Field[] = [];
  for (const property of node.getChildren("Property")) {
    const field = propertyField(property, reading);
    if (field === undefined) complete = false;
    else fields.push(field);
  }
  return { kind: "record", fields, complete, from: node.from, to: node.to };
}

function propertyField(property: SyntaxNode, reading: Reading): Field | undefined {
  const key = property.getChild("PropertyDefinition") ?? property.getChild("String") ?? property.getChild("Number");
  if (key === null || property.getChild("Spread") !== null) return undefined;
  const name = reading.text.slice(key.from, key.to).replaceAll(/^['"]|['"]$/g, "");
  const value = property.lastChild;
  if (value === null) return undefined;
  if (property.getChild("ParamList") !== null)
    return {
      name,
      position: property,
      value: {
        kind: "function",
        parameters: parametersOf(property, reading.text),
        from: property.from,
        to: property.to,
      },
    };
  if (value.from === key.from) return { name, position: property, value: named(key, reading, javascriptValue) };
  return { name, position: property, value: javascriptValue(value, reading) };
}

function parametersOf(node: SyntaxNode, text: string): string[] {
  const lists = node.getChild("ParamList");
  const names = lists === null ? node.getChildren("VariableDefinition") : lists.getChildren("VariableDefinition");
  return names.map(({ from, to }) => text.slice(from, to));
}

function chain(node: SyntaxNode, reading: Reading): Value {
  const links: Link[] = [];
  let at: SyntaxNode | null = node;
  for (; at !== null;) {
    const { from, to }: SyntaxNode = at;
    if (at.name === "CallExpression") {
      links.unshift({ kind: "call", args: argumentsOf(at.getChild("ArgList"), reading), from, to });
      at = at.firstChild;
    } else if (at.name === "MemberExpression") {
      links.unshift(member(at, reading));
      at = at.firstChild;
    } else if (at.name === "NewExpression") {
      links.unshift({ kind: "call", new: true, args: argumentsOf(at.getChild("ArgList"), reading), from, to });
      at = at.firstChild?.nextSibling ?? null;
    } else if (/^(?:Parenthesized|Postfix|Await)Expression$/.test(at.name)) {
      at = childrenOf(at).find(({ name }) => /^[A-Z]/.test(name) && name !== "LogicOp") ?? null;
    } else if (at.name === "BinaryExpression" && at.getChild("as") !== null) {
      at = at.firstChild;
    } else break;
  }
  const base = at !== null && BASES.has(at.name) ? reading.text.slice(at.from, at.to) : "";
  return { kind: "chain", base, links, from: node.from, to: node.to };
}

const BASES = new Set(["VariableName", "this", "super", "ImportMeta"]);

function member(node: SyntaxNode, reading: Reading): Link {
  const { from, to } = node;
  const property = node.getChild("PropertyName");
  if (property !== null) return { kind: "member", name: reading.text.slice(property.from, property.to), from, to };
  const key = childrenOf(node).find(({ name }, index) => index > 1 && /^[A-Z]/.test(name));
  const value = key === undefined ? undefined : javascriptValue(key, reading);
  if (value?.kind === "literal" && typeof value.value === "string")
    return { kind: "member", name: value.value, from, to };
  return { kind: "index", args: value === undefined ? [] : [{ value }], from, to };
}

function argumentsOf(node: SyntaxNode | null, reading: Reading): Argument[] {
  if (node === null) return [];
  return separated(node).flatMap(([first, second]): Argument[] => {
    if (first === undefined) return [];
    if (first.name === "Spread")
      return [{ value: second === undefined ? other(first) : javascriptValue(second, reading), spread: true }];
    return [{ value: javascriptValue(first, reading) }];
  });
}
