/**
 * Rules for every request. The server has no accounts: whoever can speak to it may read everything, so
 * it answers to this machine only. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding)
 * and would then be of the same origin; the name in `Host` tells it from us.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { HttpProblem } from "./problem-details.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export async function checkHost(request: FastifyRequest): Promise<void> {
  const name = hostName(request.headers.host ?? "");
  if (LOOPBACK.has(name)) return;
  throw new HttpProblem({
    status: 421,
    type: "unknown-host",
    title: "Not a name of this machine",
    detail: `"${name}" is not a name that this server answers to; open it as http://127.0.0.1.`,
  });
}

export async function secureHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers(HEADERS);
}

function hostName(host: string): string {
  return host.replace(/:\d*$/, "").toLowerCase();
}

/** Styles may be inline: the component library writes its variables into a style element. Scripts never. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};
