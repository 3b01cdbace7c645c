/** Invitations: made by administrators, their link shown once. */
import { randomUUID } from "node:crypto";
import { ROLES } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Surroundings } from "../authenticate.ts";
import { judged } from "../judged.ts";
import { emailSchema, parseBody } from "../body.ts";
import { hashOf, newSecret } from "../secrets.ts";
import { iso } from "./iso.ts";

const DAY = 24 * 3_600_000;

const body = z.strictObject({
  email: emailSchema,
  role: z.enum(ROLES).default("viewer"),
  days: z.int().min(1).max(30).default(7),
});

export function invitationRoutes(app: FastifyInstance, around: Surroundings): void {
  app.get("/api/v1/invitations", async (request) => {
    const { organisation } = await judged(around, request, "administer");
    const items = (await organisation.invitations.list()).map(({ created, expires, used, ...invitation }) => ({
      ...invitation,
      created: iso(created),
      expires: iso(expires),
      ...(used === undefined ? {} : { used: iso(used) }),
    }));
    return { items };
  });
  app.post("/api/v1/invitations", async (request, reply) => {
    const { organisation, author } = await judged(around, request, "administer");
    const { email, role, days } = parseBody(body, request.body);
    const id = `inv_${randomUUID().replaceAll("-", "")}`;
    const secret = newSecret("fhi_");
    const expires = around.now() + days * DAY;
    await organisation.invitations.create(author, { id, hash: hashOf(secret), email, role, expires });
    const link = `${around.origin ?? ""}/join#${secret}`;
    const payload = { link, role, by: author.actor };
    if (around.origin !== undefined) await organisation.mail.queue({ recipient: email, kind: "invitation", payload });
    return await reply
      .code(201)
      .header("cache-control", "no-store")
      .send({ id, email, role, expires: iso(expires), link });
  });
  app.delete<{ readonly Params: { readonly id: string } }>("/api/v1/invitations/:id", async (request, reply) => {
    const { organisation, author } = await judged(around, request, "administer");
    await organisation.invitations.revoke(author, request.params.id);
    return await reply.code(204).send();
  });
}
