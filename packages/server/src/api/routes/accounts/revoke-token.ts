import * as z from "zod";
import { problem } from "../../problems.ts";
import { defineRoute } from "../../route.ts";
import { name } from "../../schemas/parameters.ts";

export const revokeTokenRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/tokens/{token}",
  operation: "revokeToken",
  tag: "Accounts",
  summary: "Revokes a token of one's own, or anybody's for who administers; it stops at once",
  right: "read",
  params: z.strictObject({ token: name.describe("Id of a token") }),
  answer: z.object({ revoked: z.string() }),
  problems: [404],
  async handle({ organisation, actor, author, params: { token: id } }) {
    const token = (await organisation.tokens.list()).find((candidate) => candidate.id === id);
    const theirs = token !== undefined && token.actor === actor.user && (actor.kind === "person" || actor.id === id);
    if (token === undefined || !(theirs || (await actor.may("administer", {})))) {
      throw problem("not-found", `There is no token "${id.slice(0, 100)}" of yours.`);
    }
    await organisation.tokens.revoke(author, id);
    return { value: { revoked: id } };
  },
});
