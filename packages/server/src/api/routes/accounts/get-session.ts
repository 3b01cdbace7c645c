import type { Store } from "@freehold/store";
import type { Actor } from "../../actor.ts";
import { RIGHTS } from "../../../accounts/policy.ts";
import { defineOpenRoute } from "../../route.ts";
import { sessionSchema } from "../../schemas/account.ts";

export const getSessionRoute = defineOpenRoute({
  method: "GET",
  path: "/api/v1/session",
  operation: "getSession",
  tag: "Accounts",
  summary: "Who asks and what they may, and how people sign in: what a page asks first",
  answer: sessionSchema,
  async handle({ store, server: { accounts }, request, actor }) {
    const ways = accounts?.ways ?? { password: false, reset: false, github: false, oidc: false };
    const account = await accounts?.account(request);
    return {
      value: {
        accounts: accounts !== undefined,
        ways,
        ...(account === undefined ? {} : { account: { email: account.email, name: account.name } }),
        ...(actor === undefined ? {} : { actor: await presented(store, actor) }),
      },
    };
  },
});

async function presented(store: Store, actor: Actor) {
  const { id, kind, user, organisation, role } = actor;
  const judged = await Promise.all(RIGHTS.map(async (right) => [right, await actor.may(right, {})] as const));
  const names = new Map((await store.organisations()).map((known) => [known.id, known.name]));
  // A token is for one organisation, whatever its person belongs to.
  const memberships = user === undefined || kind === "token" ? [] : await store.memberships(user);
  return {
    id,
    kind,
    organisation,
    rights: judged.flatMap(([right, may]) => (may ? [right] : [])),
    organisations: memberships.map((membership) => ({
      ...membership,
      name: names.get(membership.organisation) ?? membership.organisation,
    })),
    ...(user === undefined ? {} : { user }),
    ...(role === undefined ? {} : { role }),
  };
}
