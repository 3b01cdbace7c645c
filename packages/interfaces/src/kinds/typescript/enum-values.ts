/** Values of enum members, where the initializer is a literal or counts on from the one before. */
import type { Expression, TSEnumDeclaration } from "oxc-parser";
import { keyText, quote } from "./type-text.ts";

export interface EnumMember {
  readonly name: string;
  /** Canonical text of its value; absent where only evaluating code could tell. */
  readonly value?: string;
  readonly start: number;
}

/** Members in order, with the values that the language gives them. */
export function enumMembers(node: TSEnumDeclaration, source: string): EnumMember[] {
  let next: number | undefined = 0;
  return node.body.members.map((member) => {
    const name = keyText(member.id, false, source);
    const value: string | number | undefined = member.initializer === null ? next : literal(member.initializer);
    next = typeof value === "number" ? value + 1 : undefined;
    const text =
      value === undefined
        ? computed(member.initializer, source)
        : typeof value === "string"
          ? quote(value)
          : String(value);
    return { name, start: member.start, ...(text !== undefined && { value: text }) };
  });
}

function literal(node: Expression): string | number | undefined {
  if (node.type === "Literal" && (typeof node.value === "string" || typeof node.value === "number")) return node.value;
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = literal(node.argument);
    return typeof value === "number" ? -value : undefined;
  }
  return undefined;
}

function computed(node: Expression | null, source: string): string | undefined {
  return node === null ? undefined : source.slice(node.start, node.end).replace(/\s+/g, "");
}
