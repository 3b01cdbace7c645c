/** Slugs are unique in an organisation, while a snapshot knows only its own: the later one gets a number. */
import { sql } from "kysely";
import type { Scope } from "../scope.ts";

export interface SlugWish {
  readonly key: number;
  readonly slug: string;
}

/** Wish to slug, by key of the product. Products keep what they have; free wishes are granted in order. */
export async function grantSlugs({ db }: Scope, wishes: readonly SlugWish[]): Promise<Map<number, string>> {
  const granted = new Map<number, string>();
  if (wishes.length === 0) return granted;
  const taken = new Map<string, number>();
  const rows = await db
    .selectFrom("product")
    .select(["key", "slug"])
    .where("listed", "=", sql.lit(1 as const))
    .where(
      "slug",
      "in",
      wishes.map(({ slug }) => slug),
    )
    .execute();
  for (const { key, slug } of rows) taken.set(slug, key);
  for (const { key, slug } of wishes) {
    const holder = taken.get(slug);
    const own = holder === undefined || holder === key ? slug : await nextFree(db, key, slug, taken);
    taken.set(own, key);
    granted.set(key, own);
  }
  return granted;
}

async function nextFree(
  db: Scope["db"],
  key: number,
  slug: string,
  taken: ReadonlyMap<string, number>,
): Promise<string> {
  for (let number = 2; ; number *= 2) {
    const range = Array.from({ length: number }, (_, place) => `${slug}-${number + place}`);
    const rows = await db
      .selectFrom("product")
      .select("slug")
      .where("listed", "=", sql.lit(1 as const))
      .where("key", "<>", key)
      .where("slug", "in", range)
      .execute();
    const used = new Set(rows.map((row) => row.slug));
    const free = range.find((candidate) => !used.has(candidate) && (taken.get(candidate) ?? key) === key);
    if (free !== undefined) return free;
  }
}
