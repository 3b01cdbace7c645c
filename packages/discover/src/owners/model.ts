/**
 * How probable it is that somebody owns a part, from five features and a softmax over the people of the part.
 *
 * The weights were fitted on public repositories that declare owners, each repository counting as much as
 * any other; docs/ownership.md has the tables, what leaving one repository out gives, and what was tried
 * without gain.
 */
import type { Ledger } from "./ledger.ts";
import { type Tally, type Work, years } from "./tally.ts";
import type { Regime, Whole } from "./whole.ts";

export interface RankedWork {
  readonly work: Work;
  /** Calibrated probability of being an owner; several people can be one. */
  readonly confidence: number;
}

export interface Features {
  /** Log of the share in the part's substance over the share in the repository's: who is here more than elsewhere. */
  readonly lift: number;
  /** Share of the files created. */
  readonly created: number;
  /** Root of the years between the first and the last commit here. */
  readonly tenure: number;
  /** 1 for work just now, falling by e every year. */
  readonly recent: number;
  /** 1 when the last work here was the last work anywhere: they came, did this and went. */
  readonly parting: number;
}

const WEIGHTS: Features = { lift: 0.85, created: 1.87, tenure: 1.03, recent: 1.13, parting: -0.45 };
/** Added to the weight of `created` in founder-owned repositories; set by hand, not fitted. */
const FOUNDER_BONUS = 2;

/** Logistic calibration of the softmax: intercept and weight of its log odds, for the first and for the others. */
const CALIBRATION = { first: { intercept: 0.5, odds: 0.21 }, others: { intercept: -0.15, odds: 0.65 } };

/**
 * Log odds are divided by this for the first: the repositories that the calibration was fitted on deviate from it by
 * about one unit each, so an unknown one will too. The mean of the logistic over a normal deviation s is close
 * to the logistic at x / √(1 + πs²/8) (MacKay, "The evidence framework applied to classification networks", 1992).
 */
const UNKNOWN_REPOSITORY = Math.sqrt(1 + Math.PI / 8);

/** Keeps the lift of somebody with next to no work finite. */
const LIFT_FLOOR = 0.01;
const PARTING_YEARS = 0.25;

/** The people of a part, most probable first. */
export function rankWorks(tally: Tally, whole: Whole, ledger: Ledger): readonly RankedWork[] {
  const people = partFeatures(tally, whole, ledger);
  const scores = people.map(({ features }) => scoreOf(features, WEIGHTS, whole.regime));
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return people
    .map(({ work }, index) => ({ work, probability: (powers[index] ?? 0) / total }))
    .toSorted(
      (a, b) => b.probability - a.probability || a.work.arrival - b.work.arrival || a.work.person - b.work.person,
    )
    .map(({ work, probability }, rank) => ({ work, confidence: calibrated(probability, rank) }));
}

export interface PersonFeatures {
  readonly work: Work;
  readonly features: Features;
}

/** What the model sees of a part; bench/ownership fits the weights to it. */
export function partFeatures(tally: Tally, whole: Whole, ledger: Ledger): readonly PersonFeatures[] {
  const works = tally.works.filter((work) => work.firstCommit >= 0);
  const substance = works.reduce((sum, work) => sum + work.substance, 0);
  const created = works.reduce((sum, work) => sum + work.created, 0);
  return works.map((work) => ({ work, features: featuresOf(work, { substance, created }, whole, ledger) }));
}

export function scoreOf(features: Features, weights: Features, regime: Regime): number {
  const bonus = regime.name === "founder-owned" ? FOUNDER_BONUS : 0;
  return (
    weights.lift * features.lift +
    (weights.created + bonus) * features.created +
    weights.tenure * features.tenure +
    weights.recent * features.recent +
    weights.parting * features.parting
  );
}

function featuresOf(
  work: Work,
  part: { readonly substance: number; readonly created: number },
  whole: Whole,
  ledger: Ledger,
): Features {
  const everywhere = whole.substanceOf[work.person] ?? 0;
  const sinceHere = years(ledger.asOf - work.last);
  const sinceAnywhere = years(ledger.asOf - (whole.lastSeen[work.person] ?? work.last));
  return {
    lift: Math.log(
      (shareOf(work.substance, part.substance) + LIFT_FLOOR) / (shareOf(everywhere, whole.substance) + LIFT_FLOOR),
    ),
    created: shareOf(work.created, part.created),
    tenure: Math.sqrt(years(Math.max(0, work.last - work.first))),
    recent: Math.exp(-Math.max(0, sinceHere)),
    parting: Math.exp(-Math.abs(sinceHere - sinceAnywhere) / PARTING_YEARS),
  };
}

function calibrated(probability: number, rank: number): number {
  const bounded = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  const { intercept, odds } = rank === 0 ? CALIBRATION.first : CALIBRATION.others;
  const logOdds = intercept + odds * Math.log(bounded / (1 - bounded));
  return 1 / (1 + Math.exp(-logOdds / (rank === 0 ? UNKNOWN_REPOSITORY : 1)));
}

function shareOf(value: number, total: number): number {
  return total > 0 ? value / total : 0;
}
