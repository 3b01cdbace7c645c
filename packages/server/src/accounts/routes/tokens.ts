/** API tokens: made by people for themselves, shown once, revoked by them or by an administrator. */
import { randomUUID } from "node:crypto";
import type { ApiToken } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Surroundings } from "../authenticate.ts";
import { judged } from "../judged.ts";
import { parseBody } from "../body.ts";
import { RIGHTS } from "../policy.ts";
import { forbidden, notFound } from "../refusals.ts";
import { hashOf, newSecret, TOKEN_PREFIX } from "../secrets.ts";
import { iso } from "./iso.ts";

const DAY = 24 * 3_600_000;

const body = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(RIGHTS)).min(1).max(RIGHTS.length),
  days: z.int().min(1).max(366).default(90),
});

export function tokenRoutes(app: FastifyInstance, around: Surroundings): void {
  app.get("/api/v1/tokens", async (request) => {
    const { organisation, actor } = await judged(around, request, "read");
    const all = await actor.may("administer", {});
    const tokens = await organisation.tokens.list();
    return { items: tokens.filter((token) => all || token.actor === actor.user).map(present) };
  });
  app.post("/api/v1/tokens", async (request, reply) => {
    const { organisation, actor, author } = await judged(around, request, "read");
    // Else a token that leaks could make itself another one, with more scopes and a longer life.
    if (actor.kind === "token") throw forbidden("A token can't make tokens; sign in.");
    const { name, scopes, days } = parseBody(body, request.body);
    const token = newSecret(TOKEN_PREFIX);
    const id = `tok_${randomUUID().replaceAll("-", "")}`;
    const expires = around.now() + days * DAY;
    await organisation.tokens.create(author, { id, name, scopes, actor: actor.user, hash: hashOf(token), expires });
    const made = { id, name, scopes, expires: iso(expires), token };
    return await reply.code(201).header("cache-control", "no-store").send(made);
  });
  app.delete<{ readonly Params: { readonly id: string } }>("/api/v1/tokens/:id", async (request, reply) => {
    const { organisation, actor, author } = await judged(around, request, "read");
    const { id } = request.params;
    const token = (await organisation.tokens.list()).find((candidate) => candidate.id === id);
    const theirs = token?.actor === actor.user && (actor.kind === "person" || actor.id === id);
    if (token === undefined || !(theirs || (await actor.may("administer", {})))) {
      throw notFound(`There is no token "${id.slice(0, 100)}" of yours.`);
    }
    await organisation.tokens.revoke(author, id);
    return await reply.code(204).send();
  });
}

function present({ created, expires, used, revoked, ...token }: ApiToken) {
  return {
    ...token,
    created: iso(created),
    ...(expires === undefined ? {} : { expires: iso(expires) }),
    ...(used === undefined ? {} : { used: iso(used) }),
    ...(revoked === undefined ? {} : { revoked: iso(revoked) }),
  };
}
