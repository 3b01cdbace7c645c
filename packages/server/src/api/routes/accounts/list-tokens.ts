import type { ApiToken } from "@freehold/store";
import * as z from "zod";
import { iso } from "../../iso.ts";
import { defineRoute } from "../../route.ts";
import { tokenSchema } from "../../schemas/account.ts";

export const listTokensRoute = defineRoute({
  method: "GET",
  path: "/api/v1/tokens",
  operation: "listTokens",
  tag: "Accounts",
  summary: "API tokens, without their secrets: one's own, or everybody's for who administers",
  right: "read",
  answer: z.object({ items: z.array(tokenSchema) }),
  async handle({ organisation, actor }) {
    const all = await actor.may("administer", {});
    const tokens = await organisation.tokens.list();
    return { value: { items: tokens.filter((token) => all || token.actor === actor.user).map(shown) } };
  },
});

function shown({ created, expires, used, revoked, ...token }: ApiToken) {
  return {
    ...token,
    created: iso(created),
    ...(expires === undefined ? {} : { expires: iso(expires) }),
    ...(used === undefined ? {} : { used: iso(used) }),
    ...(revoked === undefined ? {} : { revoked: iso(revoked) }),
  };
}
