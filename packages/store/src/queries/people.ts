/** People whom snapshots name, and whoever owns something: people and groups alike. */
import type { Person } from "@freehold/model";
import { sql } from "kysely";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { MOST_ITEMS, type Page } from "./list-products.ts";
import { LISTED } from "./product-row.ts";

export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly commits: number;
  readonly lastCommit?: number;
}

export interface PageOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

/** By id, machines last seen like everybody else. */
export async function listPeople(scope: Scope, options: PageOptions = {}): Promise<Page<PersonSummary>> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  let query = scope.db.selectFrom("person").select(["id", "name", "bot", "commits", "last_commit"]);
  if (options.cursor !== undefined) query = query.where("id", ">", String(readCursor(options.cursor, "people").value));
  const rows = await query
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const { total } = await scope.db
    .selectFrom("person")
    .select(sql<number>`count(*)`.as("total"))
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit).map(({ last_commit, bot, ...row }) => ({
    ...row,
    bot: bot === 1,
    ...(last_commit === null ? {} : { lastCommit: last_commit }),
  }));
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items, total };
  return { items, total, next: writeCursor({ order: "people", value: last.id, key: 0 }) };
}

/** A person as the newest snapshot told of them. */
export async function findPerson(scope: Scope, id: string): Promise<Person | undefined> {
  const row = await scope.db.selectFrom("person").select("doc").where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : (unpack(row.doc) as Person);
}

interface OwnerSummaryRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly products: number;
}

/** Whoever owns a listed product, by id. Their products: `products({ filter: { owner } })`. */
export async function listOwners(scope: Scope, options: PageOptions = {}): Promise<OwnerPage> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  let query = scope.db
    .selectFrom("product")
    .select([
      sql<string>`owner_id`.as("id"),
      sql<string>`max(owner_kind)`.as("kind"),
      sql<string>`max(owner_name)`.as("name"),
      sql<number>`count(*)`.as("products"),
    ])
    .where("listed", "=", LISTED)
    .where("owner_id", "is not", null);
  if (options.cursor !== undefined)
    query = query.where("owner_id", ">", String(readCursor(options.cursor, "owners").value));
  const rows = await query
    .groupBy("owner_id")
    .orderBy("owner_id")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: writeCursor({ order: "owners", value: last.id, key: 0 }) };
}

export type OwnerPage = Omit<Page<OwnerSummaryRow>, "total">;
