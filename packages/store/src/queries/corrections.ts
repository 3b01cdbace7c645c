/** Corrections that were made, and suggestions that wait for git to agree. */
import type { Scope } from "../scope.ts";
import { locateProduct } from "./find-product.ts";
import { productRefs } from "./product-refs.ts";
import type { ProductRef } from "@freehold/model";

export interface ListedCorrection {
  readonly key: number;
  readonly kind: string;
  readonly product: ProductRef | undefined;
  readonly payload: unknown;
  readonly actor: string;
  readonly at: number;
  readonly revision: number;
  /** The revision that took it back. */
  readonly undone?: number;
}

/** Newest first; of one product, where one is named. */
export async function listCorrections(scope: Scope, product?: string): Promise<ListedCorrection[]> {
  let query = scope.db.selectFrom("correction").selectAll();
  if (product !== undefined) query = query.where("product", "=", (await locateProduct(scope, product))?.key ?? -1);
  return await listed(scope, await query.orderBy("key", "desc").limit(500).execute());
}

/** Undefined where there is none of that number, taken back or not. */
export async function findCorrection(scope: Scope, key: number): Promise<ListedCorrection | undefined> {
  const rows = await scope.db.selectFrom("correction").selectAll().where("key", "=", key).execute();
  const [found] = await listed(scope, rows);
  return found;
}

type CorrectionRow = Omit<ListedCorrection, "product" | "payload" | "undone"> & {
  readonly product: number;
  readonly payload: string;
  readonly undone: number | null;
};

async function listed(scope: Scope, rows: readonly CorrectionRow[]): Promise<ListedCorrection[]> {
  const refs = await productRefs(
    scope,
    rows.map((row) => row.product),
  );
  return rows.map(({ payload, undone, ...row }) => ({
    ...row,
    product: refs.get(row.product),
    payload: JSON.parse(payload) as unknown,
    ...(undone === null ? {} : { undone }),
  }));
}

export interface ListedSuggestion {
  readonly key: number;
  readonly correction: number;
  readonly product: ProductRef | undefined;
  /** Field of the charter. */
  readonly field: string;
  /** What the charter says, and what was proposed. */
  readonly charter: unknown;
  readonly proposed: unknown;
  readonly state: "open" | "adopted" | "withdrawn";
  readonly revision: number;
}

export interface SuggestionOptions {
  readonly product?: string;
  readonly state?: "open" | "adopted" | "withdrawn";
}

/** Newest first. */
export async function listSuggestions(scope: Scope, options: SuggestionOptions = {}): Promise<ListedSuggestion[]> {
  let query = scope.db.selectFrom("suggestion").selectAll();
  if (options.state !== undefined) query = query.where("state", "=", options.state);
  if (options.product !== undefined) {
    query = query.where("product", "=", (await locateProduct(scope, options.product))?.key ?? -1);
  }
  const rows = await query.orderBy("key", "desc").limit(500).execute();
  const refs = await productRefs(
    scope,
    rows.map((row) => row.product),
  );
  return rows.map((row) => ({
    ...row,
    product: refs.get(row.product),
    charter: JSON.parse(row.charter) as unknown,
    proposed: JSON.parse(row.proposed) as unknown,
  }));
}
