/** The built web app as files; every page of it is the same `index.html`. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "./problem-details.ts";

/** Names of assets hold a hash of their content, so they never change; everything else is asked again. */
export async function servePages(app: FastifyInstance, webRoot: string): Promise<void> {
  if (!existsSync(webRoot)) return;
  await app.register(fastifyStatic, {
    root: webRoot,
    index: ["index.html"],
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders(reply, path) {
      const immutable = path.startsWith(join(webRoot, "assets"));
      reply.header("cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}

export function sendApp(request: FastifyRequest, reply: FastifyReply, webRoot: string): FastifyReply {
  if (existsSync(join(webRoot, "index.html"))) return reply.sendFile("index.html");
  return sendProblem(request, reply, {
    status: 503,
    type: "not-built",
    title: "The pages are not built",
    detail: `There is no index.html in ${webRoot}. Run "npm run build" once, then open this address again.`,
  });
}

/** Addresses of pages are known to the app alone; the server only tells them from files and resources. */
export function isPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split("?", 1)[0] ?? "";
  const reads = method === "GET" || method === "HEAD";
  return reads && !/^\/(?:api|assets)(?:\/|$)/.test(path) && (headers.accept ?? "").includes("text/html");
}
