/** hit@1, hit@3, mean reciprocal rank; coverage against precision; Brier score. */
import type { Guess } from "./rankers.ts";

export interface Trial {
  readonly guesses: readonly Guess[];
  readonly owners: ReadonlySet<number>;
}

export interface Ranking {
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr: number;
}

export function ranking(trials: readonly Trial[]): Ranking {
  const ranks = trials.map(({ guesses, owners }) => 1 + guesses.findIndex(({ person }) => owners.has(person)));
  return {
    hit1: mean(ranks.map((rank) => Number(rank === 1))),
    hit3: mean(ranks.map((rank) => Number(rank >= 1 && rank <= 3))),
    mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
  };
}

export interface CoveragePoint {
  readonly threshold: number;
  /** Units for which somebody is named. */
  readonly coverage: number;
  /** Of those, the share named rightly. */
  readonly precision: number;
}

export function coverage(trials: readonly Trial[], thresholds: readonly number[]): readonly CoveragePoint[] {
  return thresholds.map((threshold) => {
    const named = trials.filter(({ guesses }) => (guesses[0]?.confidence ?? 0) >= threshold);
    const right = named.filter(({ guesses, owners }) => owners.has(guesses[0]?.person ?? -1));
    return {
      threshold,
      coverage: named.length / Math.max(1, trials.length),
      precision: right.length / Math.max(1, named.length),
    };
  });
}

/** Mean squared error of the confidence in the first of each unit; nobody named counts as confidence 0. */
export function brier(trials: readonly Trial[]): number {
  return mean(
    trials.map(({ guesses, owners }) => {
      const [first] = guesses;
      return ((first?.confidence ?? 0) - Number(first !== undefined && owners.has(first.person))) ** 2;
    }),
  );
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
