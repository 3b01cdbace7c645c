/** The name by which a request reached this server, where no public address is set: only this machine's own. */
import type { FastifyRequest } from "fastify";
import { isLoopback } from "../config/loopback.ts";
import { hostName } from "./origin.ts";
import { HttpProblem } from "../problem-details.ts";

export function publicHost({ headers }: FastifyRequest): string {
  const host = headers.host ?? "";
  if (isLoopback(hostName(host))) return host;
  const detail = `"${hostName(host).slice(0, 200)}" is not a name of this machine, and no publicUrl is set.`;
  throw new HttpProblem({ status: 421, type: "unknown-host", title: "Not a name of this server", detail });
}
