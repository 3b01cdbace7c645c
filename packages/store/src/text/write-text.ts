/** Keeps the search index in step with products, in the same transaction. */
import { sql } from "kysely";
import { insertValues } from "../engines/insert-rows.ts";
import { portions } from "../ingest/chunks.ts";
import type { Scope } from "../scope.ts";
import { productTexts, type ProductText, substringText } from "./product-text.ts";
import { trigramNumbers } from "./trigrams.ts";

/** Keys stay below this; what is above is the organisation. */
const KEYS = 2 ** 32;

/** Where a product of an organisation is in the FTS5 tables. */
export function textRow(org: number, product: number): number {
  return org * KEYS + product;
}

export function productOfRow(row: number): number {
  return row % KEYS;
}

/** The word that stands for an organisation in the index; no name has such a word by chance and harm comes of none. */
export function organisationWord(org: number): string {
  return `zzorg${org}zz`;
}

/** Writes the text of these products anew, and takes those out that are in no list. */
export async function writeTexts(scope: Scope, keys: Iterable<number>, fresh: ReadonlySet<number>): Promise<void> {
  const write = scope.engine.kind === "sqlite" ? writeSqlite : writePostgres;
  for (const some of portions(keys, 200)) {
    const texts = await productTexts(scope, some);
    const listed = new Set(texts.map(({ product }) => product));
    await remove(
      scope,
      some.filter((key) => !listed.has(key) || !fresh.has(key)),
    );
    await write(scope, texts);
  }
}

async function remove(scope: Scope, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return;
  if (scope.engine.kind === "postgres") {
    await sql`delete from product_text where org = ${scope.org} and product in (${sql.join(keys)})`.execute(scope.db);
    return;
  }
  for (const table of ["product_words", "product_grams"]) {
    await sql`delete from ${sql.table(table)} where rowid in (${sql.join(keys.map((key) => textRow(scope.org, key)))})`.execute(
      scope.db,
    );
  }
}

async function writeSqlite(scope: Scope, texts: readonly ProductText[]): Promise<void> {
  const words = texts.map(({ product, name, aliases, mission, owners, units, paths }) => [
    textRow(scope.org, product),
    name,
    aliases,
    mission,
    owners,
    units,
    paths,
  ]);
  await insertValues(scope, "product_words", WORD_COLUMNS, words);
  const grams = texts.map((text) => [textRow(scope.org, text.product), substringText(text)]);
  await insertValues(scope, "product_grams", ["rowid", "text"], grams);
}

const WORD_COLUMNS = ["rowid", "name", "aliases", "mission", "owners", "units", "paths"];

/** A: name, B: aliases and units, C: owners and mission, D: paths. */
async function writePostgres(scope: Scope, texts: readonly ProductText[]): Promise<void> {
  if (texts.length === 0) return;
  const org = organisationWord(scope.org);
  const rows = texts.map((text) => {
    const plain = substringText(text);
    const weighted = sql.join(
      [
        [text.name, "A"],
        [`${text.aliases} ${text.units}`, "B"],
        [`${text.owners} ${text.mission}`, "C"],
        [text.paths, "D"],
      ].map(([words = "", weight = "D"]) => sql`setweight(to_tsvector('simple', ${split(words)}), ${sql.lit(weight)})`),
      sql` || `,
    );
    const grams = [-scope.org, ...trigramNumbers(plain)];
    return sql`(${scope.org}, ${text.product}, to_tsvector('simple', ${org}) || ${weighted}, ${grams}::integer[], ${plain})`;
  });
  await sql`insert into product_text (org, product, words, grams, plain) values ${sql.join(rows)}`.execute(scope.db);
}

/** PostgreSQL takes `@acme/app-core` for one word; people look for its parts, as FTS5 does. */
function split(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, " ");
}
