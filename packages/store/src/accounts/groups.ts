/**
 * Groups that own products, and who is in them. A group that a charter or CODEOWNERS names (`@acme/core`) is there
 * because it is named; its members are not in any repository, so people say them here. Members are named as
 * owners are: by the id of a person or by an e-mail address.
 */
import { sql } from "kysely";
import type { Engine } from "../engines/engine.ts";
import { insertRows } from "../engines/insert-rows.ts";
import { readCursor, writeCursor } from "../queries/cursor.ts";
import { MOST_ITEMS, type Page } from "../queries/list-products.ts";
import type { PageOptions } from "../queries/people.ts";
import { LISTED } from "../queries/product-row.ts";
import { type Author, type Revision, revise } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";

export interface GroupSummary {
  /** `@acme/core`, or whatever the people who made it called it. */
  readonly id: string;
  readonly name: string;
  /** How many products it owns. */
  readonly products: number;
  /** How many people are in it. */
  readonly members: number;
  /** To change it by; 0: it is only named in repositories, and nobody said who is in it. */
  readonly version: number;
}

export interface Group extends Omit<GroupSummary, "members"> {
  readonly members: readonly string[];
}

export interface GroupInput {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** By id: those that own a listed product, and those that people made. */
export async function listGroups(scope: Scope, options: PageOptions = {}): Promise<Omit<Page<GroupSummary>, "total">> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  const after = options.cursor === undefined ? "" : String(readCursor(options.cursor, "groups").value);
  const made = await scope.db
    .selectFrom("team")
    .select(["id", "name", "version"])
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const named = await owning(scope)
    .where("owner_id", ">", after)
    .orderBy("owner_id")
    .limit(limit + 1)
    .execute();
  const all = new Map([...named.map(onlyNamed), ...made.map(onlyMade)].map((group) => [group.id, group]));
  const sorted = [...all.values()].sort((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));
  const shown = sorted.slice(0, limit);
  const counted = await counts(
    scope,
    shown.map(({ id }) => id),
  );
  const items = shown.map((group) => ({ ...group, ...counted(group.id) }));
  const last = items.at(-1);
  if (sorted.length <= limit || last === undefined) return { items };
  return { items, next: writeCursor({ order: "groups", value: last.id, key: 0 }) };
}

export async function findGroup(scope: Scope, id: string): Promise<Group | undefined> {
  const made = await scope.db
    .selectFrom("team")
    .select(["id", "name", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
  const [named] = await owning(scope).where("owner_id", "=", id).execute();
  const group = made ?? (named === undefined ? undefined : onlyNamed(named));
  if (group === undefined) return undefined;
  return { ...group, products: named?.products ?? 0, members: await membersOf(scope, id) };
}

/** Throws `store/conflict` where there is one of that id that somebody made. */
export async function createGroup(
  engine: Engine,
  org: number,
  author: Author,
  { id, name, members }: GroupInput,
  now?: () => number,
): Promise<Group> {
  const work = async (revision: Revision) => {
    const { numInsertedOrUpdatedRows } = await revision.db
      .insertInto("team")
      .values({ id, name, created: revision.at, version: 1 })
      .onConflict((conflict) => conflict.columns(["id"]).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) throw new StoreError("store/conflict", `there is a group "${id}" already`);
    await writeMembers(revision, id, members);
    const fields = [["name", null, name] as const, ["members", null, members] as const];
    await revision.record([{ kind: "group", subject: id, action: "created", fields }]);
    return await found(revision, id);
  };
  return await revise(engine, org, author, "group.created", work, now);
}

/**
 * Says who is in a group from now on; one that was only named becomes one that is kept. Throws `store/not-found`,
 * `store/version-conflict`.
 */
export async function setMembers(
  engine: Engine,
  org: number,
  author: Author,
  change: { readonly id: string; readonly members: readonly string[]; readonly version?: number },
  now?: () => number,
): Promise<Group> {
  const { id, members } = change;
  const work = async (revision: Revision) => {
    const before = await found(revision, id);
    if (change.version !== undefined && change.version !== before.version) {
      throw new StoreError("store/version-conflict", `the group is at version ${before.version}`, {
        version: before.version,
      });
    }
    await revision.db
      .insertInto("team")
      .values({ id, name: before.name, created: revision.at, version: 1 })
      .onConflict((conflict) => conflict.columns(["id"]).doUpdateSet({ version: before.version + 1 }))
      .execute();
    await revision.db.deleteFrom("team_member").where("team", "=", id).execute();
    await writeMembers(revision, id, members);
    const fields = [["members", before.members, members] as const];
    await revision.record([{ kind: "group", subject: id, action: "changed", fields }]);
    return await found(revision, id);
  };
  return await revise(engine, org, author, "group.changed", work, now);
}

/** Forgets a group and its members; one that owns something is still named. Throws `store/not-found`. */
export async function removeGroup(
  engine: Engine,
  org: number,
  author: Author,
  id: string,
  now?: () => number,
): Promise<void> {
  const work = async (revision: Revision) => {
    const members = await membersOf(revision, id);
    const { numDeletedRows } = await revision.db.deleteFrom("team").where("id", "=", id).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new StoreError("store/not-found", `there is no group "${id}" that somebody made`);
    await revision.db.deleteFrom("team_member").where("team", "=", id).execute();
    const fields = [["members", members, null] as const];
    await revision.record([{ kind: "group", subject: id, action: "removed", fields }]);
  };
  await revise(engine, org, author, "group.removed", work, now);
}

function owning({ db }: Scope) {
  return db
    .selectFrom("product")
    .select([
      sql<string>`owner_id`.as("id"),
      sql<string>`max(owner_name)`.as("name"),
      sql<number>`count(*)`.as("products"),
    ])
    .where("listed", "=", LISTED)
    .where("owner_kind", "=", "group")
    .where("owner_id", "is not", null)
    .groupBy("owner_id");
}

type Bare = Pick<GroupSummary, "id" | "name" | "version">;

function onlyNamed({ id, name }: { readonly id: string; readonly name: string }): Bare {
  return { id, name, version: 0 };
}

function onlyMade({ id, name, version }: Bare): Bare {
  return { id, name, version };
}

async function counts(scope: Scope, ids: readonly string[]) {
  const some = [...ids, ""];
  const products = await owning(scope).where("owner_id", "in", some).execute();
  const members = await scope.db
    .selectFrom("team_member")
    .select(["team", sql<number>`count(*)`.as("members")])
    .where("team", "in", some)
    .groupBy("team")
    .execute();
  const owned = new Map(products.map((row) => [row.id, row.products]));
  const inside = new Map(members.map((row) => [row.team, row.members]));
  return (id: string) => ({ products: owned.get(id) ?? 0, members: inside.get(id) ?? 0 });
}

async function membersOf({ db }: Scope, id: string): Promise<string[]> {
  const rows = await db.selectFrom("team_member").select("member").where("team", "=", id).orderBy("member").execute();
  return rows.map(({ member }) => member);
}

async function writeMembers(revision: Revision, team: string, members: readonly string[]): Promise<void> {
  await insertRows(
    revision,
    "team_member",
    [...new Set(members)].map((member) => ({ team, member })),
  );
}

async function found(revision: Revision, id: string): Promise<Group> {
  const group = await findGroup(revision, id);
  if (group === undefined) throw new StoreError("store/not-found", `there is no group "${id}"`);
  return group;
}
