/** What of a product is searched, gathered from rows that are there anyway. */
import type { Scope } from "../scope.ts";

export interface ProductText {
  readonly product: number;
  readonly name: string;
  readonly aliases: string;
  readonly mission: string;
  readonly owners: string;
  readonly units: string;
  readonly paths: string;
}

/** Names beyond this many say nothing new, and a hostile manifest must not fill the index. */
const MOST_LENGTH = 2000;

/** The text of the products that are in lists; the others are found no more. */
export async function productTexts({ db }: Scope, keys: readonly number[]): Promise<ProductText[]> {
  const products = await db
    .selectFrom("product")
    .select(["key", "slug", "name", "mission", "owner_id", "owner_name"])
    .where("key", "in", keys)
    .where("listed", "=", 1)
    .execute();
  const aliases = grouped(
    await db.selectFrom("alias").select(["product", "value"]).where("product", "in", keys).execute(),
  );
  const units = await db.selectFrom("unit").select(["product", "name", "path"]).where("product", "in", keys).execute();
  const names = grouped(units.map(({ product, name }) => ({ product, value: name })));
  const paths = grouped(units.map(({ product, path }) => ({ product, value: path })));
  return products.map(({ key, slug, name, mission, owner_id, owner_name }) => ({
    product: key,
    name: joined([name, slug]),
    aliases: joined(aliases.get(key) ?? []),
    mission: mission ?? "",
    owners: joined([owner_name ?? "", owner_id ?? ""]),
    units: joined(names.get(key) ?? []),
    paths: joined(paths.get(key) ?? []),
  }));
}

/** What substrings are looked for in: names, not sentences. */
export function substringText({ name, aliases, owners, units }: ProductText): string {
  return joined([name, aliases, owners, units].flatMap((text) => text.split("\n"))).toLowerCase();
}

function joined(values: readonly string[]): string {
  return [...new Set(values)]
    .filter((value) => value !== "")
    .join("\n")
    .slice(0, MOST_LENGTH);
}

function grouped(rows: readonly { readonly product: number | null; readonly value: string }[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const { product, value } of rows) {
    if (product === null) continue;
    const group = groups.get(product);
    if (group === undefined) groups.set(product, [value]);
    else group.push(value);
  }
  return groups;
}
