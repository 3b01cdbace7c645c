/** Members of the organisation, their roles and their sessions. */
import { ROLES } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Surroundings } from "../authenticate.ts";
import { judged } from "../judged.ts";
import { parseBody } from "../body.ts";
import { iso } from "./iso.ts";

const change = z.strictObject({ role: z.enum(ROLES) });

interface Named {
  readonly Params: { readonly user: string };
}

export function memberRoutes(app: FastifyInstance, around: Surroundings): void {
  app.get("/api/v1/members", async (request) => {
    const { organisation } = await judged(around, request, "read");
    const members = await organisation.members.list();
    return { items: members.map(({ since, ...member }) => ({ ...member, since: iso(since) })) };
  });
  app.put<Named>("/api/v1/members/:user", async (request, reply) => {
    const { organisation, author } = await judged(around, request, "administer");
    await organisation.members.changeRole(author, request.params.user, parseBody(change, request.body).role);
    return await reply.code(204).send();
  });
  app.delete<Named>("/api/v1/members/:user", async (request, reply) => {
    const { organisation, author } = await judged(around, request, "administer");
    await organisation.members.remove(author, request.params.user);
    return await reply.code(204).send();
  });
  /** Signs a member out everywhere, as when a machine was lost. */
  app.delete<Named>("/api/v1/members/:user/sessions", async (request, reply) => {
    const { organisation } = await judged(around, request, "administer");
    const { user } = request.params;
    const members = await organisation.members.list();
    if (members.some((member) => member.user === user)) {
      await (await around.auth.$context).internalAdapter.deleteUserSessions(user);
    }
    return await reply.code(204).send();
  });
}
