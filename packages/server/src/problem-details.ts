/** Errors as RFC 9457 problem details. */
import type { FastifyReply, FastifyRequest } from "fastify";

export interface ProblemDetails {
  readonly status: number;
  /** Last part of the type's address. */
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  /** What is wrong with which part of the request, by JSON pointer. */
  readonly errors?: readonly ProblemPlace[];
  /** What the caller needs to mend it, such as the version that is there. */
  readonly more?: Readonly<Record<string, unknown>>;
}

interface ProblemPlace {
  readonly in?: "path" | "query" | "body" | "header";
  readonly pointer: string;
  readonly detail: string;
  readonly code?: string;
}

export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail);
    this.details = details;
  }
}

/** The type is a stable name to compare with; it is relative, as the server has no name of its own. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  const { status, type, title, detail, errors, more } = problem;
  const body = { type: `/api/problems/${type}`, title, status, detail, instance: request.url, errors, ...more };
  return reply.code(status).type("application/problem+json").send(JSON.stringify(body));
}
