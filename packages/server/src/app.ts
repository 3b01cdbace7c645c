/** The composition of the server: rules for every request, then the API, then the pages. */
import type { PortfolioView } from "@freehold/engine";
import fastify, { type FastifyInstance } from "fastify";
import { answerErrors, problemOf } from "./errors.ts";
import { servePages } from "./pages.ts";
import { sendProblem } from "./problem-details.ts";
import { routes } from "./routes/registry.ts";
import { checkHost, secureHeaders } from "./security.ts";

export interface AppOptions {
  /** Asked at every request, so that a new scan can take the place of an older one. */
  readonly view: () => PortfolioView;
  readonly webRoot: string;
}

/** A slug may hold a whole package name with its folders; the router's own limit is 100. */
const LONGEST_PARAMETER = 1000;

export async function createApp({ view, webRoot }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: 1024,
    // What the router itself refuses comes past the error handler.
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, problemOf(error)),
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
  });
  app.addHook("onRequest", checkHost);
  app.addHook("onRequest", secureHeaders);
  answerErrors(app, webRoot);
  for (const route of routes) app.get(route.path, (request, reply) => route.answer(view(), request, reply));
  await servePages(app, webRoot);
  return app;
}
