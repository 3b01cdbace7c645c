/** How many products there are of each kind, stage and so on, of those that match a filter. */
import { sql } from "kysely";
import { FINDING_BITS } from "../ingest/product-facts.ts";
import type { Scope } from "../scope.ts";
import { cellsOf, isCubed } from "./count-products.ts";
import { matches, OWNERSHIP_FINDING, type ProductFilter } from "./product-filter.ts";
import { LISTED } from "./product-row.ts";

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Of `ownership`, `finding` and `has` a product may count in several. */
export type Facets = Readonly<Record<Dimension | "finding" | "ownership" | "has", readonly FacetValue[]>>;

const DIMENSIONS = [
  "kind",
  "provenance",
  "stage",
  "hidden",
  "owned",
  "violating",
  "standing",
  "steady",
  "action",
] as const;

type Dimension = (typeof DIMENSIONS)[number];

interface Cell {
  readonly kind: string;
  readonly provenance: string;
  readonly stage: string;
  readonly hidden: number;
  readonly owned: number;
  readonly violating: number;
  readonly troubled: number;
  readonly relied: number;
  readonly standing: string;
  readonly steady: number;
  readonly action: string;
  readonly findings: number;
  readonly count: number;
}

/** Adds up cells of the cube, some hundred rows; only what it does not know is counted from the products. */
export async function facets(scope: Scope, filter: ProductFilter = {}): Promise<Facets> {
  const cells = isCubed(filter) ? await cubeCells(scope, filter) : await countedCells(scope, filter);
  const values = Object.fromEntries(
    DIMENSIONS.map((name) => [name, sums(cells.filter(assessedFor(name)), (cell) => cell[name])]),
  ) as Record<Dimension, FacetValue[]>;
  const left = hasFinding(FINDING_BITS[OWNERSHIP_FINDING.left] ?? 0);
  const disagreement = hasFinding(FINDING_BITS[OWNERSHIP_FINDING.disagreement] ?? 0);
  return {
    ...values,
    finding: tally(cells, {
      "owner-left": left,
      unknown: hasFinding(FINDING_BITS["unknown"] ?? 0),
      "declared-disagrees": disagreement,
    }),
    ownership: tally(cells, {
      owned: ({ owned }) => owned === 1,
      unowned: ({ owned }) => owned === 0,
      left,
      disagreement,
    }),
    has: tally(cells, {
      violations: ({ violating }) => violating === 1,
      problems: ({ troubled }) => troubled === 1,
      dependents: ({ relied }) => relied === 1,
    }),
  };
}

/** What was not assessed yet has no value there, rather than another one. */
function assessedFor(name: Dimension): (cell: Cell) => boolean {
  const byAssessment = name === "standing" || name === "steady" || name === "action";
  return byAssessment ? ({ steady }) => steady >= 0 : () => true;
}

function tally(cells: readonly Cell[], values: Readonly<Record<string, (cell: Cell) => boolean>>): FacetValue[] {
  return Object.entries(values)
    .map(([value, holds]) => ({
      value,
      count: cells.reduce((sum, cell) => sum + (holds(cell) ? cell.count : 0), 0),
    }))
    .filter(({ count }) => count > 0)
    .sort(byCount);
}

async function cubeCells({ db }: Scope, filter: ProductFilter): Promise<Cell[]> {
  return await db.selectFrom("cube").selectAll().where("count", ">", 0).where(cellsOf(filter)).execute();
}

async function countedCells({ db }: Scope, filter: ProductFilter): Promise<Cell[]> {
  return await db
    .selectFrom("product")
    .select(["kind", "provenance", "stage", "hidden", "findings"])
    .select([
      sql<string>`coalesce(standing, '')`.as("standing"),
      sql<number>`coalesce(steady, -1)`.as("steady"),
      sql<string>`coalesce(action, '')`.as("action"),
      flag("owner_id is not null").as("owned"),
      flag("violations > 0").as("violating"),
      flag("problems > 0").as("troubled"),
      flag("dependents > 0").as("relied"),
      sql<number>`count(*)`.as("count"),
    ])
    .where("listed", "=", LISTED)
    .where(matches(filter))
    .groupBy(["kind", "provenance", "stage", "hidden", "findings"])
    .groupBy([sql`6`, sql`7`, sql`8`, sql`9`, sql`10`, sql`11`, sql`12`])
    .execute();
}

/** Most frequent first. */
function sums(cells: readonly Cell[], valueOf: (cell: Cell) => string | number): FacetValue[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(String(valueOf(cell)), (counts.get(String(valueOf(cell))) ?? 0) + cell.count);
  return [...counts].map(([value, count]) => ({ value, count })).sort(byCount);
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

/** Repositories by how many of the matching products they have, the largest first, at most `most`. */
export async function repositoryFacet(
  { db }: Scope,
  filter: ProductFilter = {},
  most: number = 50,
): Promise<(FacetValue & { readonly label: string })[]> {
  return await db
    .selectFrom("product")
    .innerJoin("product_repository", "product_repository.product", "product.key")
    .innerJoin("repository", "repository.key", "product_repository.repository")
    .select(["repository.id as value", "repository.name as label", sql<number>`count(*)`.as("count")])
    .where("product.listed", "=", LISTED)
    .where("product.key", "in", (expression) =>
      expression
        .selectFrom("product")
        .select("product.key")
        .where("product.listed", "=", LISTED)
        .where(matches(filter)),
    )
    .groupBy(["repository.id", "repository.name"])
    .orderBy("count", "desc")
    .orderBy("repository.id")
    .limit(most)
    .execute();
}

function hasFinding(bit: number): (cell: Cell) => boolean {
  return (cell) => (cell.findings & bit) !== 0;
}

function flag(condition: string) {
  return sql<number>`case when ${sql.raw(condition)} then 1 else 0 end`;
}
