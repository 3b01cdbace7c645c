/** Types and values of operators, from those of their operands. */
import { binary, type ConstantValue, integer } from "./constant.ts";
import type { GoType } from "./go-type.ts";

export interface Typed {
  /** Constants without a type have a basic one, `untyped int` and the like. */
  readonly type: GoType;
  readonly value?: ConstantValue | undefined;
}

export function unknown(text: string): Typed {
  return { type: { kind: "unknown", text } };
}

export function defaultType(type: GoType): GoType {
  if (type.kind !== "basic") return type;
  const plain = {
    "untyped int": "int",
    "untyped float": "float64",
    "untyped rune": "int32",
    "untyped complex": "complex128",
  };
  const name = plain[type.name as keyof typeof plain] ?? type.name.replace("untyped ", "");
  return { kind: "basic", name };
}

export function unary(operator: string, of: Typed, text: () => string): Typed {
  if (operator === "&") return { type: { kind: "pointer", of: of.type } };
  if (operator === "*") return of.type.kind === "pointer" ? { type: of.type.of } : unknown(text());
  if (operator === "!") {
    const { value } = of;
    return { type: of.type, value: value?.kind === "bool" ? { kind: "bool", holds: !value.holds } : undefined };
  }
  if (operator === "<") return of.type.kind === "chan" ? { type: of.type.of } : unknown(text());
  if (of.value === undefined || operator === "+") return of;
  // `^x` of an unsigned type depends on its size.
  const signed = of.type.kind === "basic" && !/uint|uintptr/.test(of.type.name);
  if (operator === "^") return { type: of.type, value: signed ? binary("-", integer(-1), of.value, true) : undefined };
  return { type: of.type, value: operator === "-" ? binary("-", integer(0), of.value, false) : undefined };
}

const ORDER = ["untyped int", "untyped rune", "untyped float", "untyped complex"];

export function twoSided(operator: string, left: Typed, right: Typed, text: () => string): Typed {
  const value =
    left.value === undefined || right.value === undefined
      ? undefined
      : binary(operator, left.value, right.value, isWhole(left.type) && isWhole(right.type));
  if (/^(?:[=!]=|[<>]=?)$/.test(operator))
    return { type: { kind: "basic", name: value === undefined ? "bool" : "untyped bool" }, value };
  if (operator === "<<" || operator === ">>") return { type: left.type, value };
  const type = joined(left.type, right.type);
  return type === undefined ? unknown(text()) : { type, value };
}

/** What is no float divides as integers do. A defined type is nearly always one of integers, and then has a value that is whole. */
function isWhole(type: GoType): boolean {
  return type.kind !== "basic" || !/float|complex/.test(type.name);
}

/** Place in the order of untyped kinds, or -1. */
function untyped(type: GoType): number {
  return type.kind === "basic" ? ORDER.indexOf(type.name) : -1;
}

function joined(left: GoType, right: GoType): GoType | undefined {
  const [a, b] = [untyped(left), untyped(right)];
  if (a !== -1 && b !== -1) return a > b ? left : right;
  if (left.kind === "unknown" || right.kind === "unknown") return undefined;
  return left.kind === "basic" && left.name.startsWith("untyped") ? right : left;
}
