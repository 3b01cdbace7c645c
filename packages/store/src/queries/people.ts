/** People whom snapshots name, and whoever owns something: people and groups alike. */
import type { Person, ProductRef } from "@freehold/model";
import { sql } from "kysely";
import { ROLE } from "../ingest/roles.ts";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { MOST_ITEMS, type Page } from "./list-products.ts";
import { LISTED } from "./product-row.ts";

export interface PersonSummary {
  readonly kind: "person" | "group";
  readonly id: string;
  readonly name: string;
  readonly logins: readonly string[];
  readonly bot: boolean;
  /** Commits that snapshots counted; 0: no history names them. */
  readonly commits: number;
  readonly lastCommit?: number;
  /** How many listed products they hold. */
  readonly owns: number;
  readonly stewards: number;
  readonly founded: number;
  /** The first few that they own, those that most rely on first. */
  readonly products: readonly ProductRef[];
}

export interface PageOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

const SORT_COLUMNS = {
  id: "id",
  name: "name",
  owns: "owns",
  stewards: "stewards",
  founded: "founded",
  commits: "commits",
  last: "last_commit",
} as const;

type PersonSort = keyof typeof SORT_COLUMNS;
export const PERSON_SORTS = [
  "id",
  "name",
  "owns",
  "stewards",
  "founded",
  "commits",
  "last",
] as const satisfies readonly PersonSort[];

/** `owners` own something; `without`: people, no machines, who own nothing; default: all but idle machines. */
export const PERSON_SHOWS = ["owners", "without", "groups", "all"] as const;

export interface PeopleOptions extends PageOptions {
  readonly show?: (typeof PERSON_SHOWS)[number];
  /** Words that name, id or logins must hold. */
  readonly text?: string;
  /** Default: by id. */
  readonly sort?: PersonSort;
  readonly descending?: boolean;
}

/** Machines that own nothing are left out: nobody asks them. Throws `store/bad-cursor`. */
export async function listPeople(scope: Scope, options: PeopleOptions = {}): Promise<Page<PersonSummary>> {
  const { sort = "id", descending = false } = options;
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  const order = `people ${sort} ${descending ? "desc" : "asc"}`;
  // What was never seen to commit comes last, or first, as if it had been at the beginning of time.
  const column = sort === "last" ? sql<number>`coalesce(last_commit, 0)` : sql.ref<string | number>(SORT_COLUMNS[sort]);
  const direction = descending ? "desc" : "asc";
  let query = matching(scope, options)
    .select(["id", "kind", "name", "logins", "bot", "commits", "last_commit", "owns", "stewards", "founded"])
    .select(column.as("sorted"));
  if (options.cursor !== undefined) {
    const { value } = readCursor(options.cursor, order);
    const [sorted, id] = JSON.parse(String(value)) as readonly [string | number, string];
    query = query.where(sql<boolean>`(${column}, id) ${sql.raw(descending ? "<" : ">")} (${sorted}, ${id})`);
  }
  const rows = await query
    .orderBy(column, direction)
    .orderBy("id", direction)
    .limit(limit + 1)
    .execute();
  const { total } = await matching(scope, options)
    .select(sql<number>`count(*)`.as("total"))
    .executeTakeFirstOrThrow();
  const items: PersonSummary[] = [];
  for (const { kind, logins, last_commit, bot, sorted: _, ...row } of rows.slice(0, limit)) {
    items.push({
      ...row,
      kind: kind === "group" ? "group" : "person",
      logins: logins === "" ? [] : logins.split(" "),
      bot: bot === 1,
      ...(last_commit === null ? {} : { lastCommit: last_commit }),
      products: row.owns === 0 ? [] : await ownedProducts(scope, row.id),
    });
  }
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { items, total };
  return {
    items,
    total,
    next: writeCursor({ order, value: JSON.stringify([last.sorted, last.id]), key: 0 }),
  };
}

function matching({ db }: Scope, { show = "all", text = "" }: PeopleOptions) {
  let query = db.selectFrom("person");
  if (show === "owners") query = query.where("owns", ">", 0);
  else if (show === "groups") query = query.where("kind", "=", "group");
  else if (show === "without")
    query = query.where("owns", "=", 0).where("kind", "=", "person").where("bot", "=", 0).where("commits", ">", 0);
  else query = query.where((expression) => expression.or([expression("bot", "=", 0), expression("owns", ">", 0)]));
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where(sql<boolean>`lower(name || ' ' || id || ' ' || logins) like ${pattern} escape '\\'`);
  }
  return query;
}

/** A row shows this many. */
const PRODUCTS_SHOWN = 4;

async function ownedProducts({ db }: Scope, person: string): Promise<ProductRef[]> {
  const rows = await db
    .selectFrom("role")
    .innerJoin("product", "product.key", "role.product")
    .select(["product.id", "product.slug", "product.name", "product.kind"])
    .where("role.person", "=", person)
    .where(sql<number>`role.roles & ${sql.lit(ROLE.owns)}`, "<>", 0)
    .where("product.listed", "=", LISTED)
    .where("product.hidden", "=", 0)
    .orderBy("product.reach", "desc")
    .orderBy("product.key")
    .limit(PRODUCTS_SHOWN)
    .execute();
  return rows as ProductRef[];
}

/** A person as the newest snapshot told of them. */
export async function findPerson(scope: Scope, id: string): Promise<Person | undefined> {
  const row = await scope.db.selectFrom("person").select("doc").where("id", "=", id).executeTakeFirst();
  const person = row === undefined ? undefined : (unpack(row.doc) as Partial<Person>);
  // Whoever only owns has no document of their own.
  return person?.id === undefined ? undefined : (person as Person);
}
