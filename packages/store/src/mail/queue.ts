/**
 * E-mail that waits to be sent: written with whatever it tells of, tried until it was sent, kept for a person to
 * look at where it never will be. What a mail says is made when it is sent; a payload that holds a link with a
 * secret is forgotten then.
 */
import { randomUUID } from "node:crypto";
import type { Engine } from "../engines/engine.ts";
import type { MailTable } from "../schema/mail.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";
import { type ClaimOptions, claimRows } from "../work/claim.ts";

export interface MailInput {
  readonly recipient: string;
  readonly kind: "invitation" | "password" | "changes";
  readonly payload: unknown;
}

export interface QueuedMail {
  readonly id: string;
  /** Number of the organisation in this store; see `organisations()`. */
  readonly org: number;
  readonly recipient: string;
  readonly kind: string;
  readonly state: "pending" | "done" | "dead";
  readonly attempts: number;
  readonly due: number;
  readonly at: number;
  readonly error?: string;
}

export interface ClaimedMail extends QueuedMail {
  readonly payload: unknown;
}

export interface MailClaims {
  /** Mails that are due, of all organisations. */
  claim(options: ClaimOptions): Promise<ClaimedMail[]>;
  /** What came of an attempt; `due`: when to try again, absent: never. */
  settle(mail: Pick<QueuedMail, "org" | "id">, lease: string, outcome: MailOutcome): Promise<void>;
}

export interface MailOutcome {
  readonly state: "pending" | "done" | "dead";
  readonly error?: string;
  readonly due?: number;
}

/** An id that is there already is the same mail. */
export async function queueMail(scope: Scope, input: MailInput, now: number, id: string = randomId()): Promise<string> {
  const { recipient, kind, payload } = input;
  const row = { recipient, kind, payload: JSON.stringify(payload), state: "pending" as const };
  await scope.db
    .insertInto("mail")
    .values({ id, ...row, attempts: 0, due: now, lease: null, error: null, at: now })
    .onConflict((conflict) => conflict.columns(["id"]).doNothing())
    .execute();
  return id;
}

/** Newest first, without what they say. */
export async function listMail({ db, org }: Scope, limit: number = 100): Promise<QueuedMail[]> {
  const rows = await db
    .selectFrom("mail")
    .selectAll()
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(Math.min(limit, 500))
    .execute();
  return rows.map((row) => present({ ...row, org }));
}

/** Makes a dead mail due again. Throws `store/not-found`. */
export async function replayMail({ db }: Scope, id: string, now: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("mail")
    .set({ state: "pending", due: now, attempts: 0, lease: null, error: null })
    .where("id", "=", id)
    .where("state", "=", "dead")
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new StoreError("store/not-found", `there is no dead e-mail "${id}"`);
}

export function openMail(engine: Engine): MailClaims {
  const table = { table: "mail", key: ["org", "id"], open: ["pending"] } as const;
  return {
    claim: async (options) =>
      (await claimRows<MailTable>(engine, table, options)).map((row) => ({
        ...present(row),
        payload: JSON.parse(row.payload ?? "null") as unknown,
      })),
    async settle({ org, id }, lease, { state, error, due }) {
      await engine.write
        .updateTable("mail")
        .set({
          state,
          error: error ?? null,
          lease: null,
          ...(due === undefined ? {} : { due }),
          ...(state === "done" ? { payload: null } : {}),
        })
        .where("org", "=", org)
        .where("id", "=", id)
        .where("lease", "=", lease)
        .execute();
    },
  };
}

/** Forgets mails from before a time that were sent, or never will be. */
export async function pruneMail(engine: Engine, before: number): Promise<void> {
  await engine.write.deleteFrom("mail").where("state", "!=", "pending").where("at", "<", before).execute();
}

function present({ payload: _payload, lease: _lease, error, ...row }: MailTable): QueuedMail {
  return { ...row, ...(error === null ? {} : { error }) };
}

function randomId(): string {
  return `mail_${randomUUID().replaceAll("-", "")}`;
}
