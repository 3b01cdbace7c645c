/** Who asks, for which organisation, and what they may: told by whoever authenticates, judged before every route. */
import type { Author, Role } from "@freehold/store";
import type { FastifyRequest } from "fastify";

/**
 * `read`: see the portfolio. `ingest`: bring snapshots in. `correct`: decide about a product, or who is in a group.
 * `administer`: tokens, webhooks, members.
 */
export type Right = "read" | "ingest" | "correct" | "administer";

export interface Subject {
  /** A name of the product that the request is about, as it was written. */
  readonly product?: string;
  /** Id of the group that it is about. */
  readonly group?: string;
}

export interface Actor {
  readonly id: string;
  readonly kind: Author["kind"];
  /** Id of the organisation that every answer is about. */
  readonly organisation: string;
  /** Id of the account, where there are accounts. */
  readonly user?: string;
  readonly role?: Role;
  may(right: Right, subject: Subject): boolean | Promise<boolean>;
}

/** Says who sent the request; throws an `HttpProblem` of status 401 where it does not know. */
export type Authenticate = (request: FastifyRequest) => Actor | Promise<Actor>;

/** The only organisation of a server that is for one person. */
export const SINGLE_ORGANISATION = "default";

/** One person on their own machine: whoever reaches the loopback address may do everything. */
export const singleUser: Authenticate = () => ({
  id: "local",
  kind: "person",
  organisation: SINGLE_ORGANISATION,
  may: () => true,
});

/** The same person, where nothing is kept: they may look at everything. */
export const readOnlyUser: Authenticate = () => ({
  id: "local",
  kind: "person",
  organisation: SINGLE_ORGANISATION,
  may: (right) => right === "read",
});
