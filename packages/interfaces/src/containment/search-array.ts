/** Arrays: rules for positions, items that must be somewhere, counts, and equal or distinct items. */
import type { Json } from "../kind.ts";
import { OutOfBudget } from "./budget.ts";
import * as f from "./formula.ts";
import type { Formula } from "./formula.ts";
import { canonical } from "./json.ts";
import { EMPTY, either, found, isEmpty, unknown } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { Literal, Search } from "./search-types.ts";

/** An item from `from` to `to` on must satisfy `item`; those of one group are different items. */
interface Task {
  readonly group: number;
  readonly from: number;
  readonly to: number;
  readonly item: Formula;
}

interface Rules {
  readonly at: Map<number, Formula[]>;
  readonly rest: { readonly from: number; readonly item: Formula }[];
  readonly tasks: Task[];
  readonly most: { readonly count: number; readonly item: Formula }[];
  /** From here on all positions have the same rules. */
  alike: number;
  min: number;
  max: number;
  unique?: boolean;
}

const LONGEST = 1000;
const MOST_TASKS = 40;

export function searchArray(search: Search, literals: readonly Literal[], want: number): Outcome {
  const rules = rulesOf(search, literals);
  if (rules === undefined) return unknown("an array must hold too many different items");
  // Longer arrays have more of the same positions and nothing new to do there.
  const longest = Math.min(rules.max, Math.max(rules.min, rules.alike) + rules.tasks.length + 2);
  if (rules.min > longest) return EMPTY;
  const outcomes: Outcome[] = [];
  let count = 0;
  for (let length = rules.min; length <= longest; length++) {
    if (length > LONGEST) return unknown("an array must be very long");
    const outcome = ofLength(search, rules, length, want);
    outcomes.push(outcome);
    count += outcome.values.length;
    if (count >= want) break;
  }
  const all = either(outcomes);
  return { ...all, complete: all.complete && (all.values.length === 0 || rules.max === 0) };
}

function rulesOf(search: Search, literals: readonly Literal[]): Rules | undefined {
  const rules: Rules = { at: new Map(), rest: [], tasks: [], most: [], alike: 0, min: 0, max: Infinity };
  for (const literal of literals) addRule(search, rules, literal);
  for (const task of rules.tasks) if (task.to !== Infinity) rules.min = Math.max(rules.min, task.to + 1);
  return rules.tasks.length > MOST_TASKS ? undefined : rules;
}

function addRule(search: Search, rules: Rules, { formula, yes }: Literal): void {
  const { arena } = search;
  const group = rules.tasks.length;
  switch (formula.op) {
    case "minItems":
    case "maxItems":
      if ((formula.op === "minItems") === yes) rules.min = Math.max(rules.min, yes ? formula.count : formula.count + 1);
      else rules.max = Math.min(rules.max, yes ? formula.count : formula.count - 1);
      break;
    case "unique":
      rules.unique = yes;
      break;
    case "at":
      rules.alike = Math.max(rules.alike, formula.index + 1);
      if (yes) rules.at.set(formula.index, [...(rules.at.get(formula.index) ?? []), formula.item]);
      else rules.tasks.push({ group, from: formula.index, to: formula.index, item: f.not(arena, formula.item) });
      break;
    case "from":
      rules.alike = Math.max(rules.alike, formula.index);
      if (yes) rules.rest.push({ from: formula.index, item: formula.item });
      else rules.tasks.push({ group, from: formula.index, to: Infinity, item: f.not(arena, formula.item) });
      break;
    case "atLeast":
      if (yes) addTasks(rules, formula.count, formula.item);
      else rules.most.push({ count: formula.count - 1, item: formula.item });
      break;
    case "atMost":
      if (yes) rules.most.push({ count: formula.count, item: formula.item });
      else addTasks(rules, formula.count + 1, formula.item);
      break;
    default:
  }
}

function addTasks(rules: Rules, count: number, item: Formula): void {
  const group = rules.tasks.length;
  for (let n = 0; n < Math.min(count, MOST_TASKS + 1); n++) rules.tasks.push({ group, from: 0, to: Infinity, item });
}

function ofLength(search: Search, rules: Rules, length: number, want: number): Outcome {
  const goals: Formula[] = [];
  for (let index = 0; index < length; index++) goals.push(goalAt(search, rules, index));
  return assign(search, rules, goals, 0, new Map(), want);
}

function goalAt({ arena }: Search, rules: Rules, index: number): Formula {
  const rest = rules.rest.filter((rule) => rule.from <= index).map((rule) => rule.item);
  return f.and(arena, [...(rules.at.get(index) ?? []), ...rest]);
}

/** Gives each task a position. Positions without a task that follow the same rules are tried once. */
function assign(
  search: Search,
  rules: Rules,
  goals: readonly Formula[],
  next: number,
  used: ReadonlyMap<number, readonly number[]>,
  want: number,
): Outcome {
  search.budget -= goals.length + 1;
  if (search.budget < 0) throw new OutOfBudget("the comparison takes too many steps");
  const task = rules.tasks[next];
  if (task === undefined) return limited(search, rules, goals, want);
  const outcomes: Outcome[] = [];
  const tried = new Set<string>();
  for (let index = task.from; index <= Math.min(task.to, goals.length - 1); index++) {
    const taken = used.get(index) ?? [];
    const kind = `${goals[index]?.id} ${taken.join(" ")}`;
    if (taken.includes(task.group) || tried.has(kind)) continue;
    tried.add(kind);
    const goal = f.and(search.arena, [goals[index] ?? f.always(search.arena), task.item]);
    const possible = search.solve(goal, 1);
    if (isEmpty(possible)) {
      outcomes.push(possible);
      continue;
    }
    const rest = assign(
      search,
      rules,
      goals.with(index, goal),
      next + 1,
      new Map(used).set(index, [...taken, task.group]),
      want,
    );
    outcomes.push(rest);
    if (rest.values.length >= want) break;
  }
  return either(outcomes);
}

/** Keeps as many items as possible out of what may occur only so often. */
function limited(search: Search, rules: Rules, given: readonly Formula[], want: number): Outcome {
  let goals = given;
  let assumed = Infinity;
  for (const { count, item } of rules.most) {
    let inside = 0;
    goals = goals.map((goal) => {
      const outside = f.and(search.arena, [goal, f.not(search.arena, item)]);
      const outcome = search.solve(outside, 1);
      if (!isEmpty(outcome)) return outside;
      assumed = Math.min(assumed, outcome.assumed);
      inside++;
      return goal;
    });
    // With one limit that is the best choice; with several, another may be.
    if (inside > count)
      return rules.most.length === 1 ? { ...EMPTY, assumed } : unknown("several limits on items meet");
  }
  const outcome = withinLimits(search, rules, goals, want);
  return { ...outcome, assumed: Math.min(assumed, outcome.assumed) };
}

function withinLimits(search: Search, rules: Rules, goals: readonly Formula[], want: number): Outcome {
  if (rules.unique === false) return withEqualPair(search, goals, want);
  return rules.unique === true ? distinct(search, goals) : independent(search, goals, want);
}

function independent(search: Search, goals: readonly Formula[], want: number): Outcome {
  const outcomes = goals.map((goal) => search.solve(goal, goals.length > 8 ? 1 : want));
  const failed =
    outcomes.find((outcome) => isEmpty(outcome)) ?? outcomes.find((outcome) => outcome.values.length === 0);
  if (failed !== undefined) return failed;
  const first = outcomes.map((outcome) => outcome.values[0] ?? null);
  const values: Json[] = [first];
  for (const [index, outcome] of outcomes.entries()) {
    for (const value of outcome.values.slice(1)) if (values.length < want) values.push(first.with(index, value));
  }
  return found(values, goals.length === 0);
}

function withEqualPair(search: Search, goals: readonly Formula[], want: number): Outcome {
  const outcomes: Outcome[] = [EMPTY];
  const tried = new Set<string>();
  for (const [index, goal] of goals.entries()) {
    for (const [offset, other] of goals.slice(index + 1).entries()) {
      const shared = f.and(search.arena, [goal, other]);
      const kind = `${goal.id} ${other.id}`;
      if (tried.has(kind)) continue;
      tried.add(kind);
      const outcome = independent(search, goals.with(index, shared), want);
      const values = outcome.values.flatMap((value) =>
        Array.isArray(value)
          ? [(value as readonly Json[]).with(index + 1 + offset, (value as readonly Json[])[index] ?? null)]
          : [],
      );
      if (values.length > 0) return found(values, false);
      outcomes.push({ ...outcome, values });
    }
  }
  return either(outcomes);
}

/** Different values for all positions, by trying; a proof only where each position has few values. */
function distinct(search: Search, goals: readonly Formula[]): Outcome {
  const outcomes = goals.map((goal) => search.solve(goal, 12));
  const failed = outcomes.find((outcome) => isEmpty(outcome));
  if (failed !== undefined) return failed;
  const match = matching(outcomes.map((outcome) => outcome.values));
  if (match !== undefined) return found([match], goals.length === 0);
  const assumed = Math.min(Infinity, ...outcomes.map((outcome) => outcome.assumed));
  return outcomes.every((outcome) => outcome.complete)
    ? { ...EMPTY, assumed }
    : unknown("not enough different items were found");
}

/** A different value for each list, by augmenting paths. */
function matching(lists: readonly (readonly Json[])[]): Json[] | undefined {
  const holder = new Map<string, number>();
  const result: Json[] = [];
  const place = (index: number, seen: Set<string>): boolean => {
    for (const value of lists[index] ?? []) {
      const key = canonical(value);
      if (seen.has(key)) continue;
      seen.add(key);
      const other = holder.get(key);
      if (other !== undefined && !place(other, seen)) continue;
      holder.set(key, index);
      result[index] = value;
      return true;
    }
    return false;
  };
  return lists.every((_, index) => place(index, new Set())) ? result : undefined;
}
