/** Who wants to be told by e-mail what happens to a product: at once, or once a day. */
import type { Engine } from "../engines/engine.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { queueMail } from "./queue.ts";

export const SUBSCRIPTION_MODES = ["now", "daily"] as const;

export interface Subscription {
  /** Id of the account. */
  readonly user: string;
  /** Id of the product. */
  readonly product: string;
  /** Where it is told. */
  readonly email: string;
  readonly mode: (typeof SUBSCRIPTION_MODES)[number];
}

const DAY = 24 * 3_600_000;
const COLUMNS = ["user_id as user", "product", "email", "mode"] as const;

export async function listSubscriptions({ db }: Scope, user: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom("subscription")
    .select(COLUMNS)
    .where("user_id", "=", user)
    .orderBy("product")
    .execute();
  return rows as Subscription[];
}

/** Begins, or changes how; from now on, whatever happened before. */
export async function subscribe(scope: Scope, { user, ...values }: Subscription, now: number): Promise<void> {
  const newest = await scope.db
    .selectFrom("organisation")
    .select("revision")
    .where("key", "=", scope.org)
    .executeTakeFirstOrThrow();
  const due = values.mode === "daily" ? now + DAY : null;
  const set = { email: values.email, mode: values.mode, told: newest.revision, due };
  await scope.db
    .insertInto("subscription")
    .values({ user_id: user, product: values.product, ...set, created: now })
    .onConflict((conflict) => conflict.columns(["user_id", "product"]).doUpdateSet(set))
    .execute();
}

/** What is not there has ended already. */
export async function unsubscribe({ db }: Scope, user: string, product: string): Promise<void> {
  await db.deleteFrom("subscription").where("user_id", "=", user).where("product", "=", product).execute();
}

/** Those that want to know at once, by product. */
export async function immediateSubscriptions({ db }: Scope): Promise<Map<string, Subscription[]>> {
  const rows = await db.selectFrom("subscription").select(COLUMNS).where("mode", "=", "now").execute();
  return Map.groupBy(rows as Subscription[], ({ product }) => product);
}

/** A mail about one revision of a product to each of them, once however often it is asked for. */
export async function queueImmediate(
  scope: Scope,
  subscriptions: readonly Subscription[],
  revision: number,
  now: number,
): Promise<void> {
  for (const { user, product, email } of subscriptions) {
    const payload = { user, products: [{ id: product, since: revision - 1, until: revision }] };
    await queueMail(scope, { recipient: email, kind: "changes", payload }, now, `mail_${user}_${product}_${revision}`);
  }
}

interface DueRow {
  readonly org: number;
  readonly user_id: string;
}

/** Queues a mail for everybody whose day is over and who has something to hear. Returns how many. */
export async function queueDigests(engine: Engine, now: number): Promise<number> {
  const due: readonly DueRow[] = await engine.read
    .selectFrom("subscription")
    .select(["org", "user_id"])
    .distinct()
    .where("due", "<=", now)
    .limit(200)
    .execute();
  let queued = 0;
  for (const { org, user_id } of due) if (await queueDigest(engine, org, user_id, now)) queued++;
  return queued;
}

/** Mail and mark are one transaction: of two servers that try, the second finds nothing due. */
async function queueDigest(engine: Engine, org: number, user: string, now: number): Promise<boolean> {
  return await engine.write.transaction().execute(async (db) => {
    const scope = scopeOf(engine, db, org);
    const rows = await scope.db
      .updateTable("subscription")
      .set({ due: now + DAY })
      .where("user_id", "=", user)
      .where("due", "<=", now)
      .returning(["product", "email", "told"])
      .execute();
    const products = [];
    for (const { product, told } of rows) {
      const until = await newestOf(scope, product, told);
      if (until === undefined) continue;
      products.push({ id: product, since: told, until });
      await scope.db
        .updateTable("subscription")
        .set({ told: until })
        .where("user_id", "=", user)
        .where("product", "=", product)
        .execute();
    }
    const [first] = rows;
    if (first === undefined || products.length === 0) return false;
    await queueMail(scope, { recipient: first.email, kind: "changes", payload: { user, products } }, now);
    return true;
  });
}

async function newestOf({ db }: Scope, product: string, told: number): Promise<number | undefined> {
  const row = await db
    .selectFrom("change")
    .innerJoin("product", "product.key", "change.product")
    .select("revision")
    .where("product.id", "=", product)
    .where("change.revision", ">", told)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.revision;
}
