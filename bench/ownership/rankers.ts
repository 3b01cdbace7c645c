/** The model beside the simple rankers that it has to beat, all on the same people and the same files. */
import { rankWorks, type Work } from "@freehold/discover";
import type { Study, StudyUnit } from "./study.ts";

export interface Guess {
  readonly person: number;
  /** Probability, where the ranker gives one. */
  readonly confidence?: number;
}

export type Ranker = (study: Study, unit: StudyUnit) => readonly Guess[];

export const rankers: Readonly<Record<string, Ranker>> = {
  "most commits": (_, { tally }) => by(tally.works, (work) => work.commits),
  "lines added": (_, { tally }) => by(tally.works, (work) => work.lines),
  creator: (_, { tally }) => by(tally.works, (work) => work.created),
  fusion,
  model: (study, { tally }) =>
    rankWorks(tally, study.whole, study.ledger).map(({ work, confidence }) => ({ person: work.person, confidence })),
};

/** Reciprocal ranks of lines added, creator and tf-idf of files over people, added up. */
function fusion(study: Study, { tally }: StudyUnit): readonly Guess[] {
  const score = new Map<number, number>();
  const focus = (work: Work) =>
    work.touches * Math.log(1 + study.ledger.paths.length / Math.max(1, study.whole.touchesOf[work.person] ?? 1));
  for (const measure of [(work: Work) => work.lines, (work: Work) => work.created, focus]) {
    for (const [rank, { person }] of by(tally.works, measure).entries()) {
      score.set(person, (score.get(person) ?? 0) + 1 / (60 + rank));
    }
  }
  return by(tally.works, (work) => score.get(work.person) ?? 0);
}

function by(works: readonly Work[], measure: (work: Work) => number): readonly Guess[] {
  return works
    .toSorted((a, b) => measure(b) - measure(a) || b.lines - a.lines || a.person - b.person)
    .map(({ person }) => ({ person }));
}
