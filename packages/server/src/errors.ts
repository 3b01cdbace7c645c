/** The one place that turns what went wrong into HTTP, and an unknown address into the app or a 404. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HttpProblem, type ProblemDetails, sendProblem } from "./problem-details.ts";
import { isPage, sendApp } from "./pages.ts";

export function answerErrors(app: FastifyInstance, webRoot: string): void {
  app.setErrorHandler((error: FastifyError | HttpProblem, request, reply) =>
    sendProblem(request, reply, problemOf(error)),
  );
  app.setNotFoundHandler((request, reply) =>
    isPage(request) ? sendApp(request, reply, webRoot) : sendNotFound(request, reply),
  );
}

export function problemOf(error: FastifyError | HttpProblem): ProblemDetails {
  if (error instanceof HttpProblem) return error.details;
  const status = error.statusCode ?? 500;
  if (status < 500) return { status, type: "bad-request", title: "Bad request", detail: error.message };
  const detail = `${error.message} This is a fault of Freehold, not of your request.`;
  return { status: 500, type: "internal", title: "Freehold failed", detail };
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const detail = `There is nothing at ${request.method} ${request.url}. The API is read-only and starts at /api/v1/summary.`;
  return sendProblem(request, reply, { status: 404, type: "not-found", title: "Not found", detail });
}
