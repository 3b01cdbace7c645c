/**
 * Search: whole words, beginnings of words, and pieces of names.
 *
 * A word that half of the portfolio has can't be ranked as a whole in time. So candidates come in tiers,
 * the best first: those whose name or slug is what was typed, those with all words in the name, those with
 * all words anywhere, those with the text as a piece of a name. Each tier gives at most `CANDIDATES`, and
 * only these are ranked: by tier, then by how many rely on the product.
 */
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { queryWords, trigramNumbers } from "../text/trigrams.ts";
import { organisationWord, productOfRow, textRow } from "../text/write-text.ts";
import { matches, type ProductFilter } from "./product-filter.ts";
import { LISTED, presentRows, ROW_COLUMNS, type StoredProduct } from "./product-row.ts";

export interface SearchOptions {
  readonly filter?: ProductFilter;
  readonly limit?: number;
}

export interface SearchResult {
  readonly items: readonly StoredProduct[];
  /** Matches found; `more` says that there are others beyond what was looked at. */
  readonly total: number;
  readonly more: boolean;
}

const CANDIDATES = 500;

/** Products that the text finds, best first. A text without letters and digits finds nothing. */
export async function searchProducts(scope: Scope, text: string, options: SearchOptions = {}): Promise<SearchResult> {
  const { filter = {}, limit = 20 } = options;
  const { tierOf, more } = await candidates(scope, text);
  if (tierOf.size === 0) return { items: [], total: 0, more: false };
  const found = await scope.db
    .selectFrom("product")
    .select(["key", "dependents", "slug"])
    .where("key", "in", [...tierOf.keys()])
    .where("listed", "=", LISTED)
    .where(matches(filter))
    .execute();
  const ranked = found.sort(
    (a, b) =>
      (tierOf.get(a.key) ?? 0) - (tierOf.get(b.key) ?? 0) || b.dependents - a.dependents || (a.slug < b.slug ? -1 : 1),
  );
  const items = await rowsInOrder(
    scope,
    ranked.slice(0, limit).map(({ key }) => key),
  );
  return { items, total: found.length, more };
}

/** The same, as a filter of lists, counts and facets: keys of what the text finds; `more`: not all of it. */
export async function foundKeys(
  scope: Scope,
  text: string,
): Promise<{ readonly keys: readonly number[]; readonly more: boolean }> {
  const { tierOf, more } = await candidates(scope, text);
  return { keys: [...tierOf.keys()], more };
}

interface Candidates {
  /** Key of a product to the tier that found it, the best first. */
  readonly tierOf: ReadonlyMap<number, number>;
  readonly more: boolean;
}

async function candidates(scope: Scope, text: string): Promise<Candidates> {
  const words = queryWords(text);
  const tierOf = new Map<number, number>();
  if (words.length === 0) return { tierOf, more: false };
  let more = false;
  const finds = (await someHave(scope, words.slice(0, -1))) ? [exact, inName, anywhere, piece] : [exact, piece];
  for (const [tier, find] of finds.entries()) {
    if (tierOf.size >= CANDIDATES) {
      more = true;
      break;
    }
    const keys = await find(scope, text, words);
    more ||= keys.length >= CANDIDATES;
    for (const key of keys) if (!tierOf.has(key)) tierOf.set(key, tier);
  }
  return { tierOf, more };
}

async function rowsInOrder(scope: Scope, keys: readonly number[]): Promise<StoredProduct[]> {
  if (keys.length === 0) return [];
  const rows = await scope.db.selectFrom("product").select(ROW_COLUMNS).where("key", "in", keys).execute();
  const place = new Map(keys.map((key, index) => [key, index]));
  return await presentRows(
    scope,
    rows.sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0)),
  );
}

type Find = (scope: Scope, text: string, words: readonly string[]) => Promise<number[]>;

/** Each look-up by an index of its own: one condition with `or` would walk through all products. */
const exact: Find = async ({ db }, text) => {
  const keys: number[] = [];
  for (const column of ["slug", "name", "id"] as const) {
    const rows = await db
      .selectFrom("product")
      .select("key")
      .where("listed", "=", LISTED)
      .where(column, "=", text)
      .limit(CANDIDATES)
      .execute();
    for (const { key } of rows) keys.push(key);
  }
  const aliased = await db.selectFrom("alias").select("product").where("value", "=", text).limit(CANDIDATES).execute();
  return [...keys, ...aliased.map(({ product }) => product)];
};

const inName: Find = async (scope, _, words) => await byWords(scope, words, true);

const anywhere: Find = async (scope, _, words) => await byWords(scope, words, false);

/**
 * Whether any product has all of these whole words. Of a beginning, everything that begins so is collected before it
 * is compared with the other words: a piece of a name such as `oice-g` would cost that for a word that nothing has.
 */
async function someHave(scope: Scope, words: readonly string[]): Promise<boolean> {
  if (words.length === 0) return true;
  if (scope.engine.kind === "sqlite")
    return (await matching(scope, "product_words", words.map((word) => `"${word}"`).join(" "), 1)).length > 0;
  const terms = words.map((word) => `'${word}'`);
  return (await matchingWords(scope, terms, 1)).length > 0;
}

/** Every word must be there; the last may be only begun. */
async function byWords(scope: Scope, words: readonly string[], onlyName: boolean): Promise<number[]> {
  if (scope.engine.kind === "sqlite") {
    const terms = words.map((word, place) => (place === words.length - 1 ? `"${word}" *` : `"${word}"`)).join(" ");
    return await matching(scope, "product_words", onlyName ? `name : (${terms})` : terms, CANDIDATES);
  }
  const weight = onlyName ? "A" : "";
  const terms = words.map((word, place) => `'${word}':${place === words.length - 1 ? "*" : ""}${weight}`);
  return await matchingWords(scope, terms, CANDIDATES);
}

/** On PostgreSQL. */
async function matchingWords(scope: Scope, terms: readonly string[], limit: number): Promise<number[]> {
  const query = [organisationWord(scope.org), ...terms].join(" & ");
  const { rows } = await sql<{ key: number }>`
    select product as key from product_text where org = ${scope.org} and words @@ ${query}::tsquery
    limit ${limit}`.execute(scope.db);
  return rows.map(({ key }) => key);
}

/** The text as it was typed, as a piece of a name; less than three characters are too common to look for. */
const piece: Find = async (scope, text) => {
  const wanted = text.trim().toLowerCase();
  if (Array.from(wanted).length < 3) return [];
  if (scope.engine.kind === "sqlite")
    return await matching(scope, "product_grams", `"${wanted.replaceAll('"', '""')}"`, CANDIDATES);
  const pattern = `%${wanted.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<{ key: number }>`
    select product as key from product_text
    where org = ${scope.org} and grams @> ${[-scope.org, ...trigramNumbers(wanted)]}::integer[] and plain like ${pattern}
    limit ${CANDIDATES}`.execute(scope.db);
  return rows.map(({ key }) => key);
};

/** Rowids of one organisation follow each other; see the migration. */
async function matching(
  scope: Scope,
  table: "product_words" | "product_grams",
  query: string,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select rowid as row from ${sql.table(table)} where ${sql.ref(table)} match ${query}
      and rowid between ${textRow(scope.org, 0)} and ${textRow(scope.org + 1, 0)} limit ${limit}`.execute(scope.db);
  return rows.map(({ row }) => productOfRow(row));
}
