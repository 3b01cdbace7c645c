/** Members of organisations and their roles. Every change of them is a revision, with who made it. */
import type { Engine } from "../engines/engine.ts";
import { type Author, type Revision, revise } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";

/** From least to most. */
export const ROLES = ["viewer", "contributor", "administrator"] as const;

export type Role = (typeof ROLES)[number];

export interface Member {
  /** Id of the account. */
  readonly user: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly since: number;
}

export interface Membership {
  readonly organisation: string;
  readonly role: Role;
}

export async function membershipsOf({ read }: Engine, user: string): Promise<Membership[]> {
  const rows = await read
    .selectFrom("member")
    .innerJoin("organisation", "organisation.key", "member.org")
    .select(["organisation.id as organisation", "role"])
    .where("user_id", "=", user)
    .orderBy("organisation.id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

export async function listMembers({ db }: Scope): Promise<Member[]> {
  const rows = await db
    .selectFrom("member")
    .select(["user_id as user", "email", "name", "role", "since"])
    .orderBy("email")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Throws `store/not-found`, and `store/conflict` where nobody would be left to administer. */
export async function changeRole(
  engine: Engine,
  org: number,
  author: Author,
  user: string,
  role: Role,
  now?: () => number,
): Promise<void> {
  const work = async (revision: Revision) => {
    const before = await roleOf(revision, user);
    if (role !== "administrator") await keepAdministrator(revision, user);
    await revision.db.updateTable("member").set({ role }).where("user_id", "=", user).execute();
    const fields = [["role", before, role] as const];
    await revision.record([{ kind: "member", subject: user, action: "changed", fields, silent: true }]);
  };
  await revise(engine, org, author, "member.changed", work, now);
}

/** Throws as `changeRole` does. */
export async function removeMember(
  engine: Engine,
  org: number,
  author: Author,
  user: string,
  now?: () => number,
): Promise<void> {
  const work = async (revision: Revision) => {
    const before = await roleOf(revision, user);
    await keepAdministrator(revision, user);
    await revision.db.deleteFrom("member").where("user_id", "=", user).execute();
    await revision.db.deleteFrom("subscription").where("user_id", "=", user).execute();
    const fields = [["role", before, null] as const];
    await revision.record([{ kind: "member", subject: user, action: "removed", fields, silent: true }]);
  };
  await revise(engine, org, author, "member.removed", work, now);
}

async function roleOf({ db }: Scope, user: string): Promise<string> {
  const row = await db.selectFrom("member").select("role").where("user_id", "=", user).executeTakeFirst();
  if (row === undefined) throw new StoreError("store/not-found", `there is no member "${user}"`);
  return row.role;
}

/** Taking the revision locked the organisation, so two administrators can't remove each other at once. */
async function keepAdministrator({ db }: Scope, but: string): Promise<void> {
  const other = await db
    .selectFrom("member")
    .select("user_id")
    .where("role", "=", "administrator")
    .where("user_id", "!=", but)
    .executeTakeFirst();
  if (other !== undefined) return;
  throw new StoreError("store/conflict", "nobody would be left to administer the organisation: name another one first");
}
