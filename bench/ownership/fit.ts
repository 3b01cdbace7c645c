/**
 * Fits the weights of the model: a softmax over the people of each unit, the probability of its owners made
 * as large as possible, every repository weighing as the root of its units. Few weights and a penalty on
 * their squares, so that leaving a repository out costs little.
 */
import { type Features, partFeatures, scoreOf } from "@freehold/discover";
import type { Guess } from "./rankers.ts";
import type { Study, StudyUnit } from "./study.ts";

const NAMES = ["lift", "created", "tenure", "recent", "parting"] as const;
const PENALTY = 0.01;
const STEPS = 1_500;
/** More units of one repository teach little and take long. */
const MOST_UNITS = 300;

interface Sample {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** Units as numbers; made once for each study. */
export function samplesOf(study: Study): readonly Sample[] {
  const usable = study.units.filter((unit) => unit.tally.works.some((work) => unit.owners.has(work.person)));
  const step = Math.max(1, usable.length / MOST_UNITS);
  const chosen = Array.from(
    { length: Math.floor(usable.length / step) },
    (_, index) => usable[Math.floor(index * step)],
  );
  return chosen.flatMap((unit) => (unit === undefined ? [] : sampleOf(study, unit, chosen.length ** -0.5)));
}

function sampleOf(study: Study, unit: StudyUnit, weight: number): Sample {
  const people = partFeatures(unit.tally, study.whole, study.ledger);
  return {
    rows: people.map(({ features }) => NAMES.map((name) => features[name])),
    right: people.map(({ work }) => unit.owners.has(work.person)),
    weight,
  };
}

export function fitWeights(samples: readonly Sample[]): Features {
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  const scale = deviations(samples);
  const weights = NAMES.map(() => 0);
  const speed = NAMES.map(() => 0);
  const square = NAMES.map(() => 0);
  // Adam with a falling step: a smooth problem of five dimensions needs no more.
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => -2 * PENALTY * weight);
    for (const sample of samples) addGradient(sample, weights, scale, sample.weight / total, gradient);
    for (const [at, slope] of gradient.entries()) {
      speed[at] = 0.9 * (speed[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const first = (speed[at] ?? 0) / (1 - 0.9 ** step);
      const second = (square[at] ?? 0) / (1 - 0.999 ** step);
      weights[at] = (weights[at] ?? 0) + (0.05 / Math.sqrt(step / 50 + 1)) * (first / (Math.sqrt(second) + 1e-9));
    }
  }
  const [lift = 0, created = 0, tenure = 0, recent = 0, parting = 0] = weights.map(
    (weight, at) => weight / (scale[at] ?? 1),
  );
  return { lift, created, tenure, recent, parting };
}

function addGradient(
  sample: Sample,
  weights: readonly number[],
  scale: readonly number[],
  share: number,
  gradient: number[],
): void {
  const scores = sample.rows.map((row) =>
    row.reduce((sum, value, at) => sum + (value / (scale[at] ?? 1)) * (weights[at] ?? 0), 0),
  );
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const right = powers.reduce((sum, power, index) => sum + (sample.right[index] === true ? power : 0), 0);
  for (const [index, row] of sample.rows.entries()) {
    const power = powers[index] ?? 0;
    const pull = (sample.right[index] === true ? power / right : 0) - power / all;
    for (const [at, value] of row.entries())
      gradient[at] = (gradient[at] ?? 0) + share * pull * (value / (scale[at] ?? 1));
  }
}

/** Standard deviations, so that the penalty is fair to all features. */
function deviations(samples: readonly Sample[]): readonly number[] {
  const rows = samples.flatMap((sample) => sample.rows);
  return NAMES.map((_, at) => {
    const average = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / Math.max(1, rows.length);
    const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - average) ** 2, 0) / Math.max(1, rows.length);
    return Math.sqrt(variance) || 1;
  });
}

export function rankWith(weights: Features, study: Study, unit: StudyUnit): readonly Guess[] {
  const people = partFeatures(unit.tally, study.whole, study.ledger);
  return people
    .map(({ work, features }) => ({ person: work.person, score: scoreOf(features, weights, study.whole.regime) }))
    .toSorted((a, b) => b.score - a.score || a.person - b.person)
    .map(({ person }) => ({ person }));
}
