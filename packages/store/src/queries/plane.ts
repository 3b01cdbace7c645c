/** Products on the plane of value by simplicity, as points: little of each, so that many fit a picture. */
import type { Scope } from "../scope.ts";
import { countProducts } from "./count-products.ts";
import { matches, type ProductFilter } from "./product-filter.ts";
import { LISTED } from "./product-row.ts";

export interface PlanePoint {
  readonly product: string;
  readonly slug: string;
  readonly name: string;
  readonly value: number;
  readonly simplicity: number;
  readonly steady: boolean;
  readonly action: string;
}

export interface PlanePoints {
  readonly points: readonly PlanePoint[];
  /** Products that match and were assessed. */
  readonly assessed: number;
  /** Of those: how many have a place. Where there are more than points, the widest reach is shown. */
  readonly placed: number;
}

export const MOST_POINTS = 5000;

/** Those with the widest reach first. */
export async function planeOf(
  scope: Scope,
  filter: ProductFilter = {},
  most: number = MOST_POINTS,
): Promise<PlanePoints> {
  const found = await scope.db
    .selectFrom("product")
    .select(["id", "slug", "name", "value", "simplicity", "steady", "action"])
    .where("listed", "=", LISTED)
    .where("plane", "is not", null)
    .where(matches(filter))
    .orderBy("reach", "desc")
    .orderBy("key", "desc")
    .limit(Math.min(most, MOST_POINTS) + 1)
    .execute();
  const rows = found.slice(0, most);
  return {
    points: rows.map(({ id, value, simplicity, steady, action, ...row }) => ({
      ...row,
      product: id,
      value: value ?? 0,
      simplicity: simplicity ?? 0,
      steady: steady === 1,
      action: action ?? "unknown",
    })),
    assessed: await assessedOf(scope, filter),
    placed: found.length <= most ? rows.length : await placedOf(scope, filter),
  };
}

async function assessedOf(scope: Scope, filter: ProductFilter): Promise<number> {
  const [reached, open] = [
    { ...filter, steady: true },
    { ...filter, steady: false },
  ];
  if (filter.steady !== undefined) return await countProducts(scope, filter);
  return (await countProducts(scope, reached)) + (await countProducts(scope, open));
}

async function placedOf(scope: Scope, filter: ProductFilter): Promise<number> {
  const row = await scope.db
    .selectFrom("product")
    .select((expression) => expression.fn.countAll<number>().as("total"))
    .where("listed", "=", LISTED)
    .where("plane", "is not", null)
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return row.total;
}
