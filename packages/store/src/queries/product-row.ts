/** From rows of the database to products as lists show them. */
import type { AssessmentRow, ProductRef, ProductRow } from "@freehold/model";
import { sql } from "kysely";
import { FINDING_BITS } from "../ingest/product-facts.ts";
import type { AssessedColumns, ProductColumns } from "../schema/portfolio.ts";
import type { Scope } from "../scope.ts";

/** Indexes of lists hold only products that are in lists; the planner must see the number to use them. */
export const LISTED = sql.lit(1 as const);

export type AssessedProduct = Omit<AssessmentRow, "product" | "slug" | "name" | "kind">;

/** A row of a list, with what changes and conditional requests need. */
export interface StoredProduct extends ProductRow {
  readonly stage?: string;
  readonly charter?: string;
  /** In figures; absent: it was not assessed yet, or it is hidden. */
  readonly assessment?: AssessedProduct;
  /** Raised by every change of the product itself. */
  readonly version: number;
  /** The revision that last changed it. */
  readonly since: number;
  /** Why it is in no list any more. */
  readonly gone?: "retired" | "merged" | "dismissed";
}

export const ROW_COLUMNS = [
  "key",
  "id",
  "slug",
  "name",
  "kind",
  "provenance",
  "confidence",
  "hidden",
  "gone",
  "part_of",
  "stage",
  "mission",
  "owner_kind",
  "owner_id",
  "owner_name",
  "owner_provenance",
  "owner_confidence",
  "findings",
  "charter",
  "units",
  "provides",
  "dependencies",
  "dependents",
  "externals",
  "reach",
  "violations",
  "problems",
  "version",
  "since",
  "assessed",
] as const;

export type ListRow = Pick<ProductColumns & AssessedColumns, (typeof ROW_COLUMNS)[number]>;

/** Rows with the names of what they point at: two more queries however many rows. */
export async function presentRows(scope: Scope, rows: readonly ListRow[]): Promise<StoredProduct[]> {
  if (rows.length === 0) return [];
  const [repositories, parents] = [await repositoriesOf(scope, rows), await parentsOf(scope, rows)];
  return rows.map((row) => present(row, repositories.get(row.key) ?? [], parents.get(row.part_of ?? "")));
}

async function repositoriesOf({ db }: Scope, rows: readonly ListRow[]): Promise<Map<number, string[]>> {
  const found = await db
    .selectFrom("product_repository")
    .innerJoin("repository", "repository.key", "product_repository.repository")
    .select(["product_repository.product", "repository.id"])
    .where(
      "product_repository.product",
      "in",
      rows.map(({ key }) => key),
    )
    .execute();
  const names = new Map<number, string[]>();
  for (const { product, id } of found) {
    const before = names.get(product);
    if (before === undefined) names.set(product, [id]);
    else before.push(id);
  }
  for (const ids of names.values()) ids.sort();
  return names;
}

async function parentsOf({ db }: Scope, rows: readonly ListRow[]): Promise<Map<string, ProductRef>> {
  const ids = [...new Set(rows.flatMap(({ part_of }) => (part_of === null ? [] : [part_of])))];
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom("product").select(["id", "slug", "name", "kind"]).where("id", "in", ids).execute();
  return new Map(found.map((row) => [row.id, row as ProductRef]));
}

function present(row: ListRow, repositories: string[], parent: ProductRef | undefined): StoredProduct {
  const findings = Object.keys(FINDING_BITS).filter((name) => (row.findings & (FINDING_BITS[name] ?? 0)) !== 0);
  const owner =
    row.owner_id === null
      ? undefined
      : {
          kind: row.owner_kind,
          id: row.owner_id,
          name: row.owner_name ?? row.owner_id,
          confidence: row.owner_confidence ?? 0,
          provenance: row.owner_provenance,
        };
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    provenance: row.provenance,
    confidence: row.confidence,
    ...(row.hidden === 1 ? { hidden: true } : {}),
    ...(row.gone === null ? {} : { gone: row.gone }),
    ...(parent === undefined ? {} : { partOf: parent }),
    ...(row.mission === null ? {} : { mission: row.mission }),
    ...(row.stage === "" ? {} : { stage: row.stage }),
    ...(row.charter === null ? {} : { charter: row.charter }),
    repositories,
    ...(owner === undefined ? {} : { owner }),
    ownerFindings: findings,
    units: row.units,
    provides: row.provides,
    dependencies: row.dependencies,
    externals: row.externals,
    dependents: row.dependents,
    reach: row.reach,
    violations: row.violations,
    problems: row.problems,
    ...(row.assessed === null ? {} : { assessment: JSON.parse(row.assessed) as AssessedProduct }),
    version: row.version,
    since: row.since,
    // What the columns hold was validated when it came in; their types are plain strings.
  } as StoredProduct;
}
