/** What routes beside the registry begin with: who asks, and whether they may. */
import type { Author, OrganisationStore, Store } from "@freehold/store";
import type { FastifyRequest } from "fastify";
import type { Actor } from "../api/actor.ts";
import type { Right } from "../api/actor.ts";
import { forbidden } from "./refusals.ts";

/** Whoever tells who asks: accounts, or the one person of a server on their own machine. */
export interface Judging<A extends Actor = Actor> {
  readonly store: Store;
  readonly authenticate: (request: FastifyRequest) => A | Promise<A>;
}

interface Judged<A extends Actor> {
  readonly actor: A;
  readonly author: Author;
  readonly organisation: OrganisationStore;
}

/** Throws 401 where nobody is known, 403 where they lack the right. */
export async function judged<A extends Actor>(
  { store, authenticate }: Judging<A>,
  request: FastifyRequest,
  right: Right,
): Promise<Judged<A>> {
  const actor = await authenticate(request);
  if (!(await actor.may(right, {}))) throw forbidden(`"${actor.id}" may not do this: it takes the right to ${right}.`);
  return {
    actor,
    author: { actor: actor.id, kind: actor.kind, request: request.id },
    organisation: await store.forOrganisation(actor.organisation),
  };
}
