/**
 * Search. SQLite: two FTS5 tables without contents of their own, one of words and one of trigrams. Their
 * rowid is made of the organisation's number and the product's key, so that a search is a range of rowids
 * and never walks through others' matches. PostgreSQL: one row a product with a tsvector and its trigrams
 * as an array, both under GIN, with the organisation as a word among them. Trigrams are made here and not
 * by `pg_trgm`, so that no extension is asked for.
 */
import { sql } from "kysely";
import { createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  const { db, engine } = migrating;
  if (engine.kind === "sqlite") {
    await sql`create virtual table product_words using fts5(name, aliases, mission, owners, units, paths,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`.execute(db);
    await sql`create virtual table product_grams using fts5(text,
      content = '', contentless_delete = 1, detail = full, tokenize = "trigram remove_diacritics 1")`.execute(db);
    return;
  }
  await createTable(migrating, "product_text", { columns: { org: "int", product: "int" }, primary: ["product"] });
  await sql`alter table product_text add words tsvector not null, add grams text[] not null, add plain text not null`.execute(
    db,
  );
  await sql`create index product_text_by_words on product_text using gin (words)`.execute(db);
  await sql`create index product_text_by_grams on product_text using gin (grams)`.execute(db);
}
