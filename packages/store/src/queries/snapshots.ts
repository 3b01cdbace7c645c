/** Snapshots that were taken in, and the repositories they speak of. */
import type { RepositoryInfo } from "@freehold/model";
import { unpack } from "../packed.ts";
import type { RepositoryTable } from "../schema/portfolio.ts";
import type { Scope } from "../scope.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { MOST_ITEMS, type Page } from "./list-products.ts";
import type { PageOptions } from "./people.ts";
import { type Standing, standingsOf } from "./standing.ts";

export interface StoredSnapshot {
  /** SHA-256 of its bytes. */
  readonly id: string;
  readonly revision: number;
  /** When the scan ran, and when it arrived. */
  readonly made: number;
  readonly received: number;
  readonly bytes: number;
  readonly repositories: number;
  readonly units: number;
  readonly products: number;
  readonly generator: unknown;
}

/** Newest first. */
export async function listSnapshots(
  scope: Scope,
  options: PageOptions = {},
): Promise<Omit<Page<StoredSnapshot>, "total">> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  let query = scope.db.selectFrom("snapshot").selectAll();
  if (options.cursor !== undefined) query = query.where("revision", "<", readCursor(options.cursor, "snapshots").key);
  const rows = await query
    .orderBy("revision", "desc")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((row) => ({ ...row, generator: JSON.parse(row.generator) as unknown }));
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: writeCursor({ order: "snapshots", value: 0, key: last.revision }) };
}

export interface StoredRepository {
  /** Number by which lists are filtered. */
  readonly key: number;
  readonly info: RepositoryInfo;
  readonly snapshot: string;
  readonly revision: number;
  /** At its sources; absent where it is as it should be, or came from none. */
  readonly standing?: Standing;
}

/** By id. */
export async function listRepositories(
  scope: Scope,
  options: PageOptions = {},
): Promise<Omit<Page<StoredRepository>, "total">> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  let query = scope.db.selectFrom("repository").select(["key", "id", "doc", "snapshot", "revision"]);
  if (options.cursor !== undefined)
    query = query.where("id", ">", String(readCursor(options.cursor, "repositories").value));
  const rows = await query
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const last = rows[limit - 1];
  const shown = rows.slice(0, limit);
  const standings = await standingsOf(
    scope,
    shown.map(({ id }) => id),
  );
  const items = shown.map((row) => stored(row, standings.get(row.id)));
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: writeCursor({ order: "repositories", value: last.id, key: 0 }) };
}

export async function findRepository(scope: Scope, id: string): Promise<StoredRepository | undefined> {
  const row = await scope.db
    .selectFrom("repository")
    .select(["key", "id", "doc", "snapshot", "revision"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : stored(row, (await standingsOf(scope, [id])).get(id));
}

type Row = Pick<RepositoryTable, "key" | "doc" | "snapshot" | "revision">;

function stored({ key, doc, snapshot, revision }: Row, standing: Standing | undefined): StoredRepository {
  const info = unpack(doc) as RepositoryInfo;
  return { key, info, snapshot, revision, ...(standing === undefined ? {} : { standing }) };
}
