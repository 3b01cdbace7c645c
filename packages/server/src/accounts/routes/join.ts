/** Following an invitation: a new account, or one that is signed in already, becomes a member. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Surroundings } from "../authenticate.ts";
import { emailSchema, parseBody } from "../body.ts";
import { checkCookieOrigin } from "../origin.ts";
import { conflict, forbidden, invalid, notFound } from "../refusals.ts";
import { hashOf } from "../secrets.ts";
import { signedIn, webHeaders } from "../signed-in.ts";
import { send } from "./better-auth.ts";

const PASSWORD = "write 12 characters or more";

const body = z.strictObject({
  secret: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200).optional(),
  email: emailSchema.optional(),
  password: z.string().min(12, PASSWORD).max(200).optional(),
});

type Body = z.output<typeof body>;

const GONE = "This invitation was used, withdrawn or has expired. Ask for another one.";

export function joinRoute(app: FastifyInstance, around: Surroundings): void {
  app.post("/api/v1/join", { config: { rateLimit: { max: 20, timeWindow: 60_000 } } }, async (request, reply) => {
    checkCookieOrigin(request, around.origin);
    const given = parseBody(body, request.body);
    const invitation = await around.store.findInvitation(hashOf(given.secret), around.now());
    if (invitation === undefined) throw notFound(GONE);
    const account = await signedIn(around.auth, request);
    if (account === undefined) return await joinAnew(around, request, reply, given, invitation.email);
    if (invitation.email !== undefined && invitation.email !== account.email) {
      throw forbidden(`This invitation is for ${invitation.email}; you are signed in as ${account.email}.`);
    }
    return await around.store.acceptInvitation(hashOf(given.secret), account);
  });
}

async function joinAnew(
  { store, auth }: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
  { secret, name, password, email: stated }: Body,
  invited: string | undefined,
): Promise<FastifyReply> {
  const email = invited ?? stated;
  if (email === undefined || name === undefined || password === undefined) {
    throw invalid("A new account needs a name, an e-mail address and a password of 12 characters or more.");
  }
  const { internalAdapter, password: passwords } = await auth.$context;
  if ((await internalAdapter.findUserByEmail(email)) !== null) {
    throw conflict(`There is an account of ${email}. Sign in, then follow the link again.`);
  }
  const hash = await passwords.hash(password);
  // Whoever invited this address vouches for it; the first administrator vouches for their own.
  const user = await internalAdapter.createUser({ email, name, emailVerified: true }, { method: "email-password" });
  await internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: "credential", password: hash });
  await store.acceptInvitation(hashOf(secret), { user: user.id, email, name });
  return await send(
    reply,
    await auth.api.signInEmail({ body: { email, password }, headers: webHeaders(request), asResponse: true }),
  );
}
