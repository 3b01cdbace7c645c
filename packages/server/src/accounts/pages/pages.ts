/** The two pages that people need before they can see anything: signing in, and following an invitation. */
import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";

const PAGES = [
  ["/sign-in", "account.html", "text/html; charset=utf-8"],
  ["/join", "account.html", "text/html; charset=utf-8"],
  ["/account.js", "account.js", "text/javascript; charset=utf-8"],
] as const;

export async function accountPages(app: FastifyInstance): Promise<void> {
  for (const [url, name, type] of PAGES) {
    const content = await readFile(new URL(name, import.meta.url));
    app.get(url, (_request, reply) => reply.type(type).header("cache-control", "no-cache").send(content));
  }
}
