/**
 * The conjunctions of atoms that a formula comes down to for values of one type: disjunctive normal
 * form, made lazily, the choice with the fewest ways first, contradictions cut off as soon as they show.
 */
import * as f from "./formula.ts";
import type { Formula } from "./formula.ts";
import { OutOfBudget } from "./budget.ts";
import type { Literal, Search } from "./search-types.ts";

interface Branch {
  /** Formula id to what it must be. */
  readonly known: Map<number, Literal>;
  readonly atoms: Literal[];
}

type Alternative = readonly Literal[];

export function* branches(search: Search, formula: Formula, type: number): Generator<readonly Literal[]> {
  const branch: Branch = { known: new Map(), atoms: [] };
  const pending: Choice[] = [];
  if (assume(search, branch, pending, [{ formula, yes: true }], type)) yield* split(search, branch, pending, type);
}

/** Ways, one of which must be taken; each is a list of literals that all hold. */
type Choice = readonly Alternative[];

function* split(
  search: Search,
  branch: Branch,
  choices: readonly Choice[],
  type: number,
): Generator<readonly Literal[]> {
  let pending = choices;
  for (;;) {
    spend(search, 1 + pending.length);
    const narrowed: Choice[] = [];
    const forced: Alternative[] = [];
    for (const choice of pending) {
      const open = choice.filter((way) => !way.some((literal) => contradicts(branch, literal, type)));
      if (open.length === 0) return;
      if (open.some((way) => way.every((literal) => isKnown(branch, literal)))) continue;
      if (open.length === 1) forced.push(open[0] ?? []);
      else narrowed.push(open);
    }
    if (forced.length === 0) {
      pending = narrowed;
      break;
    }
    if (!assume(search, branch, narrowed, forced.flat(), type)) return;
    pending = narrowed;
  }
  const first = pending.reduce<Choice | undefined>(
    (best, one) => (best === undefined || one.length < best.length ? one : best),
    undefined,
  );
  if (first === undefined) {
    yield branch.atoms;
    return;
  }
  const rest = pending.filter((one) => one !== first);
  for (const way of first) {
    const copy: Branch = { known: new Map(branch.known), atoms: [...branch.atoms] };
    const more = [...rest];
    if (assume(search, copy, more, way, type)) yield* split(search, copy, more, type);
  }
}

function spend(search: Search, steps: number): void {
  search.budget -= steps;
  if (search.budget < 0) throw new OutOfBudget("the comparison takes too many steps");
}

function isKnown(branch: Branch, literal: Literal): boolean {
  return literal.formula.op === "true" || branch.known.get(literal.formula.id)?.yes === literal.yes;
}

/** A cheap look, not a proof of the opposite. */
function contradicts(branch: Branch, literal: Literal, type: number): boolean {
  const { formula, yes } = literal;
  const known = branch.known.get(formula.id);
  if (known !== undefined) return known.yes !== yes;
  switch (formula.op) {
    case "true":
      return !yes;
    case "false":
      return yes;
    case "types":
      return ((formula.types & type) !== 0) !== yes;
    case "not":
      return contradicts(branch, { formula: formula.of, yes: !yes }, type);
    case "and":
      return yes && formula.of.some((part) => contradicts(branch, { formula: part, yes }, type));
    case "or":
      return !yes && formula.of.some((part) => contradicts(branch, { formula: part, yes }, type));
    case "enum":
      return yes && !formula.values.some((value) => f.typeOfValue(value) === type);
    default: {
      const about = f.atomType(formula);
      return about !== undefined && about !== type && !yes;
    }
  }
}

/** Adds literals; false where they contradict what is known. Choices met on the way are added to `pending`. */
function assume(
  search: Search,
  branch: Branch,
  pending: Choice[],
  literals: readonly Literal[],
  type: number,
): boolean {
  const queue = [...literals];
  for (let literal = queue.pop(); literal !== undefined; literal = queue.pop()) {
    const { formula, yes } = literal;
    if (formula.op === "not") {
      queue.push({ formula: formula.of, yes: !yes });
      continue;
    }
    if (isKnown(branch, literal)) continue;
    if (contradicts(branch, literal, type)) return false;
    spend(search, 1);
    branch.known.set(formula.id, literal);
    const next = unfold(search, literal, type);
    queue.push(...next.all);
    if (next.choice !== undefined) pending.push(next.choice);
    if (next.atom) branch.atoms.push(literal);
  }
  return true;
}

interface Unfolded {
  readonly all: readonly Literal[];
  readonly choice?: Choice;
  readonly atom?: boolean;
}

function unfold(search: Search, { formula, yes }: Literal, type: number): Unfolded {
  switch (formula.op) {
    case "true":
    case "false":
    case "types":
      return { all: [] };
    case "and":
    case "or": {
      const parts = formula.of.map((part) => ({ formula: part, yes }));
      return (formula.op === "and") === yes ? { all: parts } : { all: [], choice: parts.map((part) => [part]) };
    }
    case "one":
      return { all: [], choice: yes ? exactlyOne(formula.of) : notExactlyOne(search, formula.of) };
    case "ref":
      return { all: [{ formula: formula.expand(), yes }] };
    default: {
      const about = f.atomType(formula);
      return { all: [], atom: about === undefined || about === type };
    }
  }
}

function exactlyOne(parts: readonly Formula[]): Choice {
  return parts.map((_, index) => parts.map((part, other) => ({ formula: part, yes: other === index })));
}

function notExactlyOne(search: Search, parts: readonly Formula[]): Choice {
  spend(search, parts.length ** 2);
  const ways: Alternative[] = [parts.map((part) => ({ formula: part, yes: false }))];
  for (const [index, a] of parts.entries()) {
    for (const b of parts.slice(index + 1)) {
      ways.push([
        { formula: a, yes: true },
        { formula: b, yes: true },
      ]);
    }
  }
  return ways;
}
