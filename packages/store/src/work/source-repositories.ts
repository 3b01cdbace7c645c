/** The repositories of a source: what its list says of each, and what became of the scan. */
import type { SelectQueryBuilder } from "kysely";
import type { JobError } from "../jobs/jobs.ts";
import { readCursor, writeCursor } from "../queries/cursor.ts";
import { MOST_ITEMS } from "../queries/list-products.ts";
import type { SourceRepositoryTable } from "../schema/work.ts";
import type { OwnedSchema, Scope } from "../scope.ts";

export interface SourceRepository {
  /** What the source calls it: `acme/app`. */
  readonly id: string;
  /** Where it is cloned from. */
  readonly url: string;
  /** What the list says of it. */
  readonly listed: Readonly<Record<string, unknown>>;
  /** Why it is not scanned. */
  readonly excluded?: string;
  /** Changes with every push. */
  readonly pushed?: string;
  /** Id of the repository in the portfolio that its scan made. */
  readonly repository?: string;
  /** Since when its source does not list it any more. */
  readonly gone?: number;
  readonly commit?: string;
  readonly scanned?: number;
  readonly failed?: number;
  /** Since the last scan that worked. */
  readonly failures: number;
  readonly error?: JobError;
  readonly facts?: unknown;
}

export type SeenRepository = Pick<SourceRepository, "id" | "url" | "listed" | "excluded" | "pushed">;

export const REPOSITORY_STATES = ["waiting", "scanned", "failing", "excluded"] as const;
export type RepositoryState = (typeof REPOSITORY_STATES)[number];

export interface SourceRepositoryOptions {
  readonly state?: RepositoryState;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface SourceRepositoryPage {
  readonly items: readonly SourceRepository[];
  readonly next?: string;
}

/** Of one walk through the list (`pass`), what one page of it says. */
export async function seeRepositories(
  { db }: Scope,
  source: string,
  { pass, page }: { readonly pass: number; readonly page: string },
  seen: readonly SeenRepository[],
): Promise<void> {
  if (seen.length === 0) return;
  const rows = seen.map(({ id, url, listed, excluded, pushed }) => ({
    source,
    id,
    url,
    page,
    pass,
    listed: JSON.stringify(listed),
    excluded: excluded ?? null,
    pushed: pushed ?? null,
    seen: null,
    repository: null,
    gone: null,
    commit_id: null,
    scanned: null,
    failed: null,
    failures: 0,
    error: null,
    facts: null,
  }));
  await db
    .insertInto("source_repository")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["source", "id"]).doUpdateSet((eb) => ({
        url: eb.ref("excluded.url"),
        page: eb.ref("excluded.page"),
        pass: eb.ref("excluded.pass"),
        listed: eb.ref("excluded.listed"),
        excluded: eb.ref("excluded.excluded"),
        pushed: eb.ref("excluded.pushed"),
        gone: null,
      })),
    )
    .execute();
}

/** The page of the list is as it was: so is what stood on it. */
export async function seeSamePage(
  { db }: Scope,
  source: string,
  { pass, page }: { readonly pass: number; readonly page: string },
): Promise<void> {
  await db
    .updateTable("source_repository")
    .set({ pass })
    .where("source", "=", source)
    .where("page", "=", page)
    .execute();
}

/** After a whole walk: what it did not see is not there any more, or is not shown to us. */
export async function excludeUnseen(
  { db }: Scope,
  source: string,
  { pass, reason, at }: { readonly pass: number; readonly reason: string; readonly at: number },
): Promise<void> {
  await db
    .updateTable("source_repository")
    .set((eb) => ({ excluded: reason, gone: eb.fn.coalesce("gone", eb.val(at)) }))
    .where("source", "=", source)
    .where("pass", "<", pass)
    .execute();
}

/** By id. Throws `store/bad-cursor`. */
export async function listSourceRepositories(
  { db }: Scope,
  source: string,
  options: SourceRepositoryOptions = {},
): Promise<SourceRepositoryPage> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  let query = inState(db.selectFrom("source_repository").selectAll().where("source", "=", source), options.state);
  if (options.cursor !== undefined) {
    query = query.where("id", ">", String(readCursor(options.cursor, "source-repositories").value));
  }
  const rows = await query
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(present);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: writeCursor({ order: "source-repositories", value: last.id, key: 0 }) };
}

type Rows = SelectQueryBuilder<OwnedSchema, "source_repository", Omit<SourceRepositoryTable, "org">>;

function inState(query: Rows, state: RepositoryState | undefined): Rows {
  if (state === undefined) return query;
  if (state === "excluded") return query.where("excluded", "is not", null);
  const scanned = query.where("excluded", "is", null);
  if (state === "failing") return scanned.where("failures", ">", 0);
  const fine = scanned.where("failures", "=", 0);
  return state === "scanned" ? fine.where("scanned", "is not", null) : fine.where("scanned", "is", null);
}

export async function findSourceRepository(
  { db }: Scope,
  source: string,
  id: string,
): Promise<SourceRepository | undefined> {
  const row = await db
    .selectFrom("source_repository")
    .selectAll()
    .where("source", "=", source)
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** Ids of those that changed since they were scanned, were never scanned, or could not be; those that `pass` saw. */
export async function repositoriesToScan({ db }: Scope, source: string, pass: number): Promise<string[]> {
  const rows = await db
    .selectFrom("source_repository")
    .select("id")
    .where("source", "=", source)
    .where("pass", "=", pass)
    .where("excluded", "is", null)
    .where((or) =>
      or.or([
        or("seen", "is", null),
        or("pushed", "is", null),
        or("failures", ">", 0),
        or("seen", "!=", or.ref("pushed")),
      ]),
    )
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

export interface RepositoryCounts {
  readonly waiting: number;
  readonly scanned: number;
  readonly failing: number;
  readonly excluded: number;
}

export async function countSourceRepositories({ db }: Scope, source: string): Promise<RepositoryCounts> {
  const rows = await db
    .selectFrom("source_repository")
    .select((eb) => [
      eb
        .case()
        .when("excluded", "is not", null)
        .then("excluded")
        .when("failures", ">", 0)
        .then("failing")
        .when("scanned", "is", null)
        .then("waiting")
        .else("scanned")
        .end()
        .as("state"),
      eb.fn.countAll<number>().as("count"),
    ])
    .where("source", "=", source)
    .groupBy("state")
    .execute();
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  const of = (state: RepositoryState) => counts.get(state) ?? 0;
  return { waiting: of("waiting"), scanned: of("scanned"), failing: of("failing"), excluded: of("excluded") };
}

export interface ScanNote {
  /** Of the list, as it was when the scan began. */
  readonly seen: string | undefined;
  readonly commit: string | undefined;
  readonly scanned: number;
  /** Absent: as it was. */
  readonly repository?: string;
  /** Absent: as they were. */
  readonly facts?: unknown;
}

export async function noteScanned({ db }: Scope, source: string, id: string, note: ScanNote): Promise<void> {
  await db
    .updateTable("source_repository")
    .set({
      seen: note.seen ?? null,
      commit_id: note.commit ?? null,
      scanned: note.scanned,
      failed: null,
      failures: 0,
      error: null,
      ...(note.repository === undefined ? {} : { repository: note.repository }),
      ...(note.facts === undefined ? {} : { facts: JSON.stringify(note.facts) }),
    })
    .where("source", "=", source)
    .where("id", "=", id)
    .execute();
}

export async function noteFailed(
  { db }: Scope,
  source: string,
  id: string,
  error: JobError,
  at: number,
): Promise<void> {
  await db
    .updateTable("source_repository")
    .set((eb) => ({ failures: eb("failures", "+", 1), error: JSON.stringify(error), failed: at }))
    .where("source", "=", source)
    .where("id", "=", id)
    .execute();
}

function present(row: Omit<SourceRepositoryTable, "org">): SourceRepository {
  const { id, url, listed, excluded, pushed, repository, gone, commit_id: commit } = row;
  const { scanned, failed, failures, error, facts } = row;
  return {
    id,
    url,
    listed: JSON.parse(listed) as Record<string, unknown>,
    ...(excluded === null ? {} : { excluded }),
    ...(pushed === null ? {} : { pushed }),
    ...(repository === null ? {} : { repository }),
    ...(gone === null ? {} : { gone }),
    ...(commit === null ? {} : { commit }),
    ...(scanned === null ? {} : { scanned }),
    ...(failed === null ? {} : { failed }),
    failures,
    ...(error === null ? {} : { error: JSON.parse(error) as JobError }),
    ...(facts === null ? {} : { facts: JSON.parse(facts) as unknown }),
  };
}
