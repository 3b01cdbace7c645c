/** Who owns a part: declared, inferred, founder and steward, each with its evidence. See docs/ownership.md. */
import type { Claim, Evidence, OwnerRef, Ownership } from "@freehold/model";
import { type DeclaredOwners, findPeople, type History, type People } from "@freehold/repository";
import { type DeclaredOfPart, createDeclaredParts } from "./declared.ts";
import { founderOf, hasLeft, stewardOf } from "./founder-steward.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { rankWorks, type RankedWork } from "./model.ts";
import { createSelection, type PartSelector } from "./selection.ts";
import { createTallies, type Tally } from "./tally.ts";
import { createTruckFactors, type TruckFactors } from "./truck-factor.ts";
import { measureWhole, type Regime, type Whole } from "./whole.ts";
import { describeWork } from "./work-evidence.ts";

export interface OwnershipInput {
  /** Absent where no history was read: then only what files declare is known. */
  readonly history?: History | undefined;
  readonly people?: People | undefined;
  readonly declared?: DeclaredOwners | undefined;
  /** Every path of the tree at the revision. */
  readonly paths: readonly string[];
}

export interface OwnershipFinder {
  readonly regime: Regime;
  /** Answers for folders and files. The same question gets the same answer: the clock is the revision's. */
  of(part: PartSelector | readonly string[]): Ownership;
}

/** How many people of a part are reported. */
const MOST_RANKED = 10;
/** Below this nobody is called the owner. */
const LEAST_CONFIDENCE = 0.2;
/** The history contradicts a file only when it is sure of somebody and knows nothing of those declared. */
const SURE = 0.6;
const HARDLY = 0.05;

interface Context {
  readonly ledger: Ledger;
  readonly people: People;
  readonly whole: Whole;
  readonly truckFactorOf: TruckFactors;
}

export function createOwnership(input: OwnershipInput): OwnershipFinder {
  const { declared, paths } = input;
  const history = input.people === undefined ? undefined : input.history;
  const people = history === undefined ? undefined : input.people;
  const known = people ?? findPeople(NO_HISTORY);
  const ledger = createLedger(history ?? NO_HISTORY, known, paths);
  const tallies = createTallies(ledger);
  const whole = measureWhole(ledger);
  const context = { ledger, people: known, whole, truckFactorOf: createTruckFactors(ledger) };
  const select = createSelection(paths);
  const declaredOf = createDeclaredParts(declared, context.people, paths);
  return {
    regime: whole.regime,
    of(part) {
      const selected = select(isPaths(part) ? { files: part } : part);
      const files = selected.flatMap((path) => ledger.fileOf.get(paths[path] ?? "") ?? []);
      return answer(context, tallies.of(files), declaredOf(selected), files);
    },
  };
}

function isPaths(part: PartSelector | readonly string[]): part is readonly string[] {
  return Array.isArray(part);
}

const NO_HISTORY: History = {
  commits: {
    id: [],
    time: new Float64Array(0),
    author: new Uint32Array(0),
    coAuthors: new Map(),
    subject: [],
    parents: new Uint8Array(0),
    firstChange: new Uint32Array(1),
  },
  changes: {
    path: new Uint32Array(0),
    status: new Uint8Array(0),
    added: new Int32Array(0),
    deleted: new Int32Array(0),
    from: new Int32Array(0),
  },
  paths: [],
  authors: [],
  shallow: false,
  missingObjects: 0,
};

function answer(context: Context, tally: Tally, declared: DeclaredOfPart, files: readonly number[]): Ownership {
  const ranked = rankWorks(tally, context.whole, context.ledger).slice(0, MOST_RANKED);
  const best = ranked.at(0);
  const inferred = best === undefined || best.confidence < LEAST_CONFIDENCE ? undefined : claimOf(context, best, tally);
  const decisive = declared.ofMost ? declared : { ...declared, claims: [], people: [] };
  const owner = believed(decisive.claims.at(0), inferred);
  const founder = founderOf(context.ledger, context.people, tally);
  const steward = stewardOf(context.ledger, context.people, context.whole, tally);
  const factor = truckFactorClaim(context, files);
  return {
    declared: [...declared.claims],
    ...(owner === undefined ? {} : { owner }),
    ...(founder === undefined ? {} : { founder }),
    ...(steward === undefined ? {} : { steward }),
    ranked: ranked.map((one) => ({
      person: context.people.people[one.work.person]?.id ?? "",
      confidence: one.confidence,
      evidence: describeWork(context.ledger, one.work, tally),
    })),
    regime: context.whole.regime.name,
    ...(factor === undefined ? {} : { truckFactor: factor }),
    findings: findingsOf(context, decisive, ranked, owner),
  };
}

/** A file that says who owns wins; one that is a guess itself (the author in a manifest) must be the better guess. */
function believed(
  declared: Claim<OwnerRef> | undefined,
  inferred: Claim<OwnerRef> | undefined,
): Claim<OwnerRef> | undefined {
  if (declared === undefined || inferred === undefined) return declared ?? inferred;
  const guess = declared.evidence[0]?.rule === "declared.manifest";
  return guess && inferred.confidence > declared.confidence ? inferred : declared;
}

function claimOf(context: Context, { work, confidence }: RankedWork, tally: Tally): Claim<OwnerRef> {
  const person = context.people.people[work.person];
  return {
    value: { kind: "person", id: person?.id ?? "", name: person?.name ?? "" },
    provenance: "inferred",
    confidence,
    evidence: describeWork(context.ledger, work, tally),
  };
}

function truckFactorClaim(context: Context, files: readonly number[]): Claim<number> | undefined {
  const factor = context.truckFactorOf(files);
  if (factor === undefined) return undefined;
  const evidence = factor.people.slice(0, 10).map(({ person, files: authored }): Evidence => ({
    rule: "owners.truck-factor",
    detail: `${context.people.people[person]?.name ?? ""} is an author of ${authored} of ${factor.files} files`,
  }));
  // The count is exact; that authorship of lines is knowledge is what Avelino et al. found developers to agree with.
  return { value: factor.count, provenance: "inferred", confidence: 0.84, evidence };
}

function findingsOf(
  context: Context,
  declared: DeclaredOfPart,
  ranked: readonly RankedWork[],
  owner: Claim<OwnerRef> | undefined,
): Ownership["findings"] {
  const findings: Ownership["findings"] = [];
  const left = (person: number) => hasLeft(context.whole, context.ledger, person);
  const best = ranked.at(0);
  const answering =
    declared.claims.length > 0 ? declared.people : owner === undefined || best === undefined ? [] : [best.work.person];
  const everybodyKnown = declared.claims.length === 0 || declared.people.length === declared.claims.length;
  if (answering.length > 0 && everybodyKnown && answering.every(left)) findings.push("owner-left");
  if (owner === undefined) findings.push("unknown");
  if (disagrees(declared, ranked)) findings.push("declared-disagrees");
  return findings;
}

/** Teams have members that no file names here, so only persons can disagree. */
function disagrees(declared: DeclaredOfPart, ranked: readonly RankedWork[]): boolean {
  const best = ranked.at(0);
  if (best === undefined || best.confidence < SURE) return false;
  if (declared.people.length === 0 || declared.people.length < declared.claims.length) return false;
  const theirs = ranked.filter((one) => declared.people.includes(one.work.person));
  return theirs.reduce((sum, one) => sum + one.confidence, 0) < HARDLY;
}
