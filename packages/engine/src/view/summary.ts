/** The portfolio in figures; each is the length of a list that the pages can show. */
import type { Comparison, ComparisonSummary, ProductKind, ProductRow, Snapshot, Summary } from "@freehold/model";

/** Hidden candidates are offered, never counted. */
export function summaryOf(snapshot: Snapshot, all: readonly ProductRow[], comparison?: Comparison): Summary {
  const rows = all.filter(({ hidden }) => hidden !== true);
  const kinds: Record<ProductKind, number> = { product: 0, component: 0, process: 0 };
  for (const { kind } of rows) kinds[kind]++;
  return {
    generator: snapshot.generator,
    createdAt: snapshot.createdAt,
    repositories: snapshot.repositories,
    products: rows.length,
    kinds,
    hidden: all.length - rows.length,
    declared: count(rows, ({ provenance }) => provenance === "declared" || provenance === "confirmed"),
    units: snapshot.units.length,
    people: count(snapshot.people, ({ bot }) => !bot),
    unowned: count(rows, (row) => row.owner === undefined),
    ownerLeft: count(rows, ({ ownerFindings }) => ownerFindings.includes("owner-left")),
    disagreements: count(rows, ({ ownerFindings }) => ownerFindings.includes("declared-disagrees")),
    violations: snapshot.violations.length,
    problems: snapshot.problems.length,
    ...(comparison === undefined ? {} : { comparison: comparisonSummary(comparison) }),
  };
}

function comparisonSummary({ base, head, products }: Comparison): ComparisonSummary {
  return {
    base: base.label,
    head: head.label,
    products: products.length,
    breaking: products.reduce((sum, { breaking }) => sum + breaking, 0),
    unknown: products.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

function count<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + Number(holds(item)), 0);
}
