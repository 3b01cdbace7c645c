/**
 * Requests to hosts of repositories. Every connection, those of redirects too, goes to an address that the caller
 * allowed; answers are bounded in time and size.
 */
import { Agent, buildConnector, fetch, type RequestInit, type Response } from "undici";
import { SourceFailure } from "./failure.ts";

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Where a connection to this address may go; throws where it may not, with words that say why. */
export type Reach = (url: URL) => Promise<Address>;

export interface Web {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const TIMEOUT = 60_000;
/** A page of a hundred repositories has about 600 kB. */
const MOST_BYTES = 32 * 1024 * 1024;

export function openWeb(reach: Reach): Web {
  const connect = buildConnector({ timeout: 20_000 });
  const agent = new Agent({
    maxResponseSize: MOST_BYTES,
    headersTimeout: TIMEOUT,
    bodyTimeout: TIMEOUT,
    connect: (options, done) => {
      const { protocol, hostname, port } = options;
      reach(new URL(`${protocol}//${hostname}${port === "" ? "" : `:${port}`}`)).then(
        // The name stays for TLS; the connection goes to the address that was judged.
        ({ address }) => connect({ ...options, hostname: address }, done),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
      );
    },
  });
  return {
    async fetch(url, init = {}) {
      try {
        return await fetch(url, { ...init, dispatcher: agent, signal: init.signal ?? AbortSignal.timeout(TIMEOUT) });
      } catch (error) {
        throw unreachable(url, error);
      }
    },
    close: async () => await agent.close(),
  };
}

function unreachable(url: string, error: unknown): SourceFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = cause instanceof Error ? cause.message || cause.name : String(cause);
  const refused = cause instanceof Error && cause.name === "DestinationRefused";
  const host = URL.canParse(url) ? new URL(url).host : url;
  if (refused) {
    return new SourceFailure("source/refused", `${host} may not be reached: ${message}`, {
      final: true,
      hint: "Name its range in the setting sources.allow where it is meant to be reached.",
    });
  }
  return new SourceFailure("source/unreachable", `${host} does not answer: ${message}`, {
    hint: "It is tried again by itself. Look at the address and at the network of the server where that does not help.",
  });
}
