/** Thrown where a comparison has used up its steps; caught where the comparison began, never further out. */
export class OutOfBudget extends Error {}
