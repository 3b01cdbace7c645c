/**
 * The portfolio as it was: every version of a product and of an edge has the range of revisions in which
 * it held, so a date becomes a revision and a revision becomes rows. Figures that follow from edges are
 * counted from the edges of then.
 */
import type { Product } from "@freehold/model";
import { sql } from "kysely";
import { SHIPPED } from "@freehold/portfolio";
import { readDocument } from "../documents.ts";
import type { Scope } from "../scope.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { MOST_ITEMS, type Page } from "./list-products.ts";
import type { PageOptions } from "./people.ts";

export interface PastProduct {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly provenance: string;
  readonly stage?: string;
  readonly mission?: string;
  readonly owner?: { readonly kind: string; readonly id: string; readonly name: string };
  readonly dependencies: number;
  readonly dependents: number;
  /** The revision that made it what it then was. */
  readonly since: number;
}

/** The newest revision at a time; 0: before everything. */
async function revisionAt({ db }: Scope, at: number): Promise<number> {
  const row = await db
    .selectFrom("revision")
    .select("number")
    .where("at", "<=", at)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

interface PastRow {
  readonly key: number;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly provenance: string;
  readonly stage: string;
  readonly mission: string | null;
  readonly owner_kind: string | null;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly since: number;
}

/** Products that were listed then, by key, oldest first. */
export async function productsAt(scope: Scope, at: number, options: PageOptions = {}): Promise<Page<PastProduct>> {
  const revision = await revisionAt(scope, at);
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  const after = options.cursor === undefined ? 0 : readCursor(options.cursor, "past").key;
  const columns = sql.raw(
    "key, id, slug, name, kind, provenance, stage, mission, owner_kind, owner_id, owner_name, since",
  );
  const now = sql`org = ${scope.org} and listed = 1 and since <= ${revision}`;
  const past = sql`${now} and until > ${revision}`;
  const { rows } = await sql<PastRow>`
    select * from (
      select ${columns} from product where ${now} and key > ${after}
      union all select ${columns} from product_history where ${past} and key > ${after}
    ) as versions order by key limit ${limit + 1}`.execute(scope.db);
  const { rows: totals } = await sql<{ total: number }>`
    select (select count(*) from product where ${now}) + (select count(*) from product_history where ${past}) as total`.execute(
    scope.db,
  );
  const shown = rows.slice(0, limit);
  const items = await Promise.all(shown.map(async (row) => await present(scope, row, revision)));
  const page = { items, total: totals[0]?.total ?? 0 };
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return page;
  return { ...page, next: writeCursor({ order: "past", value: 0, key: last.key }) };
}

async function present(scope: Scope, row: PastRow, revision: number): Promise<PastProduct> {
  const { key: _key, owner_kind, owner_id, owner_name, stage, mission, ...rest } = row;
  return {
    ...rest,
    ...(stage === "" ? {} : { stage }),
    ...(mission === null ? {} : { mission }),
    ...(owner_id === null
      ? {}
      : { owner: { kind: owner_kind ?? "person", id: owner_id, name: owner_name ?? owner_id } }),
    dependencies: await edgesAt(scope, "source", row.key, revision),
    dependents: await edgesAt(scope, "target", row.key, revision),
  };
}

async function edgesAt(scope: Scope, end: "source" | "target", key: number, revision: number): Promise<number> {
  const holds = sql`org = ${scope.org} and ${sql.ref(end)} = ${key} and (scopes & ${sql.lit(SHIPPED)}) <> 0 and since <= ${revision}`;
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from edge where ${holds})
      + (select count(*) from edge_history where ${holds} and until > ${revision}) as total`.execute(scope.db);
  return rows[0]?.total ?? 0;
}

/** All that was then known of a product with this id; undefined where it was not there. */
export async function productAt(scope: Scope, id: string, at: number): Promise<Product | undefined> {
  const revision = await revisionAt(scope, at);
  const now = await scope.db
    .selectFrom("product")
    .select(["key", "doc", "since", "listed"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (now === undefined) return undefined;
  if (now.since <= revision) return now.listed === 1 ? await readDocument<Product>(scope, now.doc) : undefined;
  const past = await scope.db
    .selectFrom("product_history")
    .select(["doc", "listed"])
    .where("key", "=", now.key)
    .where("since", "<=", revision)
    .where("until", ">", revision)
    .executeTakeFirst();
  return past?.listed === 1 ? await readDocument<Product>(scope, past.doc) : undefined;
}
