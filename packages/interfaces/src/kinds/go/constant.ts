/**
 * Exact arithmetic of Go's constants. https://go.dev/ref/spec#Constant_expressions
 *
 * Numbers are fractions of integers of any size, within bounds that keep a hostile `1 << 1e9` cheap; what
 * lies beyond has no value here, and is compared by how it is written.
 */
export type ConstantValue =
  | {
      readonly kind: "number";
      readonly numerator: bigint;
      readonly denominator: bigint;
      readonly imaginary?: ConstantValue;
    }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "bool"; readonly holds: boolean };

type NumberValue = Extract<ConstantValue, { kind: "number" }>;

const MAX_BITS = 4096;

export function integer(value: bigint | number): NumberValue {
  return { kind: "number", numerator: BigInt(value), denominator: 1n };
}

function fraction(numerator: bigint, denominator: bigint): NumberValue | undefined {
  if (denominator === 0n || tooLong(numerator) || tooLong(denominator)) return undefined;
  const divisor =
    greatest(numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator) || 1n;
  const sign = denominator < 0n ? -1n : 1n;
  return { kind: "number", numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

function tooLong(value: bigint): boolean {
  return value.toString(16).length * 4 > MAX_BITS;
}

function greatest(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** A literal such as `0x1F`, `1_000`, `1.5e3`, `2i`; undefined for what it can't hold. */
export function numberLiteral(written: string): { value: NumberValue; type: string } | undefined {
  const text = written.replaceAll("_", "").toLowerCase();
  if (text.endsWith("i") && !text.startsWith("0x")) {
    const imaginary = numberLiteral(text.slice(0, -1))?.value;
    return imaginary === undefined ? undefined : { value: { ...integer(0), imaginary }, type: "untyped complex" };
  }
  if (/^(?:0x[\da-f]+|0b[01]+|0o[0-7]+|[1-9]\d*|0)$/.test(text))
    return { value: integer(BigInt(text)), type: "untyped int" };
  if (/^0[0-7]+$/.test(text)) return { value: integer(BigInt(`0o${text.slice(1)}`)), type: "untyped int" };
  const [, whole = "", part = "", exponent = "0"] = /^(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  const shift = Number(exponent) - part.length;
  if (`${whole}${part}` === "" || Math.abs(shift) > 1000) return undefined;
  const digits = BigInt(`${whole}${part}`);
  const power = 10n ** BigInt(Math.abs(shift));
  const value = shift < 0 ? fraction(digits, power) : fraction(digits * power, 1n);
  return value === undefined ? undefined : { value, type: "untyped float" };
}

/** The string between quotes, escapes read; for a rune its number is `codePointAt(0)`. */
export function stringLiteral(written: string): string {
  if (written.startsWith("`")) return written.slice(1, -1).replaceAll("\r", "");
  return written
    .slice(1, -1)
    .replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gs, escape);
}

function escape(_: string, byte?: string, short?: string, long?: string, octal?: string, simple = ""): string {
  const hex = byte ?? short ?? long;
  if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
  if (octal !== undefined) return codePoint(Number.parseInt(octal, 8));
  return { n: "\n", t: "\t", r: "\r", a: "\u0007", b: "\b", f: "\f", v: "\v" }[simple] ?? simple;
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/** Undefined: not worked out here. `whole`: both are integers, so that division cuts. */
export function binary(
  operator: string,
  a: ConstantValue,
  b: ConstantValue,
  whole: boolean,
): ConstantValue | undefined {
  if (a.kind === "string" && b.kind === "string") return texts(operator, a.text, b.text);
  if (a.kind === "bool" && b.kind === "bool") return truths(operator, a.holds, b.holds);
  if (a.kind !== "number" || b.kind !== "number") return undefined;
  if (a.imaginary !== undefined || b.imaginary !== undefined) return complexSum(operator, a, b);
  const [x, y] = [a.numerator * b.denominator, b.numerator * a.denominator];
  const common = a.denominator * b.denominator;
  switch (operator) {
    case "+":
      return fraction(x + y, common);
    case "-":
      return fraction(x - y, common);
    case "*":
      return fraction(a.numerator * b.numerator, common);
    case "/":
      if (y === 0n) return undefined;
      return whole ? integer(x / y) : fraction(a.numerator * b.denominator, a.denominator * b.numerator);
    default:
      return compared(operator, x, y) ?? bits(operator, a, b);
  }
}

function complexSum(operator: string, a: NumberValue, b: NumberValue): ConstantValue | undefined {
  if (operator !== "+" && operator !== "-") return undefined;
  const real = binary(operator, realPart(a), realPart(b), false);
  const imaginary = binary(operator, a.imaginary ?? integer(0), b.imaginary ?? integer(0), false);
  return real?.kind === "number" && imaginary !== undefined ? { ...real, imaginary } : undefined;
}

function realPart({ numerator, denominator }: NumberValue): NumberValue {
  return { kind: "number", numerator, denominator };
}

function compared(operator: string, x: bigint, y: bigint): ConstantValue | undefined {
  const holds = { "==": x === y, "!=": x !== y, "<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y }[operator];
  return holds === undefined ? undefined : { kind: "bool", holds };
}

function bits(operator: string, a: NumberValue, b: NumberValue): ConstantValue | undefined {
  if (a.denominator !== 1n || b.denominator !== 1n) return undefined;
  const [x, y] = [a.numerator, b.numerator];
  const shift = y >= 0n && y <= BigInt(MAX_BITS);
  switch (operator) {
    case "<<":
      return shift && !tooLong(x << y) ? integer(x << y) : undefined;
    case ">>":
      return shift ? integer(x >> y) : undefined;
    case "%":
      return y === 0n ? undefined : integer(x % y);
    case "&":
      return integer(x & y);
    case "|":
      return integer(x | y);
    case "^":
      return integer(x ^ y);
    case "&^":
      return integer(x & ~y);
    default:
      return undefined;
  }
}

function texts(operator: string, a: string, b: string): ConstantValue | undefined {
  if (operator === "+") return a.length + b.length > 1 << 20 ? undefined : { kind: "string", text: a + b };
  return operator === "==" || operator === "!="
    ? { kind: "bool", holds: (a === b) === (operator === "==") }
    : undefined;
}

function truths(operator: string, a: boolean, b: boolean): ConstantValue | undefined {
  const holds = { "&&": a && b, "||": a || b, "==": a === b, "!=": a !== b }[operator];
  return holds === undefined ? undefined : { kind: "bool", holds };
}

/** One text for each value, as people would write it. */
export function valueText(value: ConstantValue): string {
  if (value.kind === "string") return JSON.stringify(value.text);
  if (value.kind === "bool") return String(value.holds);
  const { numerator, denominator, imaginary } = value;
  const real = denominator === 1n ? String(numerator) : decimal(numerator, denominator);
  return imaginary === undefined ? real : `(${real} + ${valueText(imaginary)}i)`;
}

function decimal(numerator: bigint, denominator: bigint): string {
  const near = Number(numerator) / Number(denominator);
  const exact = numberLiteral(String(near).replace("-", ""))?.value;
  const same = exact !== undefined && exact.denominator === denominator;
  return same ? String(near) : `${numerator}/${denominator}`;
}
