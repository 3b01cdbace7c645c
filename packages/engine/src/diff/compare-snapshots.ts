/** Two snapshots compared, without their sources: which elements came, went and changed, and whom that hits. */
import type {
  Comparison,
  ComparisonSide,
  Interface,
  InterfaceChange,
  Problem,
  Product,
  Snapshot,
  Unit,
  UnitDiff,
} from "@freehold/model";
import { openPortfolio, type Portfolio } from "@freehold/portfolio";
import type { KindChanges } from "../interfaces/job.ts";
import { promises } from "../interfaces/read-interfaces.ts";
import { compareShapes, type NamedInterface } from "./compare-shapes.ts";
import { byClass, byWeight, formerProduct, productDiff } from "./diff.ts";
import { consumersOf, productsByUnit } from "./hits.ts";
import { pairUnits, type UnitPair } from "./two-sides.ts";
import { judgeVersion } from "./version.ts";

/** A snapshot with the name that people know it by. */
export interface LabelledSnapshot {
  readonly label: string;
  readonly snapshot: Snapshot;
}

/** By shapes: see `compare-shapes.ts` for what that can tell. Linear in units, elements and uses. */
export function compareSnapshots(base: LabelledSnapshot, head: LabelledSnapshot): Comparison {
  const portfolio = openPortfolio(head.snapshot);
  const products = productsByUnit(head.snapshot.products);
  const byProduct = new Map<Product, UnitDiff[]>();
  const unread: string[] = [];
  let unchanged = 0;
  for (const pair of pairsOf(base.snapshot, head.snapshot)) {
    const unit = pair.after ?? pair.before;
    if (unit === undefined) continue;
    if (isUnread(pair)) {
      unread.push(unit.name);
      continue;
    }
    const own = unitDiff(pair, unit, head.snapshot, portfolio);
    if (own.changes.length === 0 && own.version.verdict !== "too-small") {
      unchanged++;
      continue;
    }
    const product = products.get(unit.id) ?? formerProduct(pair);
    byProduct.set(product, [...(byProduct.get(product) ?? []), own]);
  }
  return {
    base: sideOf(base),
    head: sideOf(head),
    judged: "shapes",
    products: [...byProduct].map(([product, units]) => productDiff(product, units)).sort(byWeight),
    unchanged,
    problems: unread.length === 0 ? [] : [notRead(unread)],
  };
}

/** Units of one repository are compared with each other: two repositories may hold the same folders. */
function pairsOf(base: Snapshot, head: Snapshot): UnitPair[] {
  const old = Map.groupBy(base.units, ({ repository }) => repository);
  const young = Map.groupBy(head.units, ({ repository }) => repository);
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((repository) =>
    pairUnits(old.get(repository) ?? [], young.get(repository) ?? []),
  );
}

/** Where one side was not read, nothing can be said; that is not the same as nothing having changed. */
function isUnread({ before, after }: UnitPair): boolean {
  return [before, after].some((unit) => unit !== undefined && unit.interfaces === undefined && promises(unit));
}

function notRead(units: readonly string[]): Problem {
  const [first] = units;
  const others = units.length === 1 ? "" : ` and ${units.length - 1} more`;
  return {
    code: "comparison/interfaces-not-read",
    severity: "warning",
    message: `the interfaces of ${first}${others} are in only one of the snapshots, or in neither`,
    hint: "Scan both revisions again without --no-interfaces.",
  };
}

function unitDiff({ before, after }: UnitPair, unit: Unit, snapshot: Snapshot, portfolio: Portfolio): UnitDiff {
  const kinds = kindChanges(before, after);
  const consumers = consumersOf(unit.id, { kinds }, snapshot, portfolio);
  const changes = kinds.flatMap(({ changes: found }) =>
    found.map(({ rule, class: judged, effect, element, message, old, new: young }): InterfaceChange => ({
      rule,
      class: judged,
      effect,
      element,
      message,
      ...(old === undefined ? {} : { before: old }),
      ...(young === undefined ? {} : { after: young }),
      hits: effect === "added" ? [] : consumers.hitsOf(element),
    })),
  );
  const versions = { before: before?.version, after: after?.version, touched: false };
  return {
    unit: unit.id,
    name: unit.name,
    path: unit.path,
    kinds: kinds.map(({ kind }) => kind),
    changes: changes.sort(byClass),
    version: judgeVersion(changes, versions),
  };
}

function kindChanges(before: Unit | undefined, after: Unit | undefined): KindChanges[] {
  const old = interfacesByKind(before);
  const young = interfacesByKind(after);
  return [...new Set([...old.keys(), ...young.keys()])].map((kind) => ({
    kind,
    changes: compareShapes(old.get(kind), young.get(kind)),
    before: old.get(kind)?.elements ?? [],
    after: young.get(kind)?.elements ?? [],
  }));
}

function interfacesByKind(unit: Unit | undefined): ReadonlyMap<string, NamedInterface> {
  return new Map((unit?.interfaces ?? []).map((one: Interface) => [one.kind, { ...one, unit: unit?.name ?? "" }]));
}

function sideOf({ label, snapshot }: LabelledSnapshot): ComparisonSide {
  const [only, ...others] = snapshot.repositories;
  return {
    label,
    createdAt: snapshot.createdAt,
    ...(only?.revision === undefined || others.length > 0 ? {} : { revision: only.revision }),
  };
}
