import type * as z from "zod";
import { hashOf } from "../../../accounts/secrets.ts";
import { accountsOf, GONE } from "../../accounts.ts";
import { problem } from "../../problems.ts";
import { defineOpenRoute, type OpenCall } from "../../route.ts";
import { joinBodySchema, joinedSchema } from "../../schemas/account.ts";

export const joinRoute = defineOpenRoute({
  method: "POST",
  path: "/api/v1/join",
  operation: "join",
  tag: "Accounts",
  summary: "Follows an invitation: the account that is signed in, or a new one, becomes a member",
  secret: true,
  mostPerMinute: 20,
  body: joinBodySchema,
  answer: joinedSchema,
  problems: [404, 409],
  async handle(call) {
    const { store, server, request, body } = call;
    const accounts = accountsOf(server);
    accounts.checkOrigin(request);
    const hash = hashOf(body.secret);
    const invitation = await store.findInvitation(hash, server.now());
    if (invitation === undefined) throw problem("not-found", GONE);
    const account = await accounts.account(request);
    if (account === undefined) return await joinAnew(call, invitation.email);
    if (invitation.email !== undefined && invitation.email !== account.email) {
      const detail = `This invitation is for ${invitation.email}; you are signed in as ${account.email}.`;
      throw problem("forbidden", detail);
    }
    return { value: await store.acceptInvitation(hash, account) };
  },
});

async function joinAnew(
  { store, server, request, body }: OpenCall<unknown, unknown, z.output<typeof joinBodySchema>>,
  invited: string | undefined,
) {
  const accounts = accountsOf(server);
  const { name, password, email = invited } = body;
  if (email === undefined || name === undefined || password === undefined) {
    throw problem("invalid-input", "A new account needs a name, an e-mail address and a password.");
  }
  // Whoever invited this address vouches for it; the first administrator vouches for their own.
  const address = invited ?? email;
  if (await accounts.knows(address)) {
    throw problem("conflict", `There is an account of ${address}. Sign in, then follow the link again.`);
  }
  const user = await accounts.create({ email: address, name, password });
  const value = await store.acceptInvitation(hashOf(body.secret), { user, email: address, name });
  return { value, cookies: await accounts.signIn(request, address, password) };
}
