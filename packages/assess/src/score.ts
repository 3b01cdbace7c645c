/**
 * Scores by arithmetic that anyone can redo: of a characteristic, the weight of the checks that passed over
 * the weight of those that apply; of a product, the mean of its characteristics by their weights. What is
 * unknown counts as not passed, and `possible` says what the score would be if all of it passed.
 */
import type { CharacteristicResult, CheckOutcome } from "@freehold/model";

export interface Score {
  readonly score?: number;
  readonly possible?: number;
}

export function scoreOfChecks(checks: readonly CheckOutcome[]): Score {
  const weigh = (...results: readonly CheckOutcome["result"][]) =>
    checks.reduce((sum, { result, weight }) => sum + (results.includes(result) ? weight : 0), 0);
  const asked = weigh("passed", "failed", "unknown");
  if (asked === 0) return {};
  return { score: weigh("passed") / asked, possible: weigh("passed", "unknown") / asked };
}

export function scoreOfProduct(characteristics: readonly CharacteristicResult[]): Score {
  let weights = 0;
  let score = 0;
  let possible = 0;
  for (const one of characteristics) {
    if (one.score === undefined || one.possible === undefined) continue;
    weights += one.weight;
    score += one.weight * one.score;
    possible += one.weight * one.possible;
  }
  return weights === 0 ? {} : { score: score / weights, possible: possible / weights };
}
