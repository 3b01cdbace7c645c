/** One request to a receiver: bounded in time and in what is read of the answer; redirects are not followed. */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Destination } from "./destination.ts";

export interface Posted {
  /** Absent where no answer came. */
  readonly status?: number;
  readonly retryAfter?: string;
  readonly error?: string;
}

export async function post(
  { url, address, family }: Destination,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeout: number,
): Promise<Posted> {
  const signal = AbortSignal.timeout(timeout);
  const options: RequestOptions = {
    method: "POST",
    signal,
    agent: false,
    // The name stays for TLS and the Host header; the connection goes to the address that was judged.
    lookup: (_host, { all }, done) => {
      if (all === true) done(null, [{ address, family }]);
      else done(null, address, family);
    },
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
  };
  try {
    return await sent(url, options, body);
  } catch (error) {
    if (signal.aborted) return { error: `no answer within ${timeout / 1000} seconds` };
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function sent(url: URL, options: RequestOptions, body: string): Promise<Posted> {
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return await new Promise<Posted>((done, failed) => {
    const request = send(url, options, (response: IncomingMessage) => {
      const after = response.headers["retry-after"];
      done({ status: response.statusCode ?? 0, ...(after === undefined ? {} : { retryAfter: after }) });
      // What it says is of no use to us, and may be endless.
      response.destroy();
    });
    request.once("error", failed);
    request.end(body);
  });
}
