/** Reading nodes of a syntax tree whose kind is only known at run time. */
import type { Node } from "./parse.ts";

/** A property that is itself a node. */
export function child(node: Node, key: string): Node | undefined {
  const value = property(node, key);
  return typeof value === "object" && value !== null ? value : undefined;
}

/** A property that is a list of nodes. */
export function children(node: Node, key: string): readonly Node[] {
  const value = property(node, key);
  return Array.isArray(value) || isArrayLike(value)
    ? Array.from(value as ArrayLike<unknown>).filter((item): item is Node => typeof item === "object" && item !== null)
    : [];
}

export function text(node: Node | undefined, key: string): string | undefined {
  const value = node === undefined ? undefined : property(node, key);
  return typeof value === "string" ? value : undefined;
}

export function offset(node: Node, key: "start" | "end" = "start"): number {
  const value = property(node, key);
  return typeof value === "number" ? value : 0;
}

export function isIdentifier(node: Node | undefined, name: string): boolean {
  return text(node, "name") === name && (text(node, "type") ?? "").startsWith("Identifier");
}

/** The name in `object.name`, computed access excluded. */
export function memberName(node: Node | undefined): string | undefined {
  if (node === undefined || property(node, "computed") === true) return undefined;
  const type = text(node, "type");
  if (type !== "MemberExpression" && type !== "StaticMemberExpression") return undefined;
  return text(child(node, "property"), "name");
}

/** The text of a string literal, or of a template without substitutions. */
export function literal(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const type = text(node, "type");
  if (type === "StringLiteral" || type === "Literal") return text(node, "value");
  if (type !== "TemplateLiteral" || children(node, "expressions").length > 0) return undefined;
  const [only] = children(node, "quasis");
  return only === undefined ? undefined : text(child(only, "value"), "cooked");
}

function property(node: Node, key: string): unknown {
  return (node as Record<string, unknown>)[key];
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return typeof value === "object" && value !== null && "length" in value;
}
