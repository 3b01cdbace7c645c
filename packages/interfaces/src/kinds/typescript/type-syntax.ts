/** Small parts of the syntax of types: keywords, parentheses, names, signs. */
import type { TSType, TSTypeName } from "oxc-parser";
import type { Sign } from "./structure.ts";

export const KEYWORDS: Readonly<Record<string, string>> = {
  TSAnyKeyword: "any",
  TSBigIntKeyword: "bigint",
  TSBooleanKeyword: "boolean",
  TSIntrinsicKeyword: "intrinsic",
  TSNeverKeyword: "never",
  TSNullKeyword: "null",
  TSNumberKeyword: "number",
  TSObjectKeyword: "object",
  TSStringKeyword: "string",
  TSSymbolKeyword: "symbol",
  TSUndefinedKeyword: "undefined",
  TSUnknownKeyword: "unknown",
  TSVoidKeyword: "void",
  TSThisType: "this",
};

export function unwrap(node: TSType): TSType {
  let inner = node;
  while (inner.type === "TSParenthesizedType") inner = inner.typeAnnotation;
  if ((inner.type === "TSUnionType" || inner.type === "TSIntersectionType") && inner.types.length === 1) {
    return unwrap(inner.types[0] ?? inner);
  }
  return inner;
}

export function nameText(name: TSTypeName): string {
  if (name.type === "TSQualifiedName") return `${nameText(name.left)}.${name.right.name}`;
  return name.type === "Identifier" ? name.name : "this";
}

export function flip(sign: Sign): Sign {
  return sign === 0 ? 0 : sign === 1 ? -1 : 1;
}

export function modifier(value: string | boolean | null, text: string): string {
  if (value === true) return text;
  return value === "+" || value === "-" ? `${value}${text}` : "";
}

/** Names that `infer` binds; reading them off the text is enough, since a spare name only hides a reference to itself. */
export function inferredNames(text: string): string[] {
  return [...text.matchAll(/\binfer\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu)].map((match) => match[1] ?? "");
}
