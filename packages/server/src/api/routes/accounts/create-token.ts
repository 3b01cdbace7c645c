import { randomUUID } from "node:crypto";
import { hashOf, newSecret, TOKEN_PREFIX } from "../../../accounts/secrets.ts";
import { ownAccount } from "../../accounts.ts";
import { iso } from "../../iso.ts";
import { defineRoute } from "../../route.ts";
import { madeTokenSchema, tokenBodySchema } from "../../schemas/account.ts";

const DAY = 24 * 3_600_000;

export const createTokenRoute = defineRoute({
  method: "POST",
  path: "/api/v1/tokens",
  operation: "createToken",
  tag: "Accounts",
  summary: "Makes an API token for oneself, which is shown once",
  right: "read",
  secret: true,
  body: tokenBodySchema,
  answer: madeTokenSchema,
  status: 201,
  problems: [409],
  async handle({ organisation, actor, author, server, body: { name, scopes, days } }) {
    const { user } = ownAccount(server, actor);
    const token = newSecret(TOKEN_PREFIX);
    const id = `tok_${randomUUID().replaceAll("-", "")}`;
    const expires = server.now() + days * DAY;
    await organisation.tokens.create(author, { id, name, scopes, actor: user, hash: hashOf(token), expires });
    return { value: { id, name, scopes, expires: iso(expires), token } };
  },
});
