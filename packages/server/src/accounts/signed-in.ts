/** The account behind a request's cookie. */
import type { FastifyRequest } from "fastify";
import { ADDRESS_HEADER, type Auth } from "./auth.ts";

export interface SignedIn {
  /** Id of the account. */
  readonly user: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  /** Id of the session. */
  readonly session: string;
}

export async function signedIn(auth: Auth, request: FastifyRequest): Promise<SignedIn | undefined> {
  if (request.headers.cookie === undefined) return undefined;
  const found = await auth.api.getSession({ headers: webHeaders(request) });
  if (found === null) return undefined;
  const { id, email, emailVerified, name } = found.user;
  return { user: id, email: email.toLowerCase(), emailVerified, name, session: found.session.id };
}

/** Headers as better-auth reads them, with the address that the connection came from. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === ADDRESS_HEADER || name === "content-length" || value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
  }
  headers.set(ADDRESS_HEADER, request.ip);
  return headers;
}
