/** What a search carries along. */
import type { Arena, Formula } from "./formula.ts";
import type { Outcome } from "./outcome.ts";

/** A formula that must hold (`yes`) or must not. */
export interface Literal {
  readonly formula: Formula;
  readonly yes: boolean;
}

export interface Search {
  readonly arena: Arena;
  /** Steps left; it is what makes hostile schemas end. */
  budget: number;
  readonly done: Map<number, Outcome>;
  readonly doneMany: Map<number, Outcome>;
  /** Goals being worked on, with their depth. */
  readonly open: Map<number, number>;
  /** Goals without values, if those goals that are still open have none. In order of time. */
  readonly provisional: Map<number, Outcome>;
  /** Up to about `want` values of the formula. */
  readonly solve: (formula: Formula, want: number) => Outcome;
}
