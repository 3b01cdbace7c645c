/** What happens on the server, as it happens: its server-sent events, taken up again wherever the connection broke. */
import { EventSourceParserStream } from "eventsource-parser/stream";
import type { Client } from "./client.ts";
import { ApiFailure } from "./failure.ts";
import { pause } from "./pause.ts";
import type { components } from "./schema.ts";

export type OrganisationEvent = components["schemas"]["Event"];

export interface ListenOptions {
  /** Id of the organisation. */
  readonly organisation: string;
  /** Begin after this revision; default: now. */
  readonly after?: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Longer than the server's heartbeat by far: a connection that says nothing for so long is gone. */
const SILENCE = 60_000;
const LONGEST_PAUSE = 30_000;

/**
 * Each event once, in order, for as long as the signal lets it. `reset` means that more happened than is told: read
 * again what you show. Throws an `ApiFailure` where the server refuses, as after signing out.
 */
export async function* listen(client: Client, options: ListenOptions): AsyncGenerator<OrganisationEvent> {
  const { signal } = options;
  const at = { last: undefined as string | undefined, wait: 1000 };
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const { id, data } of messages(client, options, at)) {
        failures = 0;
        at.last = id ?? at.last;
        yield JSON.parse(data) as OrganisationEvent;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiFailure && error.problem.status < 500 && error.problem.status !== 429) throw error;
    }
    await pause(Math.min(at.wait * 2 ** Math.min(failures, 5), LONGEST_PAUSE), signal);
  }
}

interface Standing {
  /** Id of the last event that arrived. */
  last: string | undefined;
  /** Milliseconds until coming back, as the server says. */
  wait: number;
}

/** One connection: ends with it. */
async function* messages(
  client: Client,
  { organisation, after, signal }: ListenOptions,
  at: Standing,
): AsyncGenerator<{ readonly id?: string | undefined; readonly data: string }> {
  const silence = new AbortController();
  const watch = () => setTimeout(() => silence.abort(), SILENCE);
  let timer = watch();
  try {
    const { data, error } = await client.GET("/api/v1/organisations/{organisation}/events", {
      params: {
        path: { organisation },
        query: after === undefined ? {} : { after },
        header: at.last === undefined ? {} : { "Last-Event-ID": at.last },
      },
      parseAs: "stream",
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (error !== undefined) throw new ApiFailure(error);
    const heard = () => {
      clearTimeout(timer);
      timer = watch();
    };
    // What has an id and no data says where to come back to, and nothing else.
    const parser = new EventSourceParserStream({
      onId: (id) => void (at.last ??= id),
      onRetry: (milliseconds) => void (at.wait = milliseconds),
      onComment: heard,
    });
    const stream = data as ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined;
    if (stream === null || stream === undefined) return;
    for await (const message of stream.pipeThrough(new TextDecoderStream()).pipeThrough(parser)) {
      heard();
      yield message;
    }
  } finally {
    clearTimeout(timer);
  }
}
