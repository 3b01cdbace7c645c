/** What is counted of one product while the history is read. */
import type { HistoryFacts, Product } from "@freehold/model";
import { ChangeStatus } from "@freehold/repository";
import { YEAR } from "./year.ts";

interface ToldCommit {
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
  /** It changed more than what is there to be read. */
  readonly shipped: boolean;
  /** Absent for a machine. */
  readonly person: string | undefined;
  /** It says something of boundaries. */
  readonly boundaries: boolean;
}

const QUARTERS = 12;
/** From this confidence on somebody whom the history shows is an owner for counting who is not. */
const SURE = 0.5;
/** Below this nobody is called an owner at all. */
const SOMEWHAT = 0.2;
const MOST_TOGETHER = 10;

export class ProductTally {
  readonly #asOf: number;
  readonly #own: string;
  readonly #insiders: ReadonlySet<string>;
  readonly #people = new Set<string>();
  readonly #quarters = new Map<string, { commits: number; people: Set<string> }>();
  readonly #recentPeople = new Set<string>();
  readonly #outside = new Set<string>();
  readonly #together = new Map<number, number>();
  readonly #parties: number[] = [];
  #commits = 0;
  #first = Infinity;
  #last = -Infinity;
  #lastShipped = -Infinity;
  #counted = 0;
  #crossing = 0;
  #recent = 0;
  #recentCrossing = 0;
  #outsideCommits = 0;
  #most = { parties: 0, commit: "" };
  #added = 0;
  #deleted = 0;

  constructor(product: Product, asOf: number) {
    this.#asOf = asOf;
    this.#own = partyOf(product);
    this.#insiders = insidersOf(product);
  }

  grow(status: number | undefined): void {
    if (status === ChangeStatus.added) this.#added++;
    else if (status === ChangeStatus.deleted) this.#deleted++;
  }

  /** `others` are the products that the commit changed beyond this one, those around and in it left out. */
  add(
    { id, time, shipped, person, boundaries }: ToldCommit,
    others: readonly number[],
    products: readonly Product[],
  ): void {
    this.#commits++;
    this.#first = Math.min(this.#first, time);
    this.#last = Math.max(this.#last, time);
    if (shipped) this.#lastShipped = Math.max(this.#lastShipped, time);
    this.#addToQuarter(time, person);
    const recent = time > this.#asOf - YEAR;
    if (recent) this.#addRecent(person);
    if (person !== undefined) this.#people.add(person);
    if (!boundaries) return;
    this.#counted++;
    if (others.length > 0) this.#crossing++;
    if (!recent) return;
    if (others.length > 0) this.#recentCrossing++;
    const parties = others.length === 0 ? 1 : this.#partiesOf(others, person, products);
    this.#parties.push(parties);
    if (parties > this.#most.parties) this.#most = { parties, commit: id };
    for (const other of others) this.#together.set(other, (this.#together.get(other) ?? 0) + 1);
  }

  #partiesOf(others: readonly number[], person: string | undefined, products: readonly Product[]): number {
    const asked = others.filter((other) => person === undefined || !knows(products[other], person));
    return new Set([this.#own, ...asked.map((other) => partyOf(products[other]))]).size;
  }

  facts(products: readonly Product[]): HistoryFacts | undefined {
    if (this.#commits === 0) return undefined;
    const recent = this.#recentFacts(products);
    return {
      commits: this.#commits,
      people: this.#people.size,
      firstCommit: isoOf(this.#first),
      lastCommit: isoOf(this.#last),
      ...(this.#lastShipped === -Infinity ? {} : { lastShipped: isoOf(this.#lastShipped) }),
      quarters: lastQuarters(this.#asOf).flatMap((quarter) => {
        const found = this.#quarters.get(quarter);
        return found === undefined ? [] : [{ quarter, commits: found.commits, people: found.people.size }];
      }),
      ...(recent === undefined ? {} : { recent }),
      ...(this.#counted === 0 ? {} : { crossing: rounded(this.#crossing / this.#counted) }),
      growth: { added: this.#added, deleted: this.#deleted },
    };
  }

  #addToQuarter(time: number, person: string | undefined): void {
    if (time <= this.#asOf - (QUARTERS / 4) * YEAR - YEAR / 4) return;
    const name = quarterOf(time);
    const quarter = this.#quarters.get(name) ?? { commits: 0, people: new Set<string>() };
    this.#quarters.set(name, quarter);
    quarter.commits++;
    if (person !== undefined) quarter.people.add(person);
  }

  #addRecent(person: string | undefined): void {
    this.#recent++;
    if (person === undefined) return;
    this.#recentPeople.add(person);
    if (this.#insiders.has(person)) return;
    this.#outside.add(person);
    this.#outsideCommits++;
  }

  #recentFacts(products: readonly Product[]): HistoryFacts["recent"] {
    if (this.#recent === 0) return undefined;
    const parties = this.#parties.sort((a, b) => a - b);
    const together = [...this.#together].sort((a, b) => b[1] - a[1]).slice(0, MOST_TOGETHER);
    return {
      commits: this.#recent,
      counted: parties.length,
      people: this.#recentPeople.size,
      crossing: this.#recentCrossing,
      parties: { median: quantile(parties, 0.5), p90: quantile(parties, 0.9), most: parties.at(-1) ?? 0 },
      outside: { commits: this.#outsideCommits, people: this.#outside.size },
      together: together.map(([index, commits]) => ({ product: products[index]?.id ?? "", commits })),
      ...(this.#most.parties > 1 ? { example: this.#most.commit } : {}),
    };
  }
}

/** Who is asked about a product: the owner that a file names; else whoever has a say in its repository, as one. */
function partyOf(product: Product | undefined): string {
  // Authors in a manifest once wrote it; they are not who is asked.
  const owner = product?.ownership.declared.find(({ evidence }) => evidence[0]?.rule !== "declared.manifest");
  return owner?.value.id ?? `repository:${product?.repositories[0] ?? ""}`;
}

/** Whoever works on it need not ask anybody else about it. */
function knows(product: Product | undefined, person: string): boolean {
  const { declared, ranked } = product?.ownership ?? { declared: [], ranked: [] };
  return (
    declared.some(({ value }) => value.id === person) ||
    ranked.some((one) => one.person === person && one.confidence >= SOMEWHAT)
  );
}

function insidersOf({ ownership }: Product): ReadonlySet<string> {
  const { declared, owner, founder, steward, ranked } = ownership;
  const claims = [...declared, owner, founder, steward].filter((claim) => claim !== undefined);
  return new Set([
    ...claims.filter(({ value }) => value.kind === "person").map(({ value }) => value.id),
    ...ranked.filter(({ confidence }) => confidence >= SURE).map(({ person }) => person),
  ]);
}

/** Of an ascending list; 0 of an empty one. */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function quarterOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

/** Names of the last quarters, oldest first. */
function lastQuarters(asOf: number): string[] {
  const date = new Date(asOf * 1000);
  const now = date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
  return Array.from({ length: QUARTERS }, (_, index) => {
    const quarter = now - QUARTERS + 1 + index;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}
