/** Webhooks of an organisation: where events go, and what became of each delivery. */
import { randomUUID } from "node:crypto";
import type { Engine } from "../engines/engine.ts";
import { type Author, revise } from "../revisions.ts";
import type { DeliveryTable } from "../schema/work.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";
import { type ClaimOptions, claimRows } from "../work/claim.ts";

export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** The newest first; while one is replaced, both sign. */
  readonly secrets: readonly string[];
  /** Types of events; empty: all. */
  readonly events: readonly string[];
  readonly active: boolean;
  readonly created: number;
  /** Since when no delivery succeeded. */
  readonly failing?: number;
  readonly version: number;
}

export type WebhookInput = Pick<Webhook, "url" | "secrets" | "events" | "active">;

export async function listWebhooks({ db }: Scope): Promise<Webhook[]> {
  const rows = await db.selectFrom("webhook").selectAll().orderBy("created").execute();
  return rows.map(({ secrets, events, active, failing, ...row }) => ({
    ...row,
    secrets: JSON.parse(secrets) as string[],
    events: JSON.parse(events) as string[],
    active: active === 1,
    ...(failing === null ? {} : { failing }),
  }));
}

/** Makes a webhook, or changes one at the version that was seen. Throws `store/not-found`, `store/version-conflict`. */
export async function saveWebhook(
  engine: Engine,
  org: number,
  author: Author,
  input: WebhookInput & { readonly id?: string; readonly version?: number },
  now?: () => number,
): Promise<{ readonly id: string; readonly version: number }> {
  const action = input.id === undefined ? "webhook.created" : "webhook.changed";
  return await revise(
    engine,
    org,
    author,
    action,
    async (revision) => {
      const values = {
        url: input.url,
        secrets: JSON.stringify(input.secrets),
        events: JSON.stringify(input.events),
        active: input.active ? (1 as const) : (0 as const),
      };
      const id = input.id ?? `whk_${randomUUID().replaceAll("-", "")}`;
      const before = await revision.db
        .selectFrom("webhook")
        .select(["version", "url", "active"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (input.id !== undefined && before === undefined)
        throw new StoreError("store/not-found", `there is no webhook "${id}"`);
      if (before !== undefined && input.version !== undefined && input.version !== before.version) {
        throw new StoreError("store/version-conflict", `the webhook is at version ${before.version}`, {
          version: before.version,
        });
      }
      const version = (before?.version ?? 0) + 1;
      if (before === undefined) {
        await revision.db
          .insertInto("webhook")
          .values({ id, ...values, created: revision.at, failing: null, version })
          .execute();
      } else {
        await revision.db
          .updateTable("webhook")
          .set({ ...values, version })
          .where("id", "=", id)
          .execute();
      }
      const fields = [
        ["url", before?.url ?? null, input.url] as const,
        ["active", before?.active ?? null, values.active] as const,
      ];
      await revision.record([
        { kind: "webhook", subject: id, action: before === undefined ? "created" : "changed", fields, silent: true },
      ]);
      return { id, version };
    },
    now,
  );
}

/** Throws `store/not-found`. */
export async function removeWebhook(
  engine: Engine,
  org: number,
  author: Author,
  id: string,
  now?: () => number,
): Promise<void> {
  await revise(
    engine,
    org,
    author,
    "webhook.removed",
    async (revision) => {
      const { numDeletedRows } = await revision.db.deleteFrom("webhook").where("id", "=", id).executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new StoreError("store/not-found", `there is no webhook "${id}"`);
      await revision.db
        .updateTable("delivery")
        .set({ state: "dead", error: "the webhook was removed" })
        .where("webhook", "=", id)
        .where("state", "=", "pending")
        .execute();
      await revision.record([{ kind: "webhook", subject: id, action: "removed", silent: true }]);
    },
    now,
  );
}

/** When deliveries began to fail, or that they work again; not a change that anybody made. */
export async function markWebhook({ db }: Scope, id: string, failing: number | null, active: boolean): Promise<void> {
  await db
    .updateTable("webhook")
    .set({ failing, active: active ? 1 : 0 })
    .where("id", "=", id)
    .execute();
}

export interface Delivery {
  readonly id: string;
  /** Number of the organisation in this store; see `organisations()`. */
  readonly org: number;
  readonly webhook: string;
  /** Id of the event. */
  readonly event: string;
  readonly state: "pending" | "done" | "dead";
  readonly attempts: number;
  readonly due: number;
  readonly status?: number;
  readonly error?: string;
  readonly at: number;
}

/** Queues an event for webhooks; the same event for the same webhook only once. */
export async function queueDeliveries(
  scope: Scope,
  event: string,
  webhooks: readonly string[],
  now: number,
): Promise<void> {
  const [, , revision = 0, ordinal = 0] = event.split("_").map(Number);
  for (const webhook of webhooks) {
    await scope.db
      .insertInto("delivery")
      .values({
        id: `dlv_${webhook}_${revision}_${ordinal}`,
        webhook,
        revision,
        ordinal,
        state: "pending",
        attempts: 0,
        due: now,
        lease: null,
        status: null,
        error: null,
        at: now,
      })
      .onConflict((conflict) => conflict.columns(["id"]).doNothing())
      .execute();
  }
}

export interface DeliveryOptions {
  readonly state?: Delivery["state"];
  /** At most 500; default 100. */
  readonly limit?: number;
}

/** Newest first, each with the type of its event as long as that is kept. */
export async function listDeliveries(
  scope: Scope,
  webhook: string,
  { state, limit = 100 }: DeliveryOptions = {},
): Promise<(Delivery & { readonly type?: string })[]> {
  let query = scope.db
    .selectFrom("delivery")
    .leftJoin("outbox", (join) =>
      join.onRef("outbox.revision", "=", "delivery.revision").onRef("outbox.ordinal", "=", "delivery.ordinal"),
    )
    .selectAll("delivery")
    .select("outbox.type")
    .where("webhook", "=", webhook);
  if (state !== undefined) query = query.where("delivery.state", "=", state);
  const rows = await query.orderBy("delivery.at", "desc").orderBy("delivery.id").limit(Math.min(limit, 500)).execute();
  return rows.map(({ type, ...row }) => ({
    ...presentDelivery({ ...row, org: scope.org }),
    ...(type === null ? {} : { type }),
  }));
}

/** Makes a delivery due again. Throws `store/not-found`. */
export async function replayDelivery({ db }: Scope, id: string, now: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("delivery")
    .set({ state: "pending", due: now, attempts: 0, lease: null, error: null })
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new StoreError("store/not-found", `there is no delivery "${id}"`);
}

export interface DeliveryClaims {
  claim(options: ClaimOptions): Promise<Delivery[]>;
  /** What came of an attempt; `due`: when to try again, absent: never. */
  settle(delivery: Pick<Delivery, "org" | "id">, lease: string, outcome: DeliveryOutcome): Promise<void>;
}

export interface DeliveryOutcome {
  readonly state: "pending" | "done" | "dead";
  readonly status?: number;
  readonly error?: string;
  readonly due?: number;
}

export function openDeliveries(engine: Engine): DeliveryClaims {
  const table = { table: "delivery", key: ["org", "id"], open: ["pending"] } as const;
  return {
    claim: async (options) => (await claimRows<DeliveryTable>(engine, table, options)).map(presentDelivery),
    async settle({ org, id }, lease, { state, status, error, due }) {
      await engine.write
        .updateTable("delivery")
        .set({
          state,
          status: status ?? null,
          error: error ?? null,
          lease: null,
          ...(due === undefined ? {} : { due }),
        })
        .where("org", "=", org)
        .where("id", "=", id)
        .where("lease", "=", lease)
        .execute();
    },
  };
}

function presentDelivery({ revision, ordinal, lease: _lease, status, error, ...row }: DeliveryTable): Delivery {
  return {
    ...row,
    event: `evt_${row.org}_${revision}_${ordinal}`,
    ...(status === null ? {} : { status }),
    ...(error === null ? {} : { error }),
  };
}
