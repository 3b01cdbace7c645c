/** Numbers: an interval, multiples, and what is left out. */
import { holds } from "./holds.ts";
import { found, unknown } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { ceiling, divided, floor, isMultiple, leastCommonMultiple, rational, times } from "./rational.ts";
import type { Rational } from "./rational.ts";
import type { Literal } from "./search-types.ts";

interface Bounds {
  low: number;
  lowStrict: boolean;
  high: number;
  highStrict: boolean;
}

const MOST_VALUES = 2000n;

export function searchNumber(literals: readonly Literal[]): Outcome {
  const listed = literals.flatMap(({ formula, yes }) => (formula.op === "enum" && yes ? [formula.values] : []))[0];
  if (listed !== undefined)
    return found(
      fitting(
        literals,
        listed.filter((value) => typeof value === "number"),
      ),
      true,
    );
  const bounds = boundsOf(literals);
  if (bounds.low > bounds.high) return found([], true);
  const steps = multiplesOf(literals, true);
  if (steps === undefined) return unknown("a multipleOf is too large");
  const step = steps.reduce<Rational | undefined>(
    (all, one) => (all === undefined ? one : leastCommonMultiple(all, one)),
    undefined,
  );
  return step === undefined ? searchInterval(literals, bounds) : searchMultiples(literals, bounds, step);
}

function fitting(literals: readonly Literal[], values: readonly number[]): number[] {
  const all = [...new Set(values.filter((value) => Number.isFinite(value)))];
  return all.filter((value) => literals.every(({ formula, yes }) => holds(formula, value) !== !yes));
}

function boundsOf(literals: readonly Literal[]): Bounds {
  const bounds: Bounds = { low: -Infinity, lowStrict: false, high: Infinity, highStrict: false };
  for (const { formula, yes } of literals) {
    if (formula.op !== "min" && formula.op !== "max") continue;
    const strict = formula.strict === yes;
    if ((formula.op === "min") === yes) raise(bounds, formula.bound, strict);
    else reduce(bounds, formula.bound, strict);
  }
  return bounds;
}

function raise(bounds: Bounds, bound: number, strict: boolean): void {
  if (bound < bounds.low || (bound === bounds.low && !strict)) return;
  bounds.low = bound;
  bounds.lowStrict = strict;
}

function reduce(bounds: Bounds, bound: number, strict: boolean): void {
  if (bound > bounds.high || (bound === bounds.high && !strict)) return;
  bounds.high = bound;
  bounds.highStrict = strict;
}

function multiplesOf(literals: readonly Literal[], wanted: boolean): Rational[] | undefined {
  const result: Rational[] = [];
  for (const { formula, yes } of literals) {
    if (formula.op !== "multiple" || yes !== wanted) continue;
    const by = rational(formula.by);
    if (by === undefined) return undefined;
    result.push(by);
  }
  return result;
}

/** No step: either one point, none, or so many that what is left out cannot exhaust them. */
function searchInterval(literals: readonly Literal[], bounds: Bounds): Outcome {
  const { low, high } = bounds;
  if (low === high) return found(bounds.lowStrict || bounds.highStrict ? [] : fitting(literals, [low]), true);
  const values = fitting(literals, candidates(low, high));
  return values.length > 0 ? found(values, false) : unknown("no number was found in an interval");
}

function candidates(low: number, high: number): number[] {
  const from = Number.isFinite(low) ? low : Math.min(high - 1000, 0);
  const to = Number.isFinite(high) ? high : Math.max(from + 1000, 1000);
  const width = to - from;
  const parts = [1 / 2, 1 / 4, 1 / 3, 1 / 7, 0.1, 0.01, 1 / 1024].map((part) => from + width * part);
  const whole = [0, 1, -1, 2, 3, 5, 7].flatMap((n) => [n, Math.ceil(from) + n, Math.floor(to) - n]);
  const near = [from + 0.5, from + 0.1, from + 0.01, from + 0.001, to - 0.5, to - 0.1, to - 0.001];
  return [...whole, low, high, 0.5, 1.5, ...near, ...parts].filter((value) => value >= low && value <= high);
}

function searchMultiples(literals: readonly Literal[], bounds: Bounds, step: Rational): Outcome {
  const without = multiplesOf(literals, false);
  if (without === undefined) return unknown("a multipleOf is too large");
  // Every multiple of the step is a multiple of what must not divide: nothing is left.
  if (without.some((by) => isMultiple(step, by))) return found([], true);
  const first = limit(bounds.low, step, ceiling);
  const last = limit(bounds.high, step, floor);
  if (first === undefined || last === undefined) return unknown("a bound is too large");
  if (first !== Infinity && last !== Infinity && BigInt(last) - BigInt(first) < MOST_VALUES) {
    const all: number[] = [];
    for (let k = BigInt(first); k <= BigInt(last); k++) all.push(times(step, k));
    return found(fitting(literals, all), true);
  }
  const values = fitting(
    literals,
    around(first, last).map((k) => times(step, k)),
  );
  return values.length > 0 ? found(values.slice(0, 8), false) : unknown("no multiple was found in an interval");
}

/** The bound in steps; Infinity stands for no bound. */
function limit(
  bound: number,
  step: Rational,
  round: (value: Rational) => bigint,
): bigint | typeof Infinity | undefined {
  if (!Number.isFinite(bound)) return Infinity;
  const exact = rational(bound);
  return exact === undefined ? undefined : round(divided(exact, step));
}

function around(first: bigint | number, last: bigint | number): bigint[] {
  const near = Array.from({ length: 200 }, (_, index) => BigInt(index));
  if (typeof first === "bigint")
    return [...near.map((n) => first + n), ...(typeof last === "bigint" ? near.map((n) => last - n) : near)];
  if (typeof last === "bigint") return [...near.map((n) => -n), ...near.map((n) => last - n)];
  return near.flatMap((n) => [n, -n]);
}
