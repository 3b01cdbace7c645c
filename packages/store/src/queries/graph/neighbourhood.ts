/** The picture around a product: what is near it in both directions, with the edges between all of that. */
import type { GraphEdge, GraphNode, GraphResource, Violation } from "@freehold/model";
import { sql } from "kysely";
import { SHIPPED } from "@freehold/portfolio";
import { unpack } from "../../packed.ts";
import type { Scope } from "../../scope.ts";
import { countProducts } from "../count-products.ts";
import { locateProduct } from "../find-product.ts";
import { walk } from "./walk.ts";

export interface NeighbourhoodOptions {
  /** Edges away, 1 to 4; default 2. */
  readonly depth?: number;
  /** Most products; default and at most 300, what a picture can show. */
  readonly most?: number;
}

const MOST_NODES = 300;

/** Undefined where there is no such product. */
export async function neighbourhoodOf(
  scope: Scope,
  name: string,
  { depth = 2, most = MOST_NODES }: NeighbourhoodOptions = {},
): Promise<GraphResource | undefined> {
  const located = await locateProduct(scope, name);
  if (located === undefined) return undefined;
  const each = Math.max(1, Math.floor((Math.min(most, MOST_NODES) - 1) / 2));
  const reach = { most: each, depth: Math.min(Math.max(1, depth), 4) };
  const up = await walk(scope, [located.key], { direction: "up", ...reach });
  const down = await walk(scope, [located.key], { direction: "down", ...reach });
  const keys = [...new Set([located.key, ...up.found.keys(), ...down.found.keys()])];
  const rows = await nodeRows(scope, keys);
  const slugs = new Map(rows.map(({ key, node }) => [key, node.slug]));
  return {
    nodes: rows.map(({ node }) => node),
    edges: await edgesAmong(scope, slugs),
    total: await countProducts(scope),
    shown: "neighbourhood",
  };
}

export async function nodeRows({ db }: Scope, keys: readonly number[]) {
  const rows = await db
    .selectFrom("product")
    .leftJoin("repository", "repository.key", "product.repository")
    .select([
      "product.key",
      "product.id",
      "product.slug",
      "product.name",
      "product.kind",
      "product.owner_name as owner",
    ])
    .select([
      "product.reach",
      "product.dependents",
      "product.dependencies",
      "product.violations",
      "repository.id as repository",
    ])
    .where("product.key", "in", keys)
    .execute();
  return rows.map(({ key, owner, repository, ...row }) => ({
    key,
    node: {
      ...row,
      ...(owner === null ? {} : { owner }),
      ...(repository === null ? {} : { repository }),
      // The kind was validated when it came in; its column is a plain string.
    } as GraphNode,
  }));
}

export async function edgesAmong(scope: Scope, slugs: ReadonlyMap<number, string>): Promise<GraphEdge[]> {
  const keys = [...slugs.keys()];
  const rows = await scope.db
    .selectFrom("edge")
    .select(["source", "target", "scopes", "links"])
    .where("source", "in", keys)
    .where("target", "in", keys)
    .execute();
  const violated = await violatedPairs(scope, keys);
  return rows.map(({ source, target, scopes, links }) => ({
    from: slugs.get(source) ?? "",
    to: slugs.get(target) ?? "",
    uses: links,
    development: (scopes & SHIPPED) === 0,
    violation: violated.has(`${source} ${target}`),
  }));
}

async function violatedPairs({ db }: Scope, keys: readonly number[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("finding")
    .select(["product", "doc"])
    .where("product", "in", keys)
    .where("kind", "=", sql.lit("violation" as const))
    .execute();
  const found = rows.flatMap(({ product, doc }) => (unpack(doc) as Violation[]).map(({ to }) => ({ product, to })));
  const ids = [...new Set(found.flatMap(({ to }) => to ?? []))];
  if (ids.length === 0) return new Set();
  const targets = await db.selectFrom("product").select(["key", "id"]).where("id", "in", ids).execute();
  const keyOf = new Map(targets.map(({ id, key }) => [id, key]));
  return new Set(found.map(({ product, to }) => `${product} ${keyOf.get(to ?? "")}`));
}
