/** Invitations: links that make whoever follows them a member, once. Only hashes of their secrets are kept. */
import type { Engine } from "../engines/engine.ts";
import { type Author, Nothing, type Revision, revise } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";
import type { Role } from "./members.ts";
import { steadyNow } from "../steady-clock.ts";

export interface Invitation {
  readonly id: string;
  readonly email?: string;
  readonly role: Role;
  readonly created: number;
  readonly expires: number;
  readonly used?: number;
}

export interface InvitationInput {
  readonly id: string;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly hash: string;
  /** Absent in the one that sets a server up. */
  readonly email?: string;
  readonly role: Role;
  readonly expires: number;
}

export interface Accepting {
  /** Id of the account. */
  readonly user: string;
  readonly email: string;
  readonly name: string;
}

export interface AcceptedInvitation {
  readonly organisation: string;
  readonly role: Role;
}

const COLUMNS = ["id", "email", "role", "created", "expires", "used"] as const;

export async function createInvitation(
  engine: Engine,
  org: number,
  author: Author,
  input: InvitationInput,
  now?: () => number,
): Promise<void> {
  const work = async (revision: Revision) => {
    const { email, ...rest } = input;
    await revision.db
      .insertInto("invitation")
      .values({ ...rest, email: email ?? null, created: revision.at, used: null })
      .execute();
    const fields = [["role", null, input.role] as const, ["email", null, email ?? null] as const];
    await revision.record([{ kind: "invitation", subject: input.id, action: "created", fields, silent: true }]);
  };
  await revise(engine, org, author, "invitation.created", work, now);
}

/**
 * The one link that sets an organisation up: while it has no member, the last link works, of however many servers that
 * start at once. False, and nothing is made, once there is a member.
 */
export async function renewSetup(
  engine: Engine,
  org: number,
  author: Author,
  input: Omit<InvitationInput, "email">,
  now?: () => number,
): Promise<boolean> {
  // Taking the revision's number locks the organisation: who comes second sees what the first has made.
  const work = async (revision: Revision) => {
    const { db } = revision;
    if ((await db.selectFrom("member").select("user_id").limit(1).executeTakeFirst()) !== undefined) {
      throw new Nothing(false);
    }
    const earlier = await db
      .deleteFrom("invitation")
      .where("email", "is", null)
      .where("used", "is", null)
      .returning("id")
      .execute();
    await db
      .insertInto("invitation")
      .values({ ...input, email: null, created: revision.at, used: null })
      .execute();
    await revision.record([
      ...earlier.map(({ id }) => ({ kind: "invitation", subject: id, action: "removed", silent: true })),
      {
        kind: "invitation",
        subject: input.id,
        action: "created",
        fields: [["role", null, input.role] as const],
        silent: true,
      },
    ]);
    return true;
  };
  return await revise(engine, org, author, "invitation.created", work, now);
}

export async function listInvitations({ db }: Scope): Promise<Invitation[]> {
  const rows = await db.selectFrom("invitation").select(COLUMNS).orderBy("created").execute();
  return rows.map(present);
}

/** Throws `store/not-found`. */
export async function revokeInvitation(
  engine: Engine,
  org: number,
  author: Author,
  id: string,
  now?: () => number,
): Promise<void> {
  const work = async (revision: Revision) => {
    const { numDeletedRows } = await revision.db
      .deleteFrom("invitation")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new StoreError("store/not-found", `there is no invitation "${id}"`);
    await revision.record([{ kind: "invitation", subject: id, action: "removed", silent: true }]);
  };
  await revise(engine, org, author, "invitation.removed", work, now);
}

/** One that still works. */
export async function findInvitation(
  { read }: Engine,
  hash: string,
  now: number,
): Promise<(Invitation & { readonly organisation: string; readonly org: number }) | undefined> {
  const row = await read
    .selectFrom("invitation")
    .innerJoin("organisation", "organisation.key", "invitation.org")
    .select(["invitation.id", "email", "role", "invitation.created", "expires", "used", "invitation.org"])
    .select("organisation.id as organisation")
    .where("hash", "=", hash)
    .where("used", "is", null)
    .where("expires", ">", now)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...present(row), organisation: row.organisation, org: row.org };
}

/**
 * The mark and the membership are one transaction: of two who follow a link at once, one joins. Who is a member
 * already keeps the role that they have.
 */
export async function acceptInvitation(
  engine: Engine,
  hash: string,
  { user, email, name }: Accepting,
  now: () => number = steadyNow,
): Promise<AcceptedInvitation> {
  const found = await findInvitation(engine, hash, now());
  if (found === undefined)
    throw new StoreError("store/not-found", "this invitation was used, withdrawn or has expired");
  const { role, organisation, id, org } = found;
  const work = async (revision: Revision) => {
    const { numUpdatedRows } = await revision.db
      .updateTable("invitation")
      .set({ used: revision.at })
      .where("id", "=", id)
      .where("used", "is", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new StoreError("store/not-found", "this invitation was used");
    await revision.db
      .insertInto("member")
      .values({ user_id: user, email, name, role, since: revision.at })
      .onConflict((conflict) => conflict.columns(["user_id"]).doNothing())
      .execute();
    const fields = [["role", null, role] as const, ["invitation", null, id] as const];
    await revision.record([{ kind: "member", subject: user, action: "created", fields, silent: true }]);
    return { organisation, role };
  };
  return await revise(engine, org, { actor: email, kind: "person" }, "member.created", work, now);
}

function present(row: {
  readonly id: string;
  readonly email: string | null;
  readonly role: string;
  readonly created: number;
  readonly expires: number;
  readonly used: number | null;
}): Invitation {
  const { id, email, role, created, expires, used } = row;
  return {
    id,
    role: role as Role,
    created,
    expires,
    ...(email === null ? {} : { email }),
    ...(used === null ? {} : { used }),
  };
}
