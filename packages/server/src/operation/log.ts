/** The log: one JSON object a line, with nothing in it that would let a reader in or tell who asked what. */
import type { FastifyServerOptions } from "fastify";

const REDACTED = [
  "req.headers.authorization",
  "req.headers.cookie",
  'res.headers["set-cookie"]',
  "err.config",
  "err.request",
];

export function logOptions(level: string): FastifyServerOptions["logger"] {
  if (level === "silent") return false;
  return {
    level,
    stream: process.stderr,
    redact: { paths: REDACTED, censor: "(hidden)" },
    // Queries hold search words and, in callbacks of sign-in, codes; the path says enough.
    serializers: { req: ({ method, url, ip }) => ({ method, path: url?.split("?", 1)[0], address: ip }) },
  };
}
