/** What the map shows; kept in the address. */
export interface MapSearch {
  readonly focus?: string;
  readonly depth?: string;
  /** `all`: development and test dependencies too. */
  readonly scope?: string;
}

const DEEPEST = 3;

export function depthOf({ depth }: MapSearch): number {
  const number = Number(depth ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(DEEPEST, number) : 1;
}
