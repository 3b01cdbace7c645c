/**
 * Is there a value that satisfies a formula? For each type the formula is split into conjunctions of
 * atoms, and each of these is decided by what knows about that type.
 *
 * A goal met again inside itself is taken to have no value: a smallest value of it never contains
 * another value of it. What is concluded from that is kept only once the outer goal is done.
 */
import type { Json } from "../kind.ts";
import { searchArray } from "./search-array.ts";
import { branches } from "./branches.ts";
import * as f from "./formula.ts";
import type { Arena, Formula } from "./formula.ts";
import { holds } from "./holds.ts";
import { searchNumber } from "./search-number.ts";
import { searchObject } from "./search-object.ts";
import { searchString } from "./search-string.ts";
import type { Literal, Search } from "./search-types.ts";
import { EMPTY, either, found, isEmpty, unknown } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

export function openSearch(arena: Arena, budget: number): Search {
  const search: Search = {
    arena,
    budget,
    done: new Map(),
    doneMany: new Map(),
    open: new Map(),
    provisional: new Map(),
    solve: (formula, want) => solve(search, formula, want),
  };
  return search;
}

const DEEPEST = 150;

function solve(search: Search, formula: Formula, want: number): Outcome {
  if (formula.op === "false") return EMPTY;
  const memo = want > 1 ? search.doneMany : search.done;
  const known = memo.get(formula.id) ?? search.doneMany.get(formula.id) ?? search.provisional.get(formula.id);
  if (known !== undefined) return known;
  const depth = search.open.get(formula.id);
  if (depth !== undefined) return { ...EMPTY, assumed: depth };
  if (search.open.size >= DEEPEST) return unknown("the schemas nest too deeply");
  const own = search.open.size;
  const before = search.provisional.size;
  search.open.set(formula.id, own);
  try {
    const outcome = solveTypes(search, formula, want);
    const proved = isEmpty(outcome) && outcome.assumed >= own;
    settle(search, before, own, proved ? Infinity : isEmpty(outcome) ? outcome.assumed : undefined);
    if (outcome.assumed < own && outcome.values.length === 0) {
      if (isEmpty(outcome)) search.provisional.set(formula.id, outcome);
      return outcome;
    }
    const final = { ...outcome, complete: outcome.complete && outcome.assumed >= own, assumed: Infinity };
    memo.set(formula.id, final);
    return final;
  } finally {
    search.open.delete(formula.id);
  }
}

/**
 * What was concluded inside a goal that has just ended: proved with it, still resting on what the goal
 * rests on, or (undefined) resting on an assumption that turned out wrong.
 */
function settle(search: Search, before: number, depth: number, assumed: number | undefined): void {
  if (search.provisional.size === before) return;
  for (const [id, outcome] of [...search.provisional].slice(before)) {
    if (outcome.assumed < depth) continue;
    search.provisional.delete(id);
    if (assumed === Infinity) search.done.set(id, EMPTY);
    else if (assumed !== undefined) search.provisional.set(id, { ...outcome, assumed });
  }
}

function solveTypes(search: Search, formula: Formula, want: number): Outcome {
  const outcomes: Outcome[] = [];
  let count = 0;
  for (const type of f.TYPES) {
    for (const literals of branches(search, formula, type)) {
      const outcome = checked(formula, solveBranch(search, type, literals, want));
      outcomes.push(outcome);
      count += outcome.values.length;
      if (count >= want) return { ...either(outcomes), complete: false };
    }
  }
  return either(outcomes);
}

/** Opaque parts were left out of the search, so that its values are but candidates. */
function checked(formula: Formula, outcome: Outcome): Outcome {
  const values = outcome.values.filter((value) => holds(formula, value) === true);
  if (values.length === outcome.values.length) return outcome;
  const refused = outcome.values.filter((value) => holds(formula, value) === undefined);
  if (outcome.complete && refused.length === 0) return { ...outcome, values };
  return {
    ...outcome,
    values,
    complete: false,
    reason: outcome.reason ?? "a pattern, format or reference is not understood",
  };
}

function solveBranch(search: Search, type: number, literals: readonly Literal[], want: number): Outcome {
  switch (type) {
    case f.NULL:
      return fixed(literals, [null]);
    case f.BOOLEAN:
      return fixed(literals, [true, false]);
    case f.NUMBER:
      return searchNumber(literals);
    case f.STRING:
      return searchString(search, literals, want);
    case f.ARRAY:
      return searchArray(search, literals, want);
    default:
      return searchObject(search, literals, want);
  }
}

function fixed(literals: readonly Literal[], values: readonly Json[]): Outcome {
  return found(
    values.filter((value) => literals.every(({ formula, yes }) => holds(formula, value) !== !yes)),
    true,
  );
}
