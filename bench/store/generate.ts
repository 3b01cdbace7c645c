/**
 * A portfolio of any size from a seed, as the bytes of one snapshot: repositories of unequal size, products
 * with owners and evidence, and dependencies by preferential attachment, so that in-degrees follow a power
 * law: a few products that nearly everything relies on, many that nothing does.
 */
import type { Product, Snapshot, Unit } from "@freehold/model";

export interface PortfolioShape {
  readonly products: number;
  /** Another seed, other dependencies. */
  readonly seed: number;
  /** Raised to make a snapshot in which exactly one unit differs. */
  readonly edition?: number;
  /** The product that the unit that differs relies on too. */
  readonly dependency?: number;
  /** Only these repositories, for snapshots of a part. */
  readonly repositories?: { readonly from: number; readonly to: number };
}

const PRODUCTS_PER_REPOSITORY = 5;
const KINDS = ["product", "component", "component", "product", "process"] as const;
const STAGES = ["idea", "alpha", "beta", "stable", "mature", "obsolete", "", ""] as const;
const WORDS = (
  "account address alert audit billing booking cache calendar cart catalog charge chat claim client cluster config " +
  "contact content coupon credit customer data delivery device digest event export feature feed file filter form " +
  "gateway geo graph guard image import index invoice job journal key ledger limit list loan login mail map market " +
  "media menu merge message metric monitor notify offer order page parcel parser partner payment person policy portal " +
  "price print process profile promo queue quota rate record refund region render report route rule scan schedule " +
  "search session share shipping signal stock storage stream sync table tag task template ticket token tracker trade " +
  "upload user vault vendor video view voucher wallet webhook widget worker zone"
).split(" ");
const ROLES = ["api", "service", "client", "worker", "ui", "core", "sdk", "schema", "tools", "gateway"];

function repositoryCount({ products }: PortfolioShape): number {
  return Math.ceil(products / PRODUCTS_PER_REPOSITORY);
}

/** The snapshot in pieces of about 64 KiB; nothing of it is kept. */
export async function* portfolioBytes(shape: PortfolioShape): AsyncGenerator<Uint8Array> {
  let text = "";
  for (const piece of portfolioText(shape)) {
    text += piece;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

function* portfolioText(shape: PortfolioShape): Generator<string> {
  const { from, to } = shape.repositories ?? { from: 0, to: repositoryCount(shape) };
  const numbers = Array.from({ length: to - from }, (_, place) => from + place);
  const head: Pick<Snapshot, "format" | "version" | "generator" | "createdAt"> = {
    format: "freehold.snapshot",
    version: 1,
    generator: { name: "bench", version: String(shape.edition ?? 0) },
    createdAt: "2026-01-31T12:00:00.000Z",
  };
  yield JSON.stringify(head).slice(0, -1);
  const products = numbers.flatMap((repository) => productsOf(shape, repository));
  yield* list("repositories", numbers, (number) => repository(number));
  yield* list("units", products, (product) => unit(shape, product));
  yield* list(
    "people",
    products.filter((product) => product % 10 === 0),
    (product) => person(product / 10),
  );
  yield* list("products", products, (number) => product(number));
  yield ',"violations":[],"problems":[]}';
}

/** Every element of the snapshot, one text each. */
export function* portfolioElements(shape: PortfolioShape): Generator<string> {
  const numbers = Array.from({ length: repositoryCount(shape) }, (_, place) => place);
  for (const number of numbers) yield JSON.stringify(repository(number));
  for (const number of numbers.flatMap((place) => productsOf(shape, place))) {
    yield JSON.stringify(unit(shape, number));
    if (number % 10 === 0) yield JSON.stringify(person(number / 10));
    yield JSON.stringify(product(number));
  }
}

function* list<T>(name: string, items: readonly T[], make: (item: T) => unknown): Generator<string> {
  yield `,"${name}":[`;
  for (const [place, item] of items.entries()) yield (place === 0 ? "" : ",") + JSON.stringify(make(item));
  yield "]";
}

function productsOf({ products }: PortfolioShape, repository: number): number[] {
  const first = repository * PRODUCTS_PER_REPOSITORY;
  const count = Math.min(PRODUCTS_PER_REPOSITORY, products - first);
  return Array.from({ length: count }, (_, place) => first + place);
}

export function productName(number: number): string {
  const draw = random(number, 7);
  return `${pick(WORDS, draw())}-${pick(WORDS, draw())}-${pick(ROLES, draw())}-${number}`;
}

function repositoryName(number: number): string {
  return `git.acme.example/${pick(WORDS, random(number, 3)())}/repository-${number}`;
}

/** The number of the repository that a product is in. */
export function repositoryOf(product: number): number {
  return Math.floor(product / PRODUCTS_PER_REPOSITORY);
}

function unitId(product: number): string {
  return `${repositoryName(repositoryOf(product))}#npm:@acme/${productName(product)}`;
}

function repository(number: number): Snapshot["repositories"][number] {
  const id = repositoryName(number);
  return {
    id,
    name: id.split("/").at(-1) ?? id,
    url: `https://${id}.git`,
    revision: number.toString(16).padStart(40, "0"),
    branch: "main",
    committedAt: "2026-01-30T12:00:00.000Z",
    worktree: false,
    files: 400,
    bytes: 2_000_000,
    commits: 900,
    shallow: false,
    missingObjects: 0,
  };
}

function unit(shape: PortfolioShape, number: number): Unit {
  const name = productName(number);
  const path = `packages/${name}`;
  const edited = shape.edition !== undefined && shape.edition > 0 && number === shape.products >> 1;
  return {
    id: unitId(number),
    repository: repositoryName(repositoryOf(number)),
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name: `@acme/${name}`,
    path,
    manifest: `${path}/package.json`,
    version: edited ? `2.0.${shape.edition}` : "1.4.2",
    description: `The ${name.replaceAll("-", " ")} of Acme`,
    published: true,
    files: 30 + (number % 50),
    bytes: 80_000,
    languages: { TypeScript: 70_000, CSS: 10_000 },
    provides: [
      {
        id: `pkg:npm/%40acme/${name}`,
        version: "1.4.2",
        evidence: [{ rule: "npm.name", path: `${path}/package.json`, line: 2 }],
      },
    ],
    consumes: consumes(shape, number, path, edited && shape.dependency !== undefined ? [shape.dependency] : []),
    evidence: [{ rule: "npm.workspaces", path: "package.json", line: 8 }],
  };
}

/** Four inside on average, six from outside; the further back a product is, the more rely on it. */
function consumes(
  { products, seed }: PortfolioShape,
  number: number,
  path: string,
  more: readonly number[],
): Unit["consumes"] {
  const draw = random(number, 11 + seed);
  const inside = new Set<number>();
  const wanted = Math.min(number, Math.floor(-4 * Math.log(1 - draw())));
  while (inside.size < Math.min(wanted, 40) && inside.size < number) inside.add(Math.floor(number * draw() ** 3));
  const outside = new Set<number>();
  while (outside.size < 6) outside.add(Math.floor(5000 * draw() ** 4));
  const ids = [
    ...[...inside.union(new Set(more))].map((other) => `pkg:npm/%40acme/${productName(Math.min(other, products - 1))}`),
    ...[...outside].map((other) => `pkg:npm/${pick(WORDS, (other % 97) / 97)}-${other}`),
  ];
  return ids.map((id, place) => ({
    id,
    scope: place % 5 === 4 ? "development" : "runtime",
    range: "^1.2.0",
    declared: true,
    imported: place % 2 === 0,
    uses: 1 + (place % 7),
    evidence: [{ rule: "npm.dependency", path: `${path}/package.json`, line: 10 + place }],
  }));
}

function person(number: number): Snapshot["people"][number] {
  return {
    id: `person-${number}@acme.example`,
    name: `Person ${number}`,
    emails: [`person-${number}@acme.example`],
    logins: [`person-${number}`],
    bot: false,
    commits: 100,
    firstCommit: "2020-01-30T12:00:00.000Z",
    lastCommit: "2026-01-30T12:00:00.000Z",
    evidence: [{ rule: "identity.same-address", detail: `person-${number}@acme.example` }],
  };
}

function product(number: number): Product {
  const name = productName(number);
  const draw = random(number, 13);
  const repository = repositoryName(repositoryOf(number));
  const path = `packages/${name}`;
  const stage = pick(STAGES, draw());
  const who = Math.floor((number / 10) * draw());
  const value = { kind: "person" as const, id: `person-${who}@acme.example`, name: `Person ${who}` };
  const owner = {
    value,
    provenance: "inferred" as const,
    confidence: 0.7,
    evidence: [
      { rule: "owners.created", commit: number.toString(16).padStart(40, "0"), detail: "created 38 of 41 files" },
      {
        rule: "owners.commits",
        commit: number.toString(16).padStart(40, "1"),
        detail: "52 of 70 commits; 2368 lines added",
      },
    ],
  };
  const declared = draw() < 0.2;
  return {
    id: `prd_${number.toString(36).padStart(16, "0")}`,
    slug: name,
    aliases: [`@acme/${name}`, `pkg:npm/%40acme/${name}`],
    name,
    kind: pick(KINDS, draw()),
    provenance: declared ? "declared" : "inferred",
    confidence: declared ? 1 : 0.8,
    mission: {
      value: `Lets every team ${pick(WORDS, draw())} and ${pick(WORDS, draw())} without asking the ${pick(WORDS, draw())} people`,
      provenance: "inferred",
      confidence: 0.6,
      evidence: [
        { rule: "products.mission-manifest", repository, path: `${path}/package.json`, detail: "description" },
      ],
    },
    ...(stage === "" ? {} : { stage: { value: stage, provenance: "declared", confidence: 1, evidence: [] } }),
    repositories: [repository],
    units: [unitId(number)],
    paths: [`${repository}:${path}`],
    reasons: [
      {
        rule: "products.published",
        repository,
        path: `${path}/package.json`,
        detail: `${name} is meant to be published`,
      },
    ],
    ownership:
      draw() < 0.1
        ? { declared: [], ranked: [], findings: ["unknown"] }
        : {
            declared: [],
            owner,
            founder: owner,
            ranked: [{ person: value.id, confidence: 0.7, evidence: owner.evidence }],
            regime: "staffed",
            findings: [],
          },
  };
}

function pick<T>(items: readonly T[], draw: number): T {
  const item = items[Math.floor(draw * items.length)];
  if (item === undefined) throw new RangeError(`nothing to pick at ${draw}`);
  return item;
}

/** Mulberry32, seeded by what it is about: every part can be made alone. */
function random(number: number, about: number): () => number {
  let state = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(about, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
