/**
 * Tests that are made from the OpenAPI document (other organisations, scopes, fuzzing) cover what is in it. So every route
 * of the whole server is in it, or here with the reason why it is not.
 */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { expect, test } from "vitest";
import { startPortfolioServer } from "../../src/api/start.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { openApiText } from "../../src/index.ts";

const ELSEWHERE: Readonly<Record<string, string>> = {
  "GET /healthz": "says whether the process lives, and nothing of what it holds",
  "GET /readyz": "says whether it can be given work, and nothing of what it holds",
  "GET /metrics": "sums over all, for its own token (operation/server.test.ts)",
  "GET /api/openapi.json": "the document itself",
  "GET /api": "leads to the page that shows the document",
  "GET /api/": "shows the document",
  "GET /api/reference.js": "of that page",
  "GET /api/reference.css": "of that page",
  "GET /api/problems/:type": "explains a type of problem",
  "GET /api/auth/*": "better-auth's own: about accounts, which are of no organisation (accounts/*.test.ts)",
  "POST /api/auth/*": "the same",
  "POST /api/v1/hooks/:organisation/:source": "opened by the secret of the source (sources/hook-route.test.ts)",
  "GET /api/v1/unsubscribe": "opened by the token of a mail; only asks (mail/*.test.ts)",
  "POST /api/v1/unsubscribe": "opened by the token of a mail (mail/*.test.ts)",
  "GET /*": "files of the app, the same for everybody",
};

test("every route is in the document, or says why not", async () => {
  const routes = new Set<string>();
  // Told of every server before it has a route.
  const begun = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat()) if (one !== "HEAD") routes.add(`${one} ${url}`);
    });
  };
  subscribe("fastify.initialization", begun);
  const folder = await mkdtemp(join(tmpdir(), "freehold-routes-"));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  const settings = settingsSchema.parse({
    port: 0,
    accounts: "on",
    "log.level": "silent",
    publicUrl: "http://127.0.0.1:4000",
    "mail.smtp": "smtp://127.0.0.1:1",
    "mail.from": "Freehold <freehold@acme.example>",
  });
  const server = await startPortfolioServer({ database: ":memory:", settings, webRoot: folder });
  await server.close();
  unsubscribe("fastify.initialization", begun);
  await rm(folder, { recursive: true });

  const { paths } = JSON.parse(openApiText()) as { readonly paths: Readonly<Record<string, object>> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
  );
  expect(described.filter((route) => !routes.has(route))).toEqual([]);
  expect([...routes.difference(new Set(described))].sort()).toEqual(Object.keys(ELSEWHERE).sort());
});
