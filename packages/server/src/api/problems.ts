/** The one place that turns what went wrong behind a route into problem details. */
import { IngestRefused, isStorageFull, StoreError, type StoreErrorCode } from "@freehold/store";
import type { FastifyError } from "fastify";
import { HttpProblem, type ProblemDetails } from "../problem-details.ts";
import { PROBLEM_TYPES, type ProblemType } from "./problem-types.ts";

const OF_STORE: Readonly<Record<StoreErrorCode, ProblemType>> = {
  "store/not-found": "not-found",
  "store/organisation-unknown": "not-found",
  "store/organisation-exists": "conflict",
  "store/conflict": "conflict",
  "store/version-conflict": "version-conflict",
  "store/invalid": "refused",
  "store/bad-cursor": "invalid-input",
  "store/key-mismatch": "idempotency-mismatch",
  "store/full": "storage-full",
  "store/newer-schema": "unavailable",
};

/** By Fastify's status for what it refuses before a route sees it. */
const OF_STATUS = new Map<number, ProblemType>([
  [400, "invalid-input"],
  [404, "not-found"],
  [413, "too-large"],
  [414, "too-large"],
  [415, "unsupported-type"],
  [429, "too-many-requests"],
]);

/** The connection was refused, or the server ends or begins. */
const AWAY = new Set<unknown>(["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03", "08006", "08003"]);

export function problem(type: ProblemType, detail: string, more: Partial<ProblemDetails> = {}): HttpProblem {
  return new HttpProblem({ type, ...PROBLEM_TYPES[type], detail, ...more });
}

/** What to answer; an error that nobody expected says nothing of the inside. */
export function problemOf(error: unknown, request: string): ProblemDetails {
  if (error instanceof HttpProblem) return error.details;
  if (error instanceof IngestRefused) return refusal(error);
  if (error instanceof StoreError) return problem(OF_STORE[error.code], error.message, { more: error.detail }).details;
  const status = statusOf(error);
  if (status < 500) return { ...problem(OF_STATUS.get(status) ?? "invalid-input", messageOf(error)).details, status };
  // What is no change of a portfolio, such as the key of a request, finds no room either.
  if (isStorageFull(error)) return problem("storage-full", "There is no room left on the database's disk.").details;
  if (isAway(error)) return problem("unavailable", "The database does not answer. Try again in a moment.").details;
  return problem("internal", `This is a fault of Freehold, not of your request. The log tells more under ${request}.`)
    .details;
}

function refusal({ message, refusals }: IngestRefused): ProblemDetails {
  const errors = refusals.map(({ code, pointer, message: detail }) => ({ in: "body" as const, pointer, detail, code }));
  return problem("snapshot-refused", message, { errors }).details;
}

function statusOf(error: unknown): number {
  return isFastify(error) ? (error.statusCode ?? 500) : 500;
}

function isFastify(error: unknown): error is FastifyError {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A connection that broke under way has no code; one to a socket that is not there has one that files have too. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const field = (name: string): unknown => Object.getOwnPropertyDescriptor(error, name)?.value;
  if (AWAY.has(field("code")) || (field("code") === "ENOENT" && field("syscall") === "connect")) return true;
  return /^(?:Connection terminated|Client has encountered a connection error)/.test(error.message);
}
