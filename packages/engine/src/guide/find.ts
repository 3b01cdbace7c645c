/**
 * `freehold find`: from somebody's recent work, what is probably theirs: a product, a candidate that they may
 * accept, or work that belongs to nothing yet; and the ways on.
 */
import {
  type Evidence,
  type Find,
  FIND_FORMAT,
  FIND_VERSION,
  type FoundWork,
  type Person,
  type Snapshot,
} from "@freehold/model";
import { currentIdentity } from "@freehold/repository";
import { closest } from "../closest.ts";
import { Failure } from "../failure.ts";
import type { ScanOptions } from "../scan/options.ts";
import { scan } from "../scan/scan.ts";
import { commitsSince, newestTime, personsCalled, workingOf, type Working } from "./own-commits.ts";
import { placesOf } from "./places.ts";
import { tallyWork, type WorkAt } from "./tally-work.ts";
import { waysOn } from "./ways.ts";

export interface FindOptions extends Omit<ScanOptions, "history"> {
  /** Address, `@login` or name; default: who git would sign a commit as. */
  readonly who?: string;
  /** Length of the period that ends with the newest commit. */
  readonly days?: number;
}

const DAYS = 180;
const DAY = 86_400;
const SURE = 0.5;
/** Whoever did most of what was done lately in a place where they spend some of their time looks after it. */
const MOST_OF_ALL = 0.5;
const SOME_OF_MINE = 0.1;
const EVIDENCE = 3;

/** Throws a `Failure` when the person can't be told, or has no commit in what was read. */
export async function find(paths: readonly string[], options: FindOptions): Promise<Find> {
  const workings: Working[] = [];
  const { snapshot } = await scan(paths, { ...options, history: true }, (reading) => {
    workings.push(...workingOf(reading));
  });
  const persons = await personsOf(snapshot, options.who, paths[0] ?? ".");
  const until = newestTime(workings);
  const since = until - (options.days ?? DAYS) * DAY;
  const ids = new Set(persons.map(({ id }) => id));
  const commits = workings.flatMap((working) => commitsSince(working, ids, since));
  const visible = tallyWork(commits, placesOf(snapshot.products.filter(({ hidden }) => hidden !== true)));
  const inside = tallyWork(commits, placesOf(snapshot.products)).filter(({ product }) => product?.hidden === true);
  const total = visible.reduce((sum, { mine }) => sum + mine, 0);
  const found = [...visible, ...inside].map((place) => foundWork(place, total, ids, snapshot));
  return {
    format: FIND_FORMAT,
    version: FIND_VERSION,
    person: asOne(persons, lastOf(workings, ids)),
    since: isoTime(since),
    until: isoTime(until),
    commits: commits.filter(({ mine }) => mine).length,
    work: found.sort((a, b) => rank(a) - rank(b) || b.ofMine - a.ofMine),
  };
}

async function personsOf(snapshot: Snapshot, who: string | undefined, folder: string): Promise<readonly Person[]> {
  const asked = who ?? (await currentIdentity(folder))?.email;
  if (asked === undefined)
    throw new Failure(
      "find/nobody",
      "git does not know who you are here",
      "Say who: freehold find --as you@example.com, --as @login or --as 'Your Name'.",
    );
  const persons = personsCalled(snapshot.people, asked);
  if (persons.length > 0) return persons;
  const known = snapshot.people.filter(({ bot }) => !bot);
  const near = closest(
    asked,
    known.flatMap(({ name, emails, logins }) => [name, ...emails, ...logins.map((login) => `@${login}`)]),
  );
  throw new Failure(
    "find/unknown-person",
    `no commit of \`${asked}\` is in what was read`,
    near === undefined ? "Name an address, a login or a name of its history with --as." : `Did you mean \`${near}\`?`,
  );
}

/** Somebody may be known by several identities that nothing but the question ties together. */
function asOne(persons: readonly Person[], last: number | undefined): Find["person"] {
  return {
    name: persons[0]?.name ?? "",
    emails: [...new Set(persons.flatMap(({ emails }) => emails))],
    logins: [...new Set(persons.flatMap(({ logins }) => logins))],
    ...(last === undefined ? {} : { lastCommit: isoTime(last) }),
  };
}

/** Merges change nothing of their own, so the last commit with changes counts. */
function lastOf(workings: readonly Working[], ids: ReadonlySet<string>): number | undefined {
  const times = workings.flatMap((working) =>
    commitsSince(working, ids, 0)
      .filter(({ mine }) => mine)
      .map(({ time }) => time),
  );
  return times.length === 0 ? undefined : times.reduce((last, time) => Math.max(last, time));
}

function foundWork(place: WorkAt, total: number, ids: ReadonlySet<string>, snapshot: Snapshot): FoundWork {
  const { product, commits } = place;
  const whole = product?.partOf === undefined ? undefined : snapshot.products.find(({ id }) => id === product.partOf);
  const ofMine = total === 0 ? 0 : place.mine / total;
  const ofAll = place.all === 0 ? 0 : place.mine / place.all;
  const owner = product?.ownership.owner;
  const confidence = product?.ownership.ranked.find(({ person }) => ids.has(person))?.confidence ?? 0;
  const owns = owner !== undefined && owner.value.kind === "person" && ids.has(owner.value.id);
  // A part where next to nothing was done lately is not worth a product of its own now.
  const busy = product?.hidden !== true || ofMine >= SOME_OF_MINE;
  const looksAfter = ofAll >= MOST_OF_ALL && ofMine >= SOME_OF_MINE;
  const probable = busy && (owns || confidence >= SURE || looksAfter);
  const verdict = owns && owner.provenance !== "inferred" ? "yours" : probable ? "probably-yours" : "contributed";
  const belongs =
    product === undefined
      ? "nothing"
      : product.hidden === true
        ? "hidden"
        : product.provenance === "inferred"
          ? "candidate"
          : "product";
  const facts = {
    belongs,
    ...(product === undefined ? {} : { slug: product.slug, kind: product.kind }),
    name: product?.name ?? place.folder,
    repository: place.repository,
    path: place.folder,
    ...(whole === undefined ? {} : { partOf: whole.slug }),
    ...(owner === undefined ? {} : { owner: owner.value.name }),
    verdict,
    confidence,
    commits: commits.length,
    ofMine: round(ofMine),
    ofAll: round(ofAll),
    last: isoTime(commits[0]?.time ?? 0),
    reason: `${percent(ofMine)} of the work in this period is here, and ${percent(ofAll)} of all that was done here`,
    evidence: commits.slice(0, EVIDENCE).map((commit): Evidence => ({
      rule: "find.commit",
      repository: commit.repository,
      commit: commit.id,
      detail: commit.subject,
    })),
  } as const;
  return { ...facts, ways: waysOn({ ...facts, owns }, product) };
}

function rank({ verdict, belongs }: FoundWork): number {
  const verdicts = ["yours", "probably-yours", "contributed"];
  const places = ["product", "candidate", "hidden", "nothing"];
  return verdicts.indexOf(verdict) * places.length + places.indexOf(belongs);
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function isoTime(seconds: number): string {
  return new Date(Math.max(0, seconds) * 1000).toISOString();
}
