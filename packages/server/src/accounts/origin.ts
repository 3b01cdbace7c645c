/** Where a request may come from when a cookie speaks for it. */
import type { FastifyRequest } from "fastify";
import { isLoopback } from "../config/loopback.ts";
import type { Settings } from "../config/settings.ts";
import { forbidden } from "./refusals.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export function publicOrigin({ publicUrl }: Pick<Settings, "publicUrl">): string | undefined {
  return publicUrl === undefined ? undefined : new URL(publicUrl).origin;
}

export function hostName(host: string): string {
  return host.replace(/:\d*$/, "").toLowerCase();
}

/**
 * A page elsewhere can make a browser send its cookie along. Browsers say where such a request comes from,
 * and what changes something must come from our own pages. A token is never sent by itself, so it needs none of this.
 */
export function checkCookieOrigin({ method, headers }: FastifyRequest, origin: string | undefined): void {
  if (SAFE.has(method)) return;
  const from = headers.origin ?? "";
  if (origin !== undefined ? from === origin : from === `http://${headers.host ?? ""}` && ours(headers.host)) return;
  throw forbidden(
    from === ""
      ? "A request that changes something must say its Origin, as browsers do; a script uses an API token."
      : `A page of ${from.slice(0, 200)} may not change anything here.`,
  );
}

function ours(host: string | undefined): boolean {
  return isLoopback(hostName(host ?? ""));
}
