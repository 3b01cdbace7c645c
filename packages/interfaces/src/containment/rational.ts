/** Exact decimals: `0.3` is a multiple of `0.1`, whatever floating point says. */

export interface Rational {
  readonly n: bigint;
  /** Always positive. */
  readonly d: bigint;
}

/** The decimal that JSON wrote, or undefined for one with an absurd exponent. */
export function rational(value: number): Rational | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return undefined;
  const [, sign, whole, fraction = "", exponent = "0"] = match;
  const power = Number(exponent) - fraction.length;
  if (Math.abs(power) > 400) return undefined;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return power >= 0 ? { n: digits * 10n ** BigInt(power), d: 1n } : reduced(digits, 10n ** BigInt(-power));
}

function reduced(n: bigint, d: bigint): Rational {
  const divisor = gcd(n < 0n ? -n : n, d);
  return divisor === 0n ? { n: 0n, d: 1n } : { n: n / divisor, d: d / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

export function isMultiple(value: Rational, of: Rational): boolean {
  return of.n !== 0n && (value.n * of.d) % (of.n * value.d) === 0n;
}

/** The least positive number that is a multiple of both. */
export function leastCommonMultiple(a: Rational, b: Rational): Rational {
  const n = a.n * b.d;
  const m = b.n * a.d;
  return reduced((n * m) / gcd(n, m), a.d * b.d);
}

export function divided(a: Rational, b: Rational): Rational {
  const sign = b.n < 0n ? -1n : 1n;
  return reduced(a.n * b.d * sign, a.d * b.n * sign);
}

export function floor(a: Rational): bigint {
  return a.n >= 0n ? a.n / a.d : -((-a.n + a.d - 1n) / a.d);
}

export function ceiling(a: Rational): bigint {
  return -floor({ n: -a.n, d: a.d });
}

export function times(a: Rational, k: bigint): number {
  return toNumber(reduced(a.n * k, a.d));
}

function toNumber(a: Rational): number {
  if (a.d === 1n) return Number(a.n);
  const whole = a.n / a.d;
  const digits = ((a.n < 0n ? -a.n : a.n) % a.d) * 10n ** 30n;
  const sign = a.n < 0n && whole === 0n ? "-" : "";
  return Number(`${sign}${whole}.${String(digits / a.d).padStart(30, "0")}`);
}
