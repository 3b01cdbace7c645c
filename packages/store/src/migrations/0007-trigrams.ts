/**
 * Trigrams on PostgreSQL as numbers instead of texts: half as long, and what they find is compared with the text
 * anyway.
 */
import { sql } from "kysely";
import { trigramNumbers } from "../text/trigrams.ts";
import type { Migrating } from "./table.ts";

export async function up({ db, engine }: Migrating): Promise<void> {
  if (engine.kind === "sqlite") return;
  await sql`alter table product_text drop column grams`.execute(db);
  await sql`alter table product_text add grams integer[] not null default '{}'`.execute(db);
  await fillGrams(db);
  await sql`create index product_text_by_grams on product_text using gin (grams)`.execute(db);
}

const PORTION = 500;

async function fillGrams(db: Migrating["db"]): Promise<void> {
  for (let last = -1; ;) {
    const { rows } = await sql<{ org: number; product: number; plain: string }>`
      select org, product, plain from product_text where product > ${last} order by product limit ${PORTION}`.execute(
      db,
    );
    if (rows.length === 0) return;
    const filled = rows.map(
      ({ org, product, plain }) => sql`(${product}::integer, ${[-org, ...trigramNumbers(plain)]}::integer[])`,
    );
    await sql`update product_text set grams = v.grams from (values ${sql.join(filled)}) as v (product, grams)
      where product_text.product = v.product`.execute(db);
    last = rows.at(-1)?.product ?? last;
  }
}
