/**
 * Containment of JSON Schemas: is every value that one schema accepts accepted by another?
 *
 * `yes` is a proof; `no` comes with a value that an evaluator apart from the proof has confirmed;
 * everything else is `unknown`, with a reason.
 */
import type { Json } from "../kind.ts";
import { OutOfBudget } from "./budget.ts";
import { closing } from "./closing.ts";
import { evaluate } from "./evaluate.ts";
import * as f from "./formula.ts";
import type { Arena, Formula } from "./formula.ts";
import { lower } from "./lower.ts";
import type { Lowering } from "./lowering.ts";
import { isEmpty } from "./outcome.ts";
import { openSearch } from "./search.ts";
import type { Search } from "./search-types.ts";
import { addDocument, openSchemas } from "./schemas.ts";
import type { Draft } from "./dialect.ts";
import type { Located, Schemas } from "./schemas.ts";

export type Containment =
  | { readonly kind: "yes" }
  | { readonly kind: "no"; readonly witness: Json }
  | { readonly kind: "unknown"; readonly reason: string };

export interface ContainmentOptions {
  /** Of both schemas; default: what `$schema` says, else 2020-12. */
  readonly draft?: Draft;
  /** Whether `format` asserts (default) or is a remark that no value breaks. */
  readonly formats?: "assert" | "ignore";
  /** Steps before the answer is `unknown`. */
  readonly budget?: number;
  /** `any`: `oneOf` is read as it is mostly meant, without the demand that variants exclude each other. */
  readonly oneOf?: "exact" | "any";
}

const BUDGET = 60_000;

/** Is every value that `sub` accepts accepted by `sup`? */
export function isContained(sub: Json, sup: Json, options: ContainmentOptions = {}): Containment {
  const [left, right] = [openSchemas(), openSchemas()];
  const comparison = openComparison(options);
  return compareLocated(
    comparison,
    { schemas: left, place: addDocument(left, "", sub, options.draft) },
    { schemas: right, place: addDocument(right, "", sup, options.draft) },
  );
}

/** A schema in its documents; `direction` reads it as one side of an HTTP exchange. */
export interface SchemaRef {
  readonly schemas: Schemas;
  readonly place: Located;
}

/** What several comparisons share: formulas and conclusions. */
export interface Comparison {
  readonly arena: Arena;
  readonly search: Search;
  readonly options: ContainmentOptions;
  readonly lowerings: Map<string, Lowering>;
}

export function openComparison(options: ContainmentOptions = {}): Comparison {
  const arena = f.openArena();
  return { arena, search: openSearch(arena, 0), options, lowerings: new Map() };
}

export function compareLocated(
  comparison: Comparison,
  sub: SchemaRef,
  sup: SchemaRef,
  direction?: "request" | "response",
): Containment {
  const { arena, search, options } = comparison;
  search.budget = options.budget ?? BUDGET;
  search.open.clear();
  search.provisional.clear();
  try {
    const producer = loweringFor(comparison, sub.schemas, "producer", direction);
    const consumer = loweringFor(comparison, sup.schemas, "consumer", direction);
    const given = lower(producer, sub.place);
    const closed = direction === undefined ? [] : [closing(producer, [sub.place], consumer, [sup.place])];
    const left = f.and(arena, [given, ...closed]);
    const right = lower(consumer, sup.place);
    const outcome = search.solve(f.and(arena, [left, f.not(arena, right)]), 1);
    if (isEmpty(outcome))
      return direction === undefined || isInhabited(comparison, left, right) ? { kind: "yes" } : IMPOSSIBLE;
    const witness = outcome.values.find((value) => isWitness(comparison, sub, sup, value, direction));
    if (witness !== undefined) return { kind: "no", witness };
    return { kind: "unknown", reason: outcome.reason ?? "no value could be confirmed" };
  } catch (error) {
    if (error instanceof OutOfBudget) return { kind: "unknown", reason: error.message };
    if (error instanceof RangeError) return { kind: "unknown", reason: "the schemas nest too deeply" };
    throw error;
  }
}

const IMPOSSIBLE: Containment = { kind: "unknown", reason: "no value at all satisfies the schema" };

/** In an exchange, a schema that nothing satisfies is a mistake rather than a promise kept. */
function isInhabited({ arena, search }: Comparison, left: Formula, right: Formula): boolean {
  return left === right || right.op === "true" || !isEmpty(search.solve(f.and(arena, [left, right]), 1));
}

function loweringFor(
  { arena, options, lowerings }: Comparison,
  schemas: Schemas,
  side: "producer" | "consumer",
  direction: "request" | "response" | undefined,
): Lowering {
  const key = `${schemas.name} ${direction === undefined ? "" : `${direction} ${side}`}`;
  const known = lowerings.get(key);
  if (known !== undefined) return known;
  const lowering: Lowering = {
    arena,
    schemas,
    formats: options.formats ?? "assert",
    oneOf: options.oneOf ?? "exact",
    closures: new WeakMap(),
    edges: new WeakMap(),
    ...(direction === undefined ? {} : { direction, side }),
  };
  lowerings.set(key, lowering);
  return lowering;
}

/** Confirmed on the schemas as written, where no direction changes how they read. */
function isWitness(
  comparison: Comparison,
  sub: SchemaRef,
  sup: SchemaRef,
  value: Json,
  direction: string | undefined,
): boolean {
  if (direction !== undefined) return true;
  const formats = comparison.options.formats ?? "assert";
  return (
    evaluate(sub.schemas, sub.place, value, formats) === true &&
    evaluate(sup.schemas, sup.place, value, formats) === false
  );
}
