/**
 * Conditions of `#[cfg(…)]`: whether what exists under one set of conditions exists under another.
 *
 * Source: "Conditional compilation" of the Rust reference.
 */

export type Condition =
  | { readonly of: "all" | "any"; readonly parts: readonly Condition[] }
  | { readonly of: "not"; readonly part: Condition }
  | { readonly of: "atom"; readonly name: string }
  | { readonly of: "constant"; readonly value: boolean };

/** Features that by custom promise nothing, as cargo-semver-checks takes them. */
export const UNPROMISED_FEATURE = /^(?:_|unstable|nightly|bench)/;
const UNPROMISED = /^feature="(?:_|unstable|nightly|bench)/;

export const ALWAYS: Condition = { of: "constant", value: true };
const NEVER: Condition = { of: "constant", value: false };
const DEPTH = 30;
const MAX_ATOMS = 12;

/** Reads what stands in the brackets. What is not understood is an atom of its own. */
export function readCondition(text: string, depth = 0): Condition {
  const call = /^\s*(all|any|not)\s*\(([\s\S]*)\)\s*$/.exec(text);
  if (call !== null && depth < DEPTH) {
    const parts = splitTop(call[2] ?? "").map((part) => readCondition(part, depth + 1));
    if (call[1] === "not") return negate(parts[0] ?? NEVER);
    return combine(call[1] === "all" ? "all" : "any", parts);
  }
  const name = text.replaceAll(/\s+/g, "");
  // Consumers never build a library's tests; documentation is no build of theirs either.
  if (UNPROMISED.test(name)) return NEVER;
  if (name === "test" || name === "doctest" || name === "doc" || name === "docsrs" || name === "false") return NEVER;
  return name === "true" ? ALWAYS : { of: "atom", name };
}

export function combine(of: "all" | "any", parts: readonly Condition[]): Condition {
  const neutral = of === "all";
  const rest = parts.filter((part) => !(part.of === "constant" && part.value === neutral));
  if (rest.some((part) => part.of === "constant")) return { of: "constant", value: !neutral };
  if (rest.length === 0) return { of: "constant", value: neutral };
  const [first] = rest;
  return rest.length === 1 && first !== undefined ? first : { of, parts: rest };
}

function negate(part: Condition): Condition {
  return part.of === "constant" ? { of: "constant", value: !part.value } : { of: "not", part };
}

/** One text for each condition, parts sorted. */
export function conditionText(condition: Condition): string {
  switch (condition.of) {
    case "constant":
      return String(condition.value);
    case "atom":
      return condition.name;
    case "not":
      return `not(${conditionText(condition.part)})`;
    default:
      return `${condition.of}(${[...new Set(condition.parts.map(conditionText))].sort().join(",")})`;
  }
}

/** Whether one condition implies another; undefined where there are too many atoms to try. */
export function implies(from: Condition, to: Condition): boolean | undefined {
  const atoms = [...new Set([...atomsOf(from), ...atomsOf(to)])];
  if (atoms.length > MAX_ATOMS) return conditionText(from) === conditionText(to) ? true : undefined;
  for (let bits = 0; bits < 1 << atoms.length; bits++) {
    const set = new Set(atoms.filter((_, at) => (bits >> at) & 1));
    if (holds(from, set) && !holds(to, set)) return false;
  }
  return true;
}

/** Whether both can be true at once, as far as can be tried. */
export function meet(one: Condition, other: Condition): boolean {
  return implies(one, negate(other)) !== true;
}

function atomsOf(condition: Condition): string[] {
  if (condition.of === "atom") return [condition.name];
  if (condition.of === "not") return atomsOf(condition.part);
  return condition.of === "constant" ? [] : condition.parts.flatMap(atomsOf);
}

function holds(condition: Condition, set: ReadonlySet<string>): boolean {
  switch (condition.of) {
    case "constant":
      return condition.value;
    case "atom":
      return set.has(condition.name);
    case "not":
      return !holds(condition.part, set);
    case "all":
      return condition.parts.every((part) => holds(part, set));
    default:
      return condition.parts.some((part) => holds(part, set));
  }
}

/** Parts between commas outside of brackets and strings. */
export function splitTop(text: string): string[] {
  const parts: string[] = [];
  let [depth, start, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"' && text[at - 1] !== "\\") quoted = !quoted;
    if (quoted) continue;
    if (char === "(" || char === "[" || char === "{") depth++;
    else if (char === ")" || char === "]" || char === "}") depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== "");
}
