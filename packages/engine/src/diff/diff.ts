/** The use case `diff`: what changed in the interfaces between two revisions, whom it hits, which version it needs. */
import {
  DIFF_FORMAT,
  DIFF_VERSION,
  type Diff,
  type InterfaceChange,
  type Problem,
  type Product,
  type ProductDiff,
  type UnitDiff,
} from "@freehold/model";
import { openPortfolio, type Portfolio } from "@freehold/portfolio";
import { noCache, openCache } from "@freehold/repository";
import { NOTHING_WANTED } from "../interfaces/desk.ts";
import type { CompareAnswer } from "../interfaces/job.ts";
import { openInterfaceThread } from "../interfaces/thread.ts";
import { ignoreProgress } from "../progress.ts";
import type { ScanOptions } from "../scan/options.ts";
import { validCharters } from "../scan/product-facts.ts";
import { compareUnit } from "./compare-unit.ts";
import { consumersOf, productsByUnit } from "./hits.ts";
import { openMoves } from "./moved.ts";
import { findRevisions, openOne, type RevisionOptions } from "./revisions.ts";
import { readSides, type TwoSides, type UnitPair } from "./two-sides.ts";
import { judgeVersion } from "./version.ts";
import { openWaivers, type Waivers } from "./waivers.ts";

export interface DiffOptions extends RevisionOptions, Pick<ScanOptions, "cache" | "onProgress"> {
  /** ISO date that waivers are compared with; default: today. */
  readonly today?: string;
}

/**
 * Compares the interfaces of one repository at two revisions.
 * Throws a `Failure` when there is no such repository or revision.
 */
export async function diff(path: string, options: DiffOptions): Promise<Diff> {
  const { repository, problems } = await openOne(path);
  const cache = options.cache ? openCache() : noCache;
  const thread = openInterfaceThread({ cache: options.cache });
  try {
    const revisions = await findRevisions(repository, options);
    const scanned: ScanOptions = { history: false, worktree: false, ...options };
    const sides = await readSides(repository, revisions, scanned, cache, thread);
    const found = await compareAll(sides, options, async (pair) => await compareUnit(sides, pair, thread));
    return {
      format: DIFF_FORMAT,
      version: DIFF_VERSION,
      repository: repository.info.id,
      base: { revision: revisions.base, asked: revisions.baseAsked },
      head: { ...(revisions.head === undefined ? {} : { revision: revisions.head }), asked: revisions.headAsked },
      products: found.products,
      unchanged: found.unchanged,
      problems: [...problems, ...found.problems],
    };
  } finally {
    thread.close();
    await repository.close();
  }
}

type Compare = (pair: UnitPair) => Promise<CompareAnswer | undefined>;

async function compareAll(sides: TwoSides, options: DiffOptions, compare: Compare) {
  const { pairs } = sides;
  const portfolio = openPortfolio(sides);
  const products = productsByUnit(sides.products);
  const waivers = waiversOf(sides, options.today ?? new Date().toISOString().slice(0, 10));
  const progress = options.onProgress ?? ignoreProgress;
  const found: { readonly product: Product; readonly unit: UnitDiff }[] = [];
  const problems: Problem[] = [];
  const moves = openMoves();
  let unchanged = 0;
  for (const [index, pair] of pairs.entries()) {
    progress({
      repository: sides.after.repository.info.name,
      stage: "interfaces",
      done: index,
      total: pairs.length,
    });
    const unit = pair.after ?? pair.before;
    if (unit === undefined) continue;
    const product = products.get(unit.id) ?? formerProduct(pair);
    const answer = (await compare(pair)) ?? NO_ANSWER;
    problems.push(...answer.problems.map((problem) => ({ ...problem, subject: unit.id })));
    moves.note(unit.name, answer.kinds);
    const own = unitDiff(sides, pair, answer, portfolio, waivers.get(product.id));
    if (isNews(own)) found.push({ product, unit: own });
    else unchanged++;
  }
  const byProduct = new Map<Product, UnitDiff[]>();
  for (const { product, unit } of found) byProduct.set(product, [...(byProduct.get(product) ?? []), moves.tell(unit)]);
  const list = [...byProduct].map(([product, units]) => productDiff(product, units));
  const expired = [...waivers.values()].flatMap((one) => one.problems);
  return { products: list.sort(byWeight), unchanged, problems: [...problems, ...expired] };
}

/** No answer is a change that nobody could judge. */
const NO_ANSWER: CompareAnswer = {
  kinds: [
    {
      kind: "unknown",
      before: [],
      after: [],
      changes: [
        {
          rule: "interfaces/no-answer",
          class: "unknown",
          effect: "changed",
          element: "",
          message: "its interfaces could not be compared: it took too long, or ended the parser",
        },
      ],
    },
  ],
  problems: [],
  wanted: { before: NOTHING_WANTED, after: NOTHING_WANTED },
};

/** Whoever owned a unit that is gone can't be told from the head; it stands for itself. */
export function formerProduct({ before }: UnitPair): Product {
  const { id = "", name = "", repository = "", path = "" } = before ?? {};
  return {
    id,
    slug: name,
    aliases: [],
    name,
    kind: "component",
    provenance: "inferred",
    confidence: 0,
    repositories: [repository],
    units: [id],
    paths: [`${repository}:${path}`],
    reasons: [{ rule: "diff.removed-unit" }],
    ownership: { declared: [], ranked: [], findings: [] },
  };
}

function unitDiff(
  sides: TwoSides,
  { before, after }: UnitPair,
  answer: CompareAnswer,
  portfolio: Portfolio,
  waivers: Waivers | undefined,
): UnitDiff {
  const unit = after ?? before;
  const id = unit?.id ?? "";
  const consumers = consumersOf(id, answer, sides, portfolio);
  const changes = answer.kinds.flatMap(({ changes: found }) =>
    found.map(({ old, new: young, witness, aspects, ...change }): InterfaceChange => {
      const waived = change.class === "compatible" ? undefined : waivers?.waiverOf(change);
      return {
        ...change,
        ...(old === undefined ? {} : { before: old }),
        ...(young === undefined ? {} : { after: young }),
        ...(aspects === undefined ? {} : { aspects: [...aspects] }),
        ...(witness === undefined ? {} : { witness: structuredClone(witness) as never }),
        hits: change.effect === "added" && change.class === "compatible" ? [] : consumers.hitsOf(change.element),
        ...(waived === undefined ? {} : { waived }),
      };
    }),
  );
  return {
    unit: id,
    name: unit?.name ?? id,
    path: unit?.path ?? "",
    ...(unit?.published === undefined ? {} : { published: unit.published }),
    kinds: answer.kinds.map(({ kind }) => kind),
    changes: changes.sort(byClass),
    version: judgeVersion(changes, {
      before: before?.version,
      after: after?.version,
      touched: before !== undefined && after !== undefined,
    }),
  };
}

function isNews({ changes, version }: UnitDiff): boolean {
  return changes.length > 0 || version.verdict === "too-small";
}

export function productDiff(product: Product, units: readonly UnitDiff[]): ProductDiff {
  const changes = units.flatMap((unit) => unit.changes);
  const count = (test: (change: InterfaceChange) => boolean) => changes.filter(test).length;
  return {
    product: { id: product.id, slug: product.slug, name: product.name },
    units: [...units],
    added: count(({ effect }) => effect === "added"),
    changed: count(({ effect }) => effect === "changed"),
    removed: count(({ effect }) => effect === "removed"),
    breaking: count((change) => change.class === "breaking" && change.waived === undefined),
    unknown: count((change) => change.class === "unknown" && change.waived === undefined),
    waived: count(({ waived }) => waived !== undefined),
  };
}

const CLASSES: readonly InterfaceChange["class"][] = ["breaking", "unknown", "compatible"];

export function byClass(a: InterfaceChange, b: InterfaceChange): number {
  return CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) || (a.element < b.element ? -1 : 1);
}

export function byWeight(a: ProductDiff, b: ProductDiff): number {
  return b.breaking - a.breaking || b.unknown - a.unknown || (a.product.slug < b.product.slug ? -1 : 1);
}

function waiversOf({ after, products }: TwoSides, today: string): ReadonlyMap<string, Waivers> {
  const charters = validCharters(after);
  return new Map(
    products.map((product) => {
      const found = charters.find(({ path }) => path === product.charter);
      return [product.id, openWaivers(found?.charter, found?.path ?? "", today)];
    }),
  );
}
