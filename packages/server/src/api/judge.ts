/** Before anything of a body is read: who asks, and whether they may. */
import type { OrganisationStore, Store } from "@freehold/store";
import type { FastifyRequest } from "fastify";
import type { Listening } from "../events/stream/hub.ts";
import { HttpProblem } from "../problem-details.ts";
import type { Actor, Authenticate } from "./actor.ts";
import { problem } from "./problems.ts";
import type { ApiRoute } from "./route.ts";
import type { ServerParts } from "./server-parts.ts";

export interface ApiOptions {
  readonly store: Store;
  readonly authenticate: Authenticate;
  readonly server: ServerParts;
  readonly listening: Listening;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; set before a route of the API is answered. */
    actor: Actor | undefined;
  }
}

/** Throws a problem of status 401 or 403. A route that is open to everybody is told who asks where that is known. */
export async function judge(
  route: ApiRoute,
  { store, authenticate }: ApiOptions,
  request: FastifyRequest,
): Promise<void> {
  if (route.right === "none") {
    request.actor = await knownActor(authenticate, request);
    return;
  }
  const actor = await authenticate(request);
  request.actor = actor;
  const subject = route.subject ?? productOf;
  const organisation = async () => await store.forOrganisation(actor.organisation);
  const product = await subject(request.params, organisation);
  const group = named(request.params, "group");
  const about = { ...(product === undefined ? {} : { product }), ...(group === undefined ? {} : { group }) };
  if (await actor.may(route.right, about)) return;
  throw problem("forbidden", `"${actor.id}" may not do this: it takes the right to ${route.right}.`);
}

/** From the parameters of a path to a name of the product that the request is about. */
export type SubjectOf = (
  params: unknown,
  organisation: () => Promise<OrganisationStore>,
) => string | undefined | Promise<string | undefined>;

function productOf(params: unknown): string | undefined {
  return named(params, "product");
}

function named(params: unknown, name: string): string | undefined {
  const value: unknown = typeof params === "object" && params !== null ? Reflect.get(params, name) : undefined;
  return typeof value === "string" ? value : undefined;
}

async function knownActor(authenticate: Authenticate, request: FastifyRequest): Promise<Actor | undefined> {
  try {
    return await authenticate(request);
  } catch (error) {
    if (error instanceof HttpProblem && (error.details.status === 401 || error.details.status === 403))
      return undefined;
    throw error;
  }
}
