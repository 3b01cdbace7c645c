/** What a feed of a product is made of. */
import type { Feed } from "../events/feed.ts";
import { present } from "./not-found.ts";
import type { Call } from "./route.ts";

const NEWEST = 50;

/** Throws a problem of status 404. */
export async function feedOf(
  { organisation, server, request }: Call<unknown, unknown, unknown>,
  name: string,
): Promise<Feed> {
  const { row } = present(await organisation.product(name), "product", name);
  const { items } = await organisation.changes({ product: row.id, limit: NEWEST });
  return { product: row, changes: items, base: server.origin ?? `http://${request.host}`, now: server.now() };
}
