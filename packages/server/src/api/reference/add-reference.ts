/** The API about itself: its OpenAPI document, a page to read it by, and a page for every type of problem. */
import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "../../problem-details.ts";
import { openApiText } from "../openapi/text.ts";
import { PROBLEM_TYPES } from "../problem-types.ts";
import { problem } from "../problems.ts";
import { problemPage } from "./problem-page.ts";

const FILES = [
  ["/api/", "reference.html", "text/html; charset=utf-8"],
  ["/api/reference.js", "reference.js", "text/javascript; charset=utf-8"],
  ["/api/reference.css", "reference.css", "text/css; charset=utf-8"],
] as const;

export async function addReference(app: FastifyInstance): Promise<void> {
  const document = openApiText();
  app.get("/api/openapi.json", (_request, reply) => reply.type("application/json; charset=utf-8").send(document));
  for (const [url, name, type] of FILES) {
    const content = await readFile(new URL(name, import.meta.url));
    app.get(url, (_request, reply) => reply.type(type).header("cache-control", "no-cache").send(content));
  }
  app.get("/api", (_request, reply) => reply.redirect("/api/"));
  app.get<{ Params: { type: string } }>("/api/problems/:type", (request, reply) => {
    const { type } = request.params;
    const known = Object.entries(PROBLEM_TYPES).find(([name]) => name === type);
    if (known === undefined)
      return sendProblem(request, reply, problem("not-found", "There is no such problem.").details);
    return reply.type("text/html; charset=utf-8").send(problemPage(...known));
  });
}
