/** Who I am, and how people can sign in: what a page asks first. */
import type { FastifyInstance } from "fastify";
import type { Settings } from "../../config/settings.ts";
import type { Surroundings } from "../authenticate.ts";
import { allows, RIGHTS } from "../policy.ts";

export function meRoutes(app: FastifyInstance, around: Surroundings, settings: Settings): void {
  app.get("/api/v1/me", async (request) => {
    const { id, kind, organisation, role, scopes, ...rest } = await around.authenticate(request);
    const rights = RIGHTS.filter((right) => allows(right, { role, ...(scopes === undefined ? {} : { scopes }) }));
    const memberships = await around.store.memberships(rest.user);
    const organisations = scopes === undefined ? memberships : [{ organisation, role }];
    return { id, kind, organisation, role, rights, organisations };
  });
  app.get("/api/v1/sign-in", () => ({
    password: true,
    github: settings["signIn.github.clientId"] !== undefined,
    oidc: settings["signIn.oidc.issuer"] !== undefined,
  }));
}
