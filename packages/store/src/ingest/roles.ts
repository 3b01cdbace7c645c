/**
 * Who holds which product: owners as declared or found, the steward, the founder. A page of people sorts by
 * how many, so the numbers are columns; they are counted again only for whoever gained or lost a product.
 */
import type { OwnerRef } from "@freehold/model";
import { sql } from "kysely";
import { insertRows } from "../engines/insert-rows.ts";
import type { ProductColumns } from "../schema/portfolio.ts";
import { portions } from "./chunks.ts";
import type { ProductWords } from "./prepare/product.ts";
import type { Session } from "./session.ts";

export const ROLE = { owns: 1, stewards: 2, founded: 4 } as const;

interface HeldProduct {
  readonly key: number;
  readonly fresh: boolean;
  /** As the newest snapshot says it. */
  readonly ownership: ProductWords["ownership"];
  /** With what people corrected. */
  readonly after: Pick<ProductColumns, "owner_id" | "owner_name" | "owner_kind" | "owner_provenance">;
}

interface Holder {
  readonly name: string;
  readonly kind: string;
  roles: number;
}

export async function writeRoles(session: Session, products: readonly HeldProduct[]): Promise<void> {
  const { revision } = session;
  const existing = products.flatMap(({ key, fresh }) => (fresh ? [] : [key]));
  const known =
    existing.length === 0
      ? []
      : await revision.db
          .selectFrom("role")
          .select(["product", "person", "roles"])
          .where("product", "in", existing)
          .execute();
  const before = Map.groupBy(known, ({ product }) => product);
  const rows = [];
  for (const product of products) {
    const now = holdersOf(product);
    for (const { person, roles } of before.get(product.key) ?? []) {
      session.holders.set(person, session.holders.get(person) ?? { name: person, kind: "person" });
      if (now.get(person)?.roles === roles) continue;
      await revision.db.deleteFrom("role").where("product", "=", product.key).where("person", "=", person).execute();
    }
    const held = new Map((before.get(product.key) ?? []).map(({ person, roles }) => [person, roles]));
    for (const [person, { name, kind, roles }] of now) {
      session.holders.set(person, { name, kind });
      if (held.get(person) !== roles) rows.push({ product: product.key, person, roles });
    }
  }
  await insertRows(revision, "role", rows);
}

/** A claim by a person in the portfolio stands for what the snapshot found; declared owners stay. */
function holdersOf({ ownership, after }: HeldProduct): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  const add = ({ id, name, kind }: OwnerRef, role: number) => {
    const known = holders.get(id);
    if (known === undefined) holders.set(id, { name, kind, roles: role });
    else known.roles |= role;
  };
  for (const { value } of ownership.declared) add(value, ROLE.owns);
  if (after.owner_id !== null) {
    const kind = after.owner_kind === "group" ? "group" : "person";
    add({ kind, id: after.owner_id, name: after.owner_name ?? after.owner_id }, ROLE.owns);
  }
  if (ownership.steward !== undefined) add(ownership.steward.value, ROLE.stewards);
  if (ownership.founder !== undefined) add(ownership.founder.value, ROLE.founded);
  return holders;
}

interface Held {
  readonly person: string;
  readonly owns: number;
  readonly stewards: number;
  readonly founded: number;
}

/** An unknown holder gets a row of their own, without a document: no history speaks of them. */
const NOTHING = Uint8Array.of(0, 0x7b, 0x7d);

/** Counts what the holders that the session met hold now: of what is listed and not hidden, as lists show it. */
export async function countRoles({ revision, holders }: Session): Promise<void> {
  for (const some of portions(holders)) {
    const ids = some.map(([id]) => id);
    const { rows } = await sql<Held>`
      select r.person, ${held(ROLE.owns)} as owns, ${held(ROLE.stewards)} as stewards, ${held(ROLE.founded)} as founded
      from role r join product p on p.key = r.product
      where r.org = ${revision.org} and p.org = ${revision.org} and r.person in (${sql.join(ids)})
        and p.listed = 1 and p.hidden = 0
      group by r.person`.execute(revision.db);
    const counts = new Map(rows.map((row) => [row.person, row]));
    await insertRows(
      revision,
      "person",
      some.map(([id, { name, kind }]) => ({
        id,
        name,
        bot: 0 as const,
        commits: 0,
        last_commit: null,
        hash: NOTHING,
        since: revision.number,
        doc: NOTHING,
        kind,
        owns: counts.get(id)?.owns ?? 0,
        stewards: counts.get(id)?.stewards ?? 0,
        founded: counts.get(id)?.founded ?? 0,
      })),
      { conflict: { key: ["org", "id"], update: ["owns", "stewards", "founded"] } },
    );
  }
}

function held(role: number) {
  return sql`sum(case when (r.roles & ${sql.lit(role)}) <> 0 then 1 else 0 end)`;
}
