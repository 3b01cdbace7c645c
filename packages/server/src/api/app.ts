/** The composition of the server over a store: rules for every request, the API, its reference, the pages. */
import { steadyNow, type Store } from "@freehold/store";
import { randomUUID } from "node:crypto";
import fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { openHub } from "../events/stream/hub.ts";
import { sendProblem } from "../problem-details.ts";
import { isPage, sendApp, servePages } from "../pages.ts";
import { sourceRules } from "../sources/rules.ts";
import { checkHost, secureHeaders } from "../security.ts";
import { type Authenticate, singleUser } from "./actor.ts";
import { addRoutes } from "./add-routes.ts";
import { originCheck } from "./origin.ts";
import { problem, problemOf } from "./problems.ts";
import type { ServerParts } from "./server-parts.ts";
import { addReference } from "./reference/add-reference.ts";

export interface PortfolioAppOptions {
  readonly store: Store;
  /** Default: one person on their own machine. */
  readonly authenticate?: Authenticate;
  /** Who that one person is; default: one who may do everything. */
  readonly only?: Authenticate;
  readonly logger?: FastifyServerOptions["logger"];
  /** Ranges of proxies whose word on where a request comes from is taken. */
  readonly trustProxy?: readonly string[];
  /** What routes are given beside the store. Default: no accounts, no public address. */
  readonly server?: ServerParts;
  /** Folder of the built web app; without one the API is all there is. */
  readonly webRoot?: string;
  /** More routes, such as those of accounts, events and operation, before the server is ready. */
  readonly extend?: (app: FastifyInstance) => Promise<void>;
}

/** What a server for one person has beside its store. */
export function alone(store: Store): ServerParts {
  return { sources: sourceRules(store), webhooks: { allow: [], timeout: 20_000 }, now: steadyNow };
}

/** A slug may hold a whole package name with its folders; the router's own limit is 100. */
const LONGEST_PARAMETER = 1000;

export async function createPortfolioApp(options: PortfolioAppOptions): Promise<FastifyInstance> {
  const { store, only = singleUser, authenticate = only, logger = false, trustProxy = [], extend, webRoot } = options;
  const { server = alone(store) } = options;
  const app = fastify({
    logger,
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    forceCloseConnections: "idle",
    genReqId: () => randomUUID(),
    // What the router itself refuses comes past the error handler.
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, problemOf(error, request.id)),
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
  });
  app.addHook("onRequest", secureHeaders);
  app.addHook("onRequest", async (request, reply) => void reply.header("x-request-id", request.id));
  if (options.authenticate === undefined) app.addHook("onRequest", checkHost);
  app.addHook("onRequest", originCheck(server.origin));
  answerErrors(app, webRoot);
  await extend?.(app);
  const listening = openHub(store, (error) => app.log.error({ err: error }, "listeners were not told"));
  app.addHook("preClose", async () => listening.close());
  await addRoutes(app, { store, authenticate, server, listening });
  await addReference(app);
  if (webRoot === undefined) app.get("/", (_request, reply) => reply.redirect("/api/"));
  else await servePages(app, webRoot);
  return app;
}

function answerErrors(app: FastifyInstance, webRoot: string | undefined): void {
  app.setErrorHandler((error, request, reply) => {
    const details = problemOf(error, request.id);
    if (details.status >= 500) request.log.error({ err: error }, details.title);
    if (details.status === 503) reply.header("retry-after", "1");
    return sendProblem(request, reply, details);
  });
  app.setNotFoundHandler((request, reply) => {
    if (webRoot !== undefined && isPage(request)) return sendApp(request, reply, webRoot);
    const detail = `There is nothing at ${request.method} ${request.url}. The API is described at /api/openapi.json.`;
    return sendProblem(request, reply, problem("not-found", detail).details);
  });
}
