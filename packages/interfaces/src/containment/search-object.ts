/**
 * Objects: rules for the values of sets of names, and properties that must exist.
 *
 * Names that the rules mention are taken one by one; all others fall into cells, in which the same
 * rules apply, so that one name stands for the cell.
 */
import type { Json } from "../kind.ts";
import { OutOfBudget } from "./budget.ts";
import * as f from "./formula.ts";
import type { Formula } from "./formula.ts";
import { holds } from "./holds.ts";
import { EMPTY, either, found, isEmpty, unknown } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { Literal, Search } from "./search-types.ts";

interface Rule {
  readonly keys: Formula;
  readonly value: Formula;
}

interface Rules {
  readonly all: readonly Rule[];
  /** Some property with such a name has such a value. */
  readonly some: readonly Rule[];
  readonly names: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** Names that are not mentioned and to which the same rules apply. */
interface Cell {
  readonly keys: Formula;
  readonly value: Formula;
}

type Chosen = ReadonlyMap<string, Formula>;

const MOST_FILLERS = 300;

export function searchObject(search: Search, literals: readonly Literal[], want: number): Outcome {
  const rules = rulesOf(search, literals);
  if (rules.min > rules.max) return EMPTY;
  const outcome = choose(search, rules, 0, new Map(), want);
  return { ...outcome, complete: outcome.complete && (outcome.values.length === 0 || rules.max === 0) };
}

function rulesOf({ arena }: Search, literals: readonly Literal[]): Rules {
  const all: Rule[] = [];
  const some: Rule[] = [];
  let min = 0;
  let max = Infinity;
  for (const { formula, yes } of literals) {
    if (formula.op === "member") {
      if (yes) all.push(formula);
      else some.push({ keys: formula.keys, value: f.not(arena, formula.value) });
    } else if (formula.op === "minKeys" || formula.op === "maxKeys") {
      if ((formula.op === "minKeys") === yes) min = Math.max(min, yes ? formula.count : formula.count + 1);
      else max = Math.min(max, yes ? formula.count : formula.count - 1);
    }
  }
  const names = new Set<string>();
  for (const { keys } of [...all, ...some]) collectNames(keys, names, 0);
  // Fixed names first: they leave no choice.
  some.sort((a, b) => Number(a.keys.op !== "enum") - Number(b.keys.op !== "enum"));
  return { all, some, names: [...names], min, max };
}

function collectNames(keys: Formula, names: Set<string>, depth: number): void {
  if (depth > 20) return;
  if (keys.op === "enum") for (const value of keys.values) if (typeof value === "string") names.add(value);
  if (keys.op === "not") collectNames(keys.of, names, depth + 1);
  if (keys.op === "and" || keys.op === "or" || keys.op === "one")
    for (const part of keys.of) collectNames(part, names, depth + 1);
}

/** Finds a name for each property that must exist, then decides about the number of properties. */
function choose(search: Search, rules: Rules, next: number, chosen: Chosen, want: number): Outcome {
  search.budget -= 1 + rules.all.length;
  if (search.budget < 0) throw new OutOfBudget("the comparison takes too many steps");
  const rule = rules.some[next];
  if (rule === undefined) return counted(search, rules, chosen, want);
  const outcomes: Outcome[] = [EMPTY];
  for (const name of namesFor(rules, rule)) {
    const goal = f.and(search.arena, [chosen.get(name) ?? valueAt(search, rules, name), rule.value]);
    const outcome = tried(search, rules, next, new Map(chosen).set(name, goal), goal, want);
    outcomes.push(outcome);
    if (outcome.values.length >= want) return either(outcomes);
  }
  if (rule.keys.op !== "enum") outcomes.push(chooseFresh(search, rules, rule, next, chosen, want));
  return either(outcomes);
}

function tried(search: Search, rules: Rules, next: number, chosen: Chosen, goal: Formula, want: number): Outcome {
  const possible = search.solve(goal, 1);
  return isEmpty(possible) ? possible : choose(search, rules, next + 1, chosen, want);
}

/** Mentioned names that the rule is about; with a limit on properties, names already made up may serve again. */
function namesFor(rules: Rules, rule: Rule): readonly string[] {
  if (rule.keys.op === "enum") return rule.keys.values.filter((value) => typeof value === "string");
  return rules.names.filter((name) => holds(rule.keys, name) !== false);
}

function valueAt({ arena }: Search, rules: Rules, name: string): Formula {
  return f.and(
    arena,
    rules.all.filter(({ keys }) => holds(keys, name) === true).map(({ value }) => value),
  );
}

function chooseFresh(search: Search, rules: Rules, rule: Rule, next: number, chosen: Chosen, want: number): Outcome {
  const outcomes: Outcome[] = [EMPTY];
  const made = [...chosen.keys()].filter((name) => !rules.names.includes(name) && holds(rule.keys, name) !== false);
  for (const name of rules.max === Infinity ? [] : made) {
    const goal = f.and(search.arena, [chosen.get(name) ?? f.always(search.arena), rule.value]);
    outcomes.push(tried(search, rules, next, new Map(chosen).set(name, goal), goal, want));
  }
  for (const cell of cells(search, rules, rule.keys)) {
    const goal = f.and(search.arena, [cell.value, rule.value]);
    const possible = search.solve(goal, 1);
    if (isEmpty(possible)) {
      outcomes.push(possible);
      continue;
    }
    const keys = freshNames(search, cell, chosen, 1);
    const [name] = keys.names;
    if (name === undefined) {
      outcomes.push(keys.complete && chosen.size === 0 ? keys.outcome : unknown("no name was found for a property"));
      continue;
    }
    const outcome = choose(search, rules, next + 1, new Map(chosen).set(name, goal), want);
    outcomes.push(outcome);
    if (outcome.values.length >= want) break;
  }
  return either(outcomes);
}

/** The cells of the names that satisfy `within` and are not mentioned, except those surely without names. */
function* cells(search: Search, rules: Rules, within: Formula): Generator<Cell> {
  const { arena } = search;
  const named = rules.names.length === 0 ? [] : [f.not(arena, f.scalars(arena, rules.names))];
  const start = f.and(arena, [f.types(arena, f.STRING), within, ...named]);
  yield* divide(
    search,
    rules.all.filter(({ keys }) => keys.op !== "enum"),
    0,
    start,
    [],
  );
}

function* divide(
  search: Search,
  rules: readonly Rule[],
  next: number,
  keys: Formula,
  values: readonly Formula[],
): Generator<Cell> {
  if (isEmpty(search.solve(keys, 1))) return;
  const rule = rules[next];
  if (rule === undefined) {
    yield { keys, value: f.and(search.arena, values) };
    return;
  }
  yield* divide(search, rules, next + 1, f.and(search.arena, [keys, f.not(search.arena, rule.keys)]), values);
  yield* divide(search, rules, next + 1, f.and(search.arena, [keys, rule.keys]), [...values, rule.value]);
}

interface Fresh {
  readonly names: readonly string[];
  /** The cell has no names beyond these and the ones in use. */
  readonly complete: boolean;
  readonly outcome: Outcome;
}

function freshNames(search: Search, cell: Cell, chosen: Chosen, count: number): Fresh {
  const taken = [...chosen.keys()];
  const keys =
    taken.length === 0
      ? cell.keys
      : f.and(search.arena, [cell.keys, f.not(search.arena, f.scalars(search.arena, taken))]);
  const names: string[] = [];
  const avoid = new Set(taken);
  let goal = keys;
  for (;;) {
    const outcome = search.solve(goal, 8);
    const more = outcome.values.filter((value) => typeof value === "string").filter((name) => !avoid.has(name));
    for (const name of more) {
      names.push(name);
      avoid.add(name);
    }
    if (names.length >= count) return { names: names.slice(0, count), complete: false, outcome };
    if (more.length === 0 || outcome.complete) return { names, complete: outcome.complete, outcome };
    goal = f.and(search.arena, [keys, f.not(search.arena, f.scalars(search.arena, [...avoid]))]);
  }
}

function counted(search: Search, rules: Rules, chosen: Chosen, want: number): Outcome {
  if (chosen.size > rules.max) {
    // Names made up for different properties may coincide only within a cell, which `chooseFresh` has tried.
    return EMPTY;
  }
  if (chosen.size >= rules.min && want === 1) return assembled(search, chosen, want);
  if (chosen.size >= rules.min) return either([assembled(search, chosen, want), varied(search, rules, chosen)]);
  return filled(search, rules, chosen, want);
}

/** Another object: with one property more. */
function varied(search: Search, rules: Rules, chosen: Chosen): Outcome {
  const more = filled(search, { ...rules, min: chosen.size + 1 }, chosen, 1);
  return chosen.size < rules.max ? { ...more, complete: false } : EMPTY;
}

/** Adds properties that nothing asks for, until there are enough. */
function filled(search: Search, rules: Rules, chosen: Chosen, want: number): Outcome {
  const all = new Map(chosen);
  const missing = rules.min - chosen.size;
  if (rules.min > MOST_FILLERS) return unknown("an object must have very many properties");
  const proofs: Outcome[] = [];
  const add = (name: string, goal: Formula): void => {
    const outcome = search.solve(goal, 1);
    proofs.push({ ...outcome, values: [] });
    if (!isEmpty(outcome) && all.size < rules.min) all.set(name, goal);
  };
  for (const name of rules.names) if (!all.has(name)) add(name, valueAt(search, rules, name));
  let exact = true;
  if (all.size < rules.min) {
    for (const cell of cells(search, rules, f.types(search.arena, f.STRING))) {
      const outcome = search.solve(cell.value, 1);
      proofs.push({ ...outcome, values: [] });
      if (isEmpty(outcome)) continue;
      const fresh = freshNames(search, cell, all, missing);
      for (const name of fresh.names) add(name, cell.value);
      exact &&= fresh.complete;
    }
  }
  if (all.size >= rules.min) return assembled(search, all, want);
  const assumed = Math.min(Infinity, ...proofs.map((proof) => proof.assumed));
  return exact ? { ...EMPTY, assumed } : unknown("not enough names were found for properties");
}

function assembled(search: Search, chosen: Chosen, want: number): Outcome {
  const entries = [...chosen].map(([name, goal]) => ({ name, outcome: search.solve(goal, want) }));
  const outcomes = entries.map(({ outcome }) => outcome);
  const failed =
    outcomes.find((outcome) => isEmpty(outcome)) ?? outcomes.find((outcome) => outcome.values.length === 0);
  if (failed !== undefined) return failed;
  const first = Object.fromEntries(entries.map(({ name, outcome }) => [name, outcome.values[0] ?? null]));
  const values: Json[] = [first];
  for (const { name, outcome } of entries) {
    for (const value of outcome.values.slice(1)) {
      if (values.length < want) values.push(Object.fromEntries(Object.entries(first).concat([[name, value]])));
    }
  }
  return found(values, entries.length === 0);
}
