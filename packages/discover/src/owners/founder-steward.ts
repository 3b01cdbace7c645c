/** Two facts that are easily taken for one: who created a part, and who looks after it at present. */
import type { Claim, OwnerRef } from "@freehold/model";
import type { People } from "@freehold/repository";
import type { Ledger } from "./ledger.ts";
import type { Tally, Work } from "./tally.ts";
import type { Whole } from "./whole.ts";
import { describeWork } from "./work-evidence.ts";

/** Who did nothing in the whole repository for a year before its last commit has left. */
const LEFT_AFTER = 31_557_600;

export function hasLeft(whole: Whole, ledger: Ledger, person: number): boolean {
  return ledger.asOf - (whole.lastSeen[person] ?? -Infinity) > LEFT_AFTER;
}

/** Who created most of the files that are there; of equals, who came first. */
export function founderOf(ledger: Ledger, people: People, tally: Tally): Claim<OwnerRef> | undefined {
  const works = tally.works.filter((work) => work.created > 0);
  return claim(ledger, people, tally, works, (work) => work.created);
}

/** Of those who are still here, who did most of late; commits lose half of their weight in a year. */
export function stewardOf(ledger: Ledger, people: People, whole: Whole, tally: Tally): Claim<OwnerRef> | undefined {
  const works = tally.works.filter((work) => !hasLeft(whole, ledger, work.person));
  return claim(ledger, people, tally, works, (work) => work.freshCommits);
}

/** Confidence is the share of the first against the runner-up: two equals are a coin toss. */
function claim(
  ledger: Ledger,
  people: People,
  tally: Tally,
  works: readonly Work[],
  measure: (work: Work) => number,
): Claim<OwnerRef> | undefined {
  const sorted = works.toSorted((a, b) => measure(b) - measure(a) || a.arrival - b.arrival || a.person - b.person);
  const [first, second] = sorted;
  const person = first && people.people[first.person];
  if (first === undefined || person === undefined || measure(first) <= 0) return undefined;
  return {
    value: { kind: "person", id: person.id, name: person.name },
    provenance: "inferred",
    confidence: measure(first) / (measure(first) + (second === undefined ? 0 : measure(second))),
    evidence: describeWork(ledger, first, tally),
  };
}
