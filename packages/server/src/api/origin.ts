/**
 * A page elsewhere can make a browser send requests here, with whatever the browser knows of us. Browsers
 * say where a request comes from; one that changes something has to come from this server's own pages, or
 * from no page at all.
 */
import type { FastifyRequest } from "fastify";
import { problem } from "./problems.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** `known`: the public origin; a proxy may write another host into what it passes on. */
export function originCheck(known: string | undefined): (request: FastifyRequest) => Promise<void> {
  return async ({ method, headers }) => {
    if (SAFE.has(method) || headers.origin === undefined || headers.origin === known) return;
    const from = URL.canParse(headers.origin) ? new URL(headers.origin).host : "";
    if (from !== "" && from === headers.host) return;
    throw problem("forbidden", `A page of ${headers.origin.slice(0, 200)} may not change anything here.`);
  };
}
