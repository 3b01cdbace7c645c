/** Accounts as the server plugs them in: who sent a request, and the routes for signing in, members and tokens. */
import rateLimit from "@fastify/rate-limit";
import { steadyNow, type Store } from "@freehold/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Settings } from "../config/settings.ts";
import { HttpProblem } from "../problem-details.ts";
import type { AccountActor } from "./actor.ts";
import { createAuth } from "./auth.ts";
import { authenticate, type Known } from "./authenticate.ts";
import { openPart } from "./open-part.ts";
import { publicOrigin } from "./origin.ts";
import type { AccountsPart } from "./part.ts";
import { betterAuthRoutes } from "./routes/better-auth.ts";
import { setupLink } from "./setup-link.ts";

export interface Accounts {
  /** For the routes of the portfolio. */
  readonly authenticate: (request: FastifyRequest) => Promise<AccountActor>;
  /** For the routes that need accounts. */
  readonly part: AccountsPart;
  /** Adds the routes and the limits, before any other route is added. */
  readonly extend: (app: FastifyInstance) => Promise<void>;
  /** The path that makes the first administrator; undefined once there is one. */
  readonly setupLink: (organisation: string) => Promise<string | undefined>;
}

export async function openAccounts(store: Store, settings: Settings, now: () => number = steadyNow): Promise<Accounts> {
  const auth = await createAuth(store, settings);
  const known: Known = { store, auth, origin: publicOrigin(settings), now };
  return {
    authenticate: async (request) => await authenticate(known, request),
    part: await openPart(known, settings),
    async extend(app) {
      await app.register(rateLimit, {
        max: settings["limits.requestsPerMinute"],
        timeWindow: 60_000,
        // Files of the app hold nothing of anybody, and one page takes dozens of them.
        allowList: ({ url }) => !/^\/(?:api|metrics)\b/.test(url),
        errorResponseBuilder: (_request, { after }) => tooMany(after),
      });
      await betterAuthRoutes(app, known);
    },
    setupLink: async (organisation) => await setupLink(await store.forOrganisation(organisation), now()),
  };
}

function tooMany(after: string): HttpProblem {
  const detail = `Your address sent too many requests. Try again in ${after}.`;
  return new HttpProblem({ status: 429, type: "too-many-requests", title: "Too many requests", detail });
}
