/**
 * Revisions: every change is one transaction with one number, and everything it did hangs on that number:
 * audit entries, history, feed, events. Taking the number locks the organisation's row, so the numbers of
 * an organisation follow each other without gaps, on any number of servers.
 */
import { sql } from "kysely";
import type { Engine } from "./engines/engine.ts";
import { isStorageFull } from "./engines/full.ts";
import { insertRows } from "./engines/insert-rows.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { StoreError } from "./store-error.ts";
import { steadyNow } from "./steady-clock.ts";

/** Who changes something, and from which request. */
export interface Author {
  readonly actor: string;
  readonly kind: "person" | "token" | "system";
  readonly request?: string;
  readonly reason?: string;
}

export type FieldChange = readonly [field: string, before: unknown, after: unknown];

/** What a revision did to one thing. */
export interface Change {
  /** product, correction, token, … */
  readonly kind: string;
  readonly subject: string;
  readonly product?: number;
  readonly action: string;
  readonly fields?: readonly FieldChange[];
  /** Also an event for whoever listens, of type `<kind>.<action>`. Default: yes. */
  readonly silent?: boolean;
}

export interface Revision extends Scope {
  readonly number: number;
  readonly at: number;
  readonly author: Author;
  /** Notes changes; they are written in the same transaction. */
  record(changes: readonly Change[]): Promise<void>;
  /** What the revision was about, as a whole. */
  describe(detail: unknown): void;
}

/** Thrown by work that finds that there is nothing to do: rolls back, and is the result. */
export class Nothing<T> extends Error {
  override readonly name = "Nothing";
  readonly result: T;

  constructor(result: T) {
    super("nothing to do");
    this.result = result;
  }
}

/** Does `work` as one revision of the organisation: all of it, or nothing. */
export async function revise<T>(
  engine: Engine,
  org: number,
  author: Author,
  action: string,
  work: (revision: Revision) => Promise<T>,
  now: () => number = steadyNow,
): Promise<T> {
  try {
    return await engine.write.transaction().execute(async (db) => {
      const scope = scopeOf(engine, db, org);
      const { number, at } = await nextNumber(scope, now());
      let detail: unknown;
      const record = recorder(scope, number, at);
      const revision: Revision = {
        ...scope,
        number,
        at,
        author,
        record,
        describe: (what) => {
          detail = what;
        },
      };
      const result = await work(revision);
      await insertRows(scope, "revision", [
        {
          number,
          at,
          actor: author.actor,
          actor_kind: author.kind,
          request: author.request ?? null,
          action,
          reason: author.reason ?? null,
          detail: detail === undefined ? null : JSON.stringify(detail),
        },
      ]);
      return result;
    });
  } catch (error) {
    if (error instanceof Nothing) return error.result as T;
    if (isStorageFull(error))
      throw new StoreError("store/full", "there is no room left on the database's disk; nothing was changed");
    throw error;
  }
}

/** A clock that was set back must not put a change before an earlier one. */
async function nextNumber({ db, org }: Scope, now: number): Promise<{ readonly number: number; readonly at: number }> {
  const row = await db
    .updateTable("organisation")
    .set({
      revision: sql`revision + 1`,
      at: sql`case when at >= ${now} then at + 1 else cast(${now} as bigint) end`,
    })
    .where("key", "=", org)
    .returning(["revision as number", "at"])
    .executeTakeFirst();
  if (row === undefined) throw new StoreError("store/organisation-unknown", "the organisation was removed");
  return row;
}

function recorder(scope: Scope, revision: number, at: number): Revision["record"] {
  let ordinal = 0;
  return async (changes) => {
    const numbered = changes.map((change) => ({ ...change, ordinal: ordinal++ }));
    await insertRows(
      scope,
      "change",
      numbered.map((change) => ({
        revision,
        ordinal: change.ordinal,
        kind: change.kind,
        subject: change.subject,
        product: change.product ?? null,
        action: change.action,
        fields: change.fields === undefined ? null : JSON.stringify(change.fields),
      })),
    );
    await insertRows(
      scope,
      "outbox",
      numbered
        .filter(({ silent }) => silent !== true)
        .map((change) => ({
          revision,
          ordinal: change.ordinal,
          type: `${change.kind}.${change.action}`,
          subject: change.subject,
          at,
          data: change.fields === undefined ? null : JSON.stringify({ fields: change.fields.map(([field]) => field) }),
          state: "pending" as const,
          attempts: 0,
          due: at,
          lease: null,
          error: null,
        })),
    );
  };
}
