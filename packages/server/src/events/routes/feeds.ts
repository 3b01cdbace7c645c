/** A feed for every product. Feed readers can't send a token in a header of their own, but know Basic: any name, the token as password. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { judged, type Judging } from "../../accounts/judged.ts";
import { notFound } from "../../accounts/refusals.ts";
import { atomFeed, type Feed, jsonFeed } from "../feed.ts";

interface Named {
  readonly Params: { readonly product: string };
}

/** `base`: the public address, where one is set. */
export function feedRoutes(app: FastifyInstance, around: Judging, base: string | undefined): void {
  app.get<Named>("/api/v1/products/:product/feed.atom", async (request, reply) => {
    const feed = await feedOf(around, request, request.params.product, base);
    return await reply.type("application/atom+xml; charset=utf-8").send(atomFeed(feed));
  });
  app.get<Named>("/api/v1/products/:product/feed.json", async (request, reply) => {
    const feed = await feedOf(around, request, request.params.product, base);
    return await reply.type("application/feed+json; charset=utf-8").send(JSON.stringify(jsonFeed(feed)));
  });
}

async function feedOf(around: Judging, request: FastifyRequest, name: string, base: string | undefined): Promise<Feed> {
  const { organisation } = await judged(around, request, "read");
  const found = await organisation.product(name);
  if (found === undefined) throw notFound(`There is no product "${name.slice(0, 100)}".`);
  const { items } = await organisation.changes({ product: found.row.id, limit: 50 });
  return { product: found.row, changes: items, base: base ?? `http://${request.host}`, now: Date.now() };
}
