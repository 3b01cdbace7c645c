/** What evaluating a schema gives: the verdict, and which parts of the value were looked at. */
import type { Json } from "../kind.ts";
import type { Truth } from "./json.ts";
import { both } from "./json.ts";
import type { Located } from "./schemas.ts";

export interface Seen {
  readonly names: ReadonlySet<string>;
  readonly items: ReadonlySet<number>;
  /** False where more may have been looked at than is said here. */
  readonly certain: boolean;
}

export interface Evaluation {
  readonly valid: Truth;
  readonly seen: Seen;
}

export interface Evaluator {
  readonly formats: "assert" | "ignore";
  readonly depth: number;
  readonly run: (place: Located, value: Json, depth: number) => Evaluation;
  readonly place: (schema: Json, parent: Located) => Located;
}

export const NOTHING: Seen = { names: new Set(), items: new Set(), certain: true };
export const REJECTED: Evaluation = { valid: false, seen: NOTHING };

/** All of them must hold; what any has looked at has been looked at. */
export function merged(results: readonly Evaluation[]): Evaluation {
  let valid: Truth = true;
  const names = new Set<string>();
  const items = new Set<number>();
  let certain = true;
  for (const result of results) {
    valid = both(valid, result.valid);
    for (const name of result.seen.names) names.add(name);
    for (const item of result.seen.items) items.add(item);
    certain &&= result.seen.certain;
  }
  return valid === false ? REJECTED : { valid, seen: { names, items, certain: certain && valid === true } };
}
