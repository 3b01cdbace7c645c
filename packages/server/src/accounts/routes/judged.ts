/** What the routes of members, invitations and tokens begin with: who asks, and whether they may. */
import type { Author, OrganisationStore } from "@freehold/store";
import type { FastifyRequest } from "fastify";
import type { AccountActor } from "../actor.ts";
import { authenticate, type Surroundings } from "../authenticate.ts";
import type { Right } from "../policy.ts";
import { forbidden } from "../refusals.ts";

export interface Judged {
  readonly actor: AccountActor;
  readonly author: Author;
  readonly organisation: OrganisationStore;
}

export async function judged(around: Surroundings, request: FastifyRequest, right: Right): Promise<Judged> {
  const actor = await authenticate(around, request);
  if (!(await actor.may(right, {}))) throw forbidden(`"${actor.id}" may not do this: it takes the right to ${right}.`);
  return {
    actor,
    author: { actor: actor.id, kind: actor.kind, request: request.id },
    organisation: await around.store.forOrganisation(actor.organisation),
  };
}
