/** The use case `affected`: which products a change can reach, and how surely. */
import {
  AFFECTED_FORMAT,
  AFFECTED_VERSION,
  type Affected,
  type AffectedProduct,
  type AffectedUnit,
  type Product,
  type Tier,
  type Unit,
} from "@freehold/model";
import { affectedUnits, type ChangedUnit, openPortfolio, type UnitTier } from "@freehold/portfolio";
import { type Cache, noCache, openCache, type Repository } from "@freehold/repository";
import { compareUnit } from "../diff/compare-unit.ts";
import { findRevisions, openOne, type RevisionOptions, type Revisions } from "../diff/revisions.ts";
import { readSides, type TwoSides } from "../diff/two-sides.ts";
import type { CompareAnswer } from "../interfaces/job.ts";
import { type InterfaceThread, openInterfaceThread } from "../interfaces/thread.ts";
import type { ScanOptions } from "../scan/options.ts";
import { changedUnits } from "./changed-units.ts";
import { openContracts } from "./contracts.ts";

export interface AffectedOptions extends RevisionOptions, Pick<ScanOptions, "cache" | "onProgress"> {
  /** The last tier to include; default: contract. */
  readonly upTo?: Tier;
}

const TIERS: readonly Tier[] = ["changed", "contract", "exercise", "unreached"];

/**
 * The tier of every product for the change between two revisions.
 * Throws a `Failure` when there is no such repository or revision; never answers "everything" instead.
 */
export async function affected(path: string, options: AffectedOptions): Promise<Affected> {
  const { repository, problems } = await openOne(path);
  const cache = options.cache ? openCache() : noCache;
  const thread = openInterfaceThread({ cache: options.cache });
  try {
    const revisions = await findRevisions(repository, options);
    const { answer } = await affectedBetween(repository, revisions, options, cache, thread);
    return { ...answer, problems: [...problems, ...answer.problems] };
  } finally {
    thread.close();
    await repository.close();
  }
}

/** The same for revisions that are known, on a repository that is open; `earlier` as in `readSides`. */
export async function affectedBetween(
  repository: Repository,
  revisions: Revisions,
  options: AffectedOptions,
  cache: Cache,
  thread: InterfaceThread,
  earlier?: TwoSides,
): Promise<{ readonly answer: Affected; readonly sides: TwoSides }> {
  const scanned = { history: false, worktree: false, ...options };
  const sides = await readSides(repository, revisions, scanned, cache, thread, earlier);
  const portfolio = openPortfolio(sides);
  const units = new Map(sides.units.map((unit) => [unit.id, unit]));
  const changed = await changedUnits(sides);
  const compared = await compareChanged(sides, changed.units, thread);
  const contracts = openContracts(units, portfolio, compared, changed.resolved);
  const tiers = affectedUnits(portfolio, {
    changed: [...changed.units, ...consumersOfRemoved(sides)],
    contractHits: (unit, whole) => contracts.hits(unit, whole),
  });
  const upTo = options.upTo ?? "contract";
  const answer: Affected = {
    format: AFFECTED_FORMAT,
    version: AFFECTED_VERSION,
    repository: repository.info.id,
    base: { revision: revisions.base, asked: revisions.baseAsked },
    head: { ...(revisions.head === undefined ? {} : { revision: revisions.head }), asked: revisions.headAsked },
    upTo,
    files: sides.files.length,
    products: sides.products.map((product) => productTier(product, units, tiers, sides, upTo)).sort(byTier),
    problems: [],
  };
  return { answer, sides };
}

/** Units without a change that others could see need no comparison. */
async function compareChanged(sides: TwoSides, changed: readonly ChangedUnit[], thread: InterfaceThread) {
  const outward = new Set(changed.filter(({ inside }) => !inside).map(({ unit }) => unit));
  const pairs = new Map(
    sides.pairs.flatMap((pair) => (pair.after === undefined ? [] : [[pair.after.id, pair] as const])),
  );
  const compared = new Map<string, CompareAnswer | undefined>();
  for (const unit of outward) {
    const pair = pairs.get(unit);
    // Not one file of it changed: what it resolves to did, and its own declarations did not.
    if (pair === undefined) continue;
    compared.set(unit, await compareUnit(sides, pair, thread));
  }
  return compared;
}

/** Whoever still asks for what is gone is changed by that, though no file of it is. */
function consumersOfRemoved({ pairs, units }: TwoSides): ChangedUnit[] {
  const provided = new Set(units.flatMap((unit) => unit.provides.map(({ id }) => id)));
  const gone = new Set(
    pairs
      .filter(({ after }) => after === undefined)
      .flatMap(({ before }) => before?.provides.map(({ id }) => id) ?? [])
      .filter((id) => !provided.has(id)),
  );
  if (gone.size === 0) return [];
  return units.flatMap(({ id, consumes }) => {
    const used = consumes.find((consume) => gone.has(consume.id));
    return used === undefined ? [] : [{ unit: id, reason: `uses ${used.id}, which is gone`, inside: false }];
  });
}

function productTier(
  product: Product,
  units: ReadonlyMap<string, Unit>,
  tiers: ReadonlyMap<string, UnitTier>,
  sides: TwoSides,
  upTo: Tier,
): AffectedProduct {
  const own = product.units.flatMap((id) => {
    const unit = units.get(id);
    return unit === undefined ? [] : [affectedUnit(unit, tiers.get(id))];
  });
  const first = own.toSorted((a, b) => rank(a.tier) - rank(b.tier))[0];
  const found = first === undefined || first.tier === "unreached" ? ownFiles(product, sides) : undefined;
  const tier = found === undefined ? (first?.tier ?? "unreached") : "changed";
  const via = first?.via === undefined ? "" : ` (through ${units.get(first.via)?.name ?? first.via})`;
  return {
    product: { id: product.id, slug: product.slug, name: product.name },
    tier,
    included: rank(tier) <= rank(upTo),
    reason: found ?? (first === undefined ? UNREACHED : `${first.reason}${first.tier === "exercise" ? via : ""}`),
    units: own,
  };
}

const UNREACHED = "nothing that changed leads to it";

function affectedUnit({ id, name, path }: Unit, found: UnitTier | undefined): AffectedUnit {
  return { unit: id, name, path, ...(found ?? { tier: "unreached", reason: UNREACHED }) };
}

/** A product without units of its own (folders in a larger unit) changes with its files. */
function ownFiles({ units, paths, repositories }: Product, { files }: TwoSides): string | undefined {
  if (units.length > 0) return undefined;
  const folders = paths.map((path) => path.slice((repositories[0] ?? "").length + 1));
  const found = files.find(({ path }) => folders.some((folder) => folder === "" || path.startsWith(`${folder}/`)));
  return found === undefined ? undefined : `${found.path} ${found.effect}`;
}

function rank(tier: Tier): number {
  return TIERS.indexOf(tier);
}

function byTier(a: AffectedProduct, b: AffectedProduct): number {
  return rank(a.tier) - rank(b.tier) || (a.product.slug < b.product.slug ? -1 : 1);
}
