/** From a request to who sent it: an API token in `Authorization`, or the cookie of a session. */
import type { ApiToken, Membership, Store } from "@freehold/store";
import type { FastifyRequest } from "fastify";
import { type AccountActor, actorOf, type Who } from "./actor.ts";
import type { Auth } from "./auth.ts";
import { checkCookieOrigin } from "./origin.ts";
import { forbidden, unauthenticated } from "./refusals.ts";
import { hashOf, TOKEN_PREFIX } from "./secrets.ts";
import { type SignedIn, signedIn } from "./signed-in.ts";

export interface Known {
  readonly store: Store;
  readonly auth: Auth;
  readonly origin: string | undefined;
  readonly now: () => number;
}

/** Names the organisation that is meant, for whoever belongs to several. */
const ORGANISATION_HEADER = "x-freehold-organisation";
/** When a token was last used is noted this rarely, so that reading does not become writing. */
const NOTE_USE_AFTER = 5 * 60_000;

/** Throws 401 where nobody is known, 403 where they belong to no organisation (or not to the one that they name). */
export async function authenticate(around: Known, request: FastifyRequest): Promise<AccountActor> {
  const { authorization } = request.headers;
  const who = authorization === undefined ? await byCookie(around, request) : await byToken(around, authorization);
  return actorOf(around.store, who);
}

async function byCookie(around: Known, request: FastifyRequest): Promise<Who> {
  const account = await signedIn(around.auth, request);
  if (account === undefined) throw unauthenticated("Sign in, or send an API token: Authorization: Bearer fht_…");
  checkCookieOrigin(request, around.origin);
  const memberships = await around.store.memberships(account.user);
  const { organisation, role } = meant(memberships, request.headers[ORGANISATION_HEADER] ?? inPath(request));
  const { user, email } = account;
  return { id: email, kind: "person", user, organisation, role, ...vouched(account) };
}

/** Where a browser can send no headers of its own, as for server-sent events, the address names the organisation. */
function inPath({ params }: FastifyRequest): string | undefined {
  if (typeof params !== "object" || params === null || !("organisation" in params)) return undefined;
  return typeof params.organisation === "string" ? params.organisation : undefined;
}

function vouched({ email, emailVerified }: SignedIn): { readonly email?: string } {
  return emailVerified ? { email } : {};
}

function meant(memberships: readonly Membership[], named: string | string[] | undefined): Membership {
  const found = named === undefined ? memberships[0] : memberships.find(({ organisation }) => organisation === named);
  if (found !== undefined) return found;
  throw forbidden(
    named === undefined
      ? "You are signed in, but belong to no organisation. Ask an administrator for an invitation."
      : `You do not belong to the organisation "${String(named).slice(0, 100)}".`,
  );
}

/** One message for all that does not work: whoever guesses learns nothing. */
const NO_TOKEN = "This API token is unknown, expired or revoked.";

async function byToken({ store, auth, now }: Known, authorization: string): Promise<Who> {
  const secret = secretIn(authorization);
  if (secret?.startsWith(TOKEN_PREFIX) !== true) throw unauthenticated(NO_TOKEN);
  const token = await store.findToken(hashOf(secret));
  if (token === undefined || !works(token, now())) throw unauthenticated(NO_TOKEN);
  const { organisation } = token;
  const memberships = await store.memberships(token.actor);
  const role = memberships.find((membership) => membership.organisation === organisation)?.role;
  // Who made it has left: what acts for nobody does nothing.
  if (role === undefined) throw unauthenticated(NO_TOKEN);
  await noteUse(store, token, now());
  const user = await (await auth.$context).internalAdapter.findUserById(token.actor);
  const email = user?.emailVerified === true ? { email: user.email.toLowerCase() } : {};
  return { id: token.id, kind: "token", user: token.actor, organisation, role, scopes: token.scopes, ...email };
}

/** `Bearer <token>`, or Basic with the token as password, which is all that feed readers can send. */
function secretIn(authorization: string): string | undefined {
  const [, scheme = "", value = ""] = /^(Bearer|Basic) +(\S{1,400})$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== "basic") return value;
  return Buffer.from(value, "base64").toString().split(":", 2)[1];
}

function works({ expires, revoked }: ApiToken, now: number): boolean {
  return revoked === undefined && (expires === undefined || expires > now);
}

async function noteUse(store: Store, token: ApiToken & { readonly organisation: string }, now: number): Promise<void> {
  if (token.used !== undefined && now - token.used < NOTE_USE_AFTER) return;
  await (await store.forOrganisation(token.organisation)).tokens.touch(token.id);
}
