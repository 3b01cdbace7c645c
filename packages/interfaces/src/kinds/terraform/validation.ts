/** Conditions of `validation` blocks: those that list what is allowed can be compared. */
import { type HclToken, hclText, literal } from "../../hcl/index.ts";
import type { Json } from "../../kind.ts";

export function conditionText(tokens: readonly HclToken[]): string {
  return hclText(tokens);
}

/** The values of `contains([…], var.x)`, of itself or beside `var.x == null ||`; null for any other condition. */
export function allowedValues(tokens: readonly HclToken[], variable: string): readonly Json[] | null {
  const own = ["var", ".", variable];
  let rest = tokens;
  let mayBeNull = false;
  if (startsWith(rest, [...own, "==", "null", "||"])) [rest, mayBeNull] = [rest.slice(own.length + 3), true];
  if (rest[0]?.text !== "contains" || rest[1]?.text !== "(" || rest[2]?.text !== "[") return null;
  const close = rest.findIndex(({ text }) => text === "]");
  const list = literal(rest.slice(2, close + 1))?.value;
  const behind = rest.slice(close + 1);
  if (!Array.isArray(list) || !startsWith(behind, [",", ...own, ")"]) || behind.length > own.length + 2) return null;
  return mayBeNull ? [...list, null] : list;
}

function startsWith(tokens: readonly HclToken[], words: readonly string[]): boolean {
  return words.every((word, at) => tokens[at]?.text === word);
}
