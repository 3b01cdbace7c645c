/** How many products there are of each kind, stage and so on, of those that match a filter. */
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { cellsOf, isCubed } from "./count-products.ts";
import { matches, type ProductFilter } from "./product-filter.ts";
import { LISTED } from "./product-row.ts";

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface Facets {
  readonly kind: readonly FacetValue[];
  readonly provenance: readonly FacetValue[];
  readonly stage: readonly FacetValue[];
  readonly hidden: readonly FacetValue[];
  readonly owned: readonly FacetValue[];
  readonly violating: readonly FacetValue[];
  readonly finding: readonly FacetValue[];
}

type Dimension = Exclude<keyof Facets, "finding">;

interface Cell {
  readonly kind: string;
  readonly provenance: string;
  readonly stage: string;
  readonly hidden: number;
  readonly owned: number;
  readonly violating: number;
  readonly findings: number;
  readonly count: number;
}

const DIMENSIONS: readonly Dimension[] = ["kind", "provenance", "stage", "hidden", "owned", "violating"];

/** Adds up cells of the cube, a few hundred rows; only an owner or a repository is counted from its products. */
export async function facets(scope: Scope, filter: ProductFilter = {}): Promise<Facets> {
  const cells = isCubed(filter) ? await cubeCells(scope, filter) : await countedCells(scope, filter);
  const [kind, provenance, stage, hidden, owned, violating] = DIMENSIONS.map((name) =>
    sums(cells, (cell) => cell[name]),
  );
  const findings = (
    [
      ["owner-left", 1],
      ["unknown", 2],
      ["declared-disagrees", 4],
    ] as const
  ).map(([value, bit]) => ({
    value,
    count: cells.reduce((sum, cell) => sum + ((cell.findings & bit) === 0 ? 0 : cell.count), 0),
  }));
  return {
    kind: kind ?? [],
    provenance: provenance ?? [],
    stage: stage ?? [],
    hidden: hidden ?? [],
    owned: owned ?? [],
    violating: violating ?? [],
    finding: findings.filter(({ count }) => count > 0),
  };
}

async function cubeCells({ db }: Scope, filter: ProductFilter): Promise<Cell[]> {
  return await db.selectFrom("cube").selectAll().where("count", ">", 0).where(cellsOf(filter)).execute();
}

async function countedCells({ db }: Scope, filter: ProductFilter): Promise<Cell[]> {
  return await db
    .selectFrom("product")
    .select(["kind", "provenance", "stage", "hidden", "findings"])
    .select([
      sql<number>`case when owner_id is null then 0 else 1 end`.as("owned"),
      sql<number>`case when violations > 0 then 1 else 0 end`.as("violating"),
      sql<number>`count(*)`.as("count"),
    ])
    .where("listed", "=", LISTED)
    .where(matches(filter))
    .groupBy(["kind", "provenance", "stage", "hidden", "findings", sql`6`, sql`7`])
    .execute();
}

/** Most frequent first. */
function sums(cells: readonly Cell[], valueOf: (cell: Cell) => string | number): FacetValue[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(String(valueOf(cell)), (counts.get(String(valueOf(cell))) ?? 0) + cell.count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
