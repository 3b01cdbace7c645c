/**
 * The picture of the whole portfolio, or of the part of it that fits: those that most others rely on. What
 * was chosen is said, since a picture that leaves out silently misleads.
 */
import type { GraphResource } from "@freehold/model";
import type { Scope } from "../../scope.ts";
import { countProducts } from "../count-products.ts";
import { LISTED } from "../product-row.ts";
import { edgesAmong, nodeRows } from "./neighbourhood.ts";

/** `most`: products at most, 1 to 300. Hidden candidates are in no picture. */
export async function pictureOf(scope: Scope, most: number): Promise<GraphResource> {
  const total = await countProducts(scope, { hidden: false });
  const { keys, shown } =
    total <= most ? { keys: await allKeys(scope), shown: "all" as const } : await chosen(scope, most);
  if (keys.length === 0) return { nodes: [], edges: [], total, shown };
  const rows = await nodeRows(scope, keys);
  const slugs = new Map(rows.map(({ key, node }) => [key, node.slug]));
  return { nodes: rows.map(({ node }) => node), edges: await edgesAmong(scope, slugs), total, shown };
}

function listed({ db }: Scope) {
  return db.selectFrom("product").select("key").where("listed", "=", LISTED).where("hidden", "=", 0);
}

async function allKeys(scope: Scope): Promise<number[]> {
  return (await listed(scope).execute()).map(({ key }) => key);
}

async function chosen(scope: Scope, most: number) {
  const connected = await listed(scope)
    .where((expression) => expression.or([expression("dependents", ">", 0), expression("dependencies", ">", 0)]))
    .limit(most + 1)
    .execute();
  if (connected.length <= most) return { keys: connected.map(({ key }) => key), shown: "connected" as const };
  const rows = await listed(scope).orderBy("reach", "desc").orderBy("key", "desc").limit(most).execute();
  return { keys: rows.map(({ key }) => key), shown: "most-relied-on" as const };
}
