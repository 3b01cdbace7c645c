/** Webhooks of the organisation: made and changed by administrators, with their deliveries and replays. */
import { randomBytes } from "node:crypto";
import type { OrganisationStore, Webhook } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import { parseBody } from "../../accounts/body.ts";
import { invalid, notFound } from "../../accounts/refusals.ts";
import { iso } from "../../accounts/routes/iso.ts";
import { judged, type Judging } from "../../accounts/judged.ts";
import { checkUrl, DestinationRefused } from "../destination.ts";

const EVENT = z.string().regex(/^[a-z]+\.(?:[a-z-]+|\*)$/, "write a type such as product.changed, or product.*");
const events = z.array(EVENT).max(50).default([]);
const url = z.string().min(1).max(2000);
const added = z.strictObject({ url, events });
const changed = z.strictObject({ url, events, active: z.boolean(), version: z.int() });

interface Named {
  readonly Params: { readonly id: string };
}

export function webhookRoutes(app: FastifyInstance, around: Judging): void {
  app.get("/api/v1/webhooks", async (request) => {
    const { organisation } = await judged(around, request, "administer");
    return { items: (await organisation.webhooks.list()).map(present) };
  });
  app.post("/api/v1/webhooks", async (request, reply) => {
    const { organisation, author } = await judged(around, request, "administer");
    const body = parseBody(added, request.body);
    checked(body.url);
    const secret = newSecret();
    const saved = await organisation.webhooks.save(author, { ...body, secrets: [secret], active: true });
    return await reply
      .code(201)
      .header("cache-control", "no-store")
      .send({ ...saved, secret });
  });
  app.put<Named>("/api/v1/webhooks/:id", async (request) => {
    const { organisation, author } = await judged(around, request, "administer");
    const { id } = request.params;
    const { secrets } = await found(organisation, id);
    const body = parseBody(changed, request.body);
    checked(body.url);
    return await organisation.webhooks.save(author, { ...body, id, secrets });
  });
  /** A new secret; the one before signs beside it until the next rotation. */
  app.post<Named>("/api/v1/webhooks/:id/secret", async (request, reply) => {
    const { organisation, author } = await judged(around, request, "administer");
    const webhook = await found(organisation, request.params.id);
    const secret = newSecret();
    const secrets = [secret, ...webhook.secrets.slice(0, 1)];
    const saved = await organisation.webhooks.save(author, { ...webhook, secrets });
    return await reply
      .code(201)
      .header("cache-control", "no-store")
      .send({ ...saved, secret });
  });
  app.delete<Named>("/api/v1/webhooks/:id", async (request, reply) => {
    const { organisation, author } = await judged(around, request, "administer");
    await organisation.webhooks.remove(author, request.params.id);
    return await reply.code(204).send();
  });
  app.get<Named>("/api/v1/webhooks/:id/deliveries", async (request) => {
    const { organisation } = await judged(around, request, "administer");
    await found(organisation, request.params.id);
    const items = await organisation.webhooks.deliveries(request.params.id);
    return { items: items.map(({ org: _org, at, due, ...rest }) => ({ ...rest, at: iso(at), due: iso(due) })) };
  });
  app.post<Named>("/api/v1/deliveries/:id/replay", async (request, reply) => {
    const { organisation } = await judged(around, request, "administer");
    await organisation.webhooks.replay(request.params.id);
    return await reply.code(202).send({ replayed: 1 });
  });
}

/** 32 random bytes, in the form that Standard Webhooks asks for. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

function checked(text: string): void {
  try {
    checkUrl(text);
  } catch (error) {
    if (error instanceof DestinationRefused) throw invalid(error.message, [{ pointer: "/url", detail: error.message }]);
    throw error;
  }
}

async function found(organisation: OrganisationStore, id: string): Promise<Webhook> {
  const webhook = (await organisation.webhooks.list()).find((candidate) => candidate.id === id);
  if (webhook === undefined) throw notFound(`There is no webhook "${id.slice(0, 100)}".`);
  return webhook;
}

function present({ secrets: _secrets, created, failing, ...webhook }: Webhook) {
  return { ...webhook, created: iso(created), ...(failing === undefined ? {} : { failing: iso(failing) }) };
}
