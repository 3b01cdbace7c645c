/**
 * An expression split at its operators, by Go's five precedences.
 *
 * The grammar that is used binds `2 * time.Second` as `(2 * time).Second`. Where a tree shows that, the text
 * of the expression is split here, and its operands, which have no operator outside of brackets, are parsed alone.
 */
import type { SyntaxNode } from "@lezer/common";

export type Split =
  | { readonly kind: "operand"; readonly text: string }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Split }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Split; readonly right: Split };

const POSTFIX = new Set(["SelectorExpr", "CallExpr", "IndexExpr", "SliceExpr", "TypeAssertion", "ParameterizedExpr"]);

/** Something behind an operator belongs to its right side only. */
export function isMisread(node: SyntaxNode): boolean {
  for (let one: SyntaxNode | null = node; one !== null; one = one.firstChild) {
    const first: SyntaxNode | null = one.firstChild;
    if (POSTFIX.has(one.name) && (first?.name === "BinaryExp" || first?.name === "UnaryExp")) return true;
    if (!POSTFIX.has(one.name) && one.name !== "BinaryExp") return false;
  }
  return false;
}

const PRECEDENCE: Readonly<Record<string, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "|": 4,
  "^": 4,
  "*": 5,
  "/": 5,
  "%": 5,
  "<<": 5,
  ">>": 5,
  "&": 5,
  "&^": 5,
};
const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|[\p{L}_\d](?:[eEpP][+-](?=\d)|[\p{L}_\d.])*|\|\||&&|&\^|<<|>>|<-|[=!<>]=|\s+|./gsu;

/** Linear in the text; brackets keep what is in them together. */
export function splitOperands(text: string): Split {
  const parts = partsIn(text);
  let at = 0;
  return sum(1, 0);

  function sum(least: number, depth: number): Split {
    let left = prefixed(depth);
    for (;;) {
      const operator = parts[at] ?? "";
      const precedence = PRECEDENCE[operator] ?? 0;
      if (precedence < least || precedence === 0) return left;
      at++;
      left = { kind: "binary", operator, left, right: depth > 200 ? prefixed(depth) : sum(precedence + 1, depth + 1) };
    }
  }

  function prefixed(depth: number): Split {
    const part = parts[at++] ?? "";
    if (!/^(?:[-+!^*&]|<-)$/.test(part) || depth > 200) return { kind: "operand", text: part };
    return { kind: "unary", operator: part, of: prefixed(depth + 1) };
  }
}

/** Operands and the operators between and before them. */
function partsIn(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let operand = "";
  const flush = (): void => {
    if (operand.trim() !== "") parts.push(operand.trim());
    operand = "";
  };
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\/[/*]/.test(token)) continue;
    if (/^[([{]$/.test(token)) depth++;
    else if (/^[)\]}]$/.test(token)) depth--;
    const pointer = token === "*" && operand.endsWith("]");
    if (depth === 0 && !pointer && (token in PRECEDENCE || token === "!" || token === "<-")) {
      flush();
      parts.push(token);
    } else operand += token;
  }
  flush();
  return parts;
}
