/** The routes of the registry on a Fastify server: those that take JSON, and those that take bytes. */
import type { FastifyInstance } from "fastify";
import { answer } from "./answer.ts";
import { readBytes, readJson } from "./body.ts";
import { type ApiOptions, judge } from "./judge.ts";
import type { ApiRoute } from "./route.ts";
import { apiRoutes } from "./routes/registry.ts";

/** Most bytes of a JSON body: a correction with a thousand units has about 200 kB. */
const MOST_JSON = 1024 * 1024;

export async function addRoutes(app: FastifyInstance, options: ApiOptions): Promise<void> {
  app.decorateRequest("actor", undefined);
  await app.register(async (scope) => {
    readJson(scope);
    for (const route of apiRoutes) if (route.bytes === undefined) addRoute(scope, route, options);
  });
  for (const route of apiRoutes) {
    const { bytes } = route;
    if (bytes === undefined) continue;
    await app.register(async (scope) => {
      readBytes(scope, bytes.types);
      addRoute(scope, route, options);
    });
  }
}

function addRoute(app: FastifyInstance, route: ApiRoute, options: ApiOptions): void {
  const { mostPerMinute } = route;
  app.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ":$1"),
    // Read by the limits of accounts, where there are any.
    config: mostPerMinute === undefined ? {} : { rateLimit: { max: mostPerMinute, timeWindow: 60_000 } },
    bodyLimit: route.bytes?.most ?? MOST_JSON,
    // After the limits, which count from `onRequest` on, and before the body is read.
    preParsing: async (request) => await judge(route, options, request),
    handler: async (request, reply) => await answer(route, options, request, reply),
  });
}
