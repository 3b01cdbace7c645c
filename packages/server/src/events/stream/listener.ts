/**
 * One listener: the stream of its connection, and how far it was told. It is judged anew before anything is
 * told and with every heartbeat, so that a session or token that ended hears nothing more. Whoever reads too
 * slowly is cut off instead of being remembered for; it comes back with the id of the last event that arrived.
 */
import { PassThrough, type Readable } from "node:stream";
import type { EventPlace, StoredEvent } from "@freehold/store";
import { HttpProblem } from "../../problem-details.ts";
import type { Listener, Load } from "./hub.ts";
import { writePlace } from "./place.ts";

export interface ListenOptions {
  readonly organisation: string;
  readonly who: string;
  /** What was told already. */
  readonly from: EventPlace;
  /** Throws where this may not go on. */
  readonly judgeAgain: () => Promise<void>;
  /** Something was missed, so everything is to be read again before `from`. */
  readonly missed: boolean;
  /** Milliseconds between heartbeats. */
  readonly heartbeat?: number;
}

export interface OpenListener extends Listener {
  readonly stream: Readable;
}

/** An ingest can have a hundred thousand events; whoever shows lists then reads them again, which is cheaper. */
const MOST_AT_ONCE = 200;
const MOST_WAITING = 256 * 1024;
const HEARTBEAT = 15_000;
/** How soon a browser comes back. */
const RETRY = 3000;

export function openListener(options: ListenOptions): OpenListener {
  const stream = new PassThrough({ highWaterMark: MOST_WAITING });
  let place = options.from;
  let busy = false;

  const write = (text: string) => {
    if (stream.writableEnded || stream.destroyed) return;
    if (stream.readableLength + stream.writableLength > MOST_WAITING) stream.destroy();
    else stream.write(text);
  };
  const end = () => void stream.end();
  const judged = async (work: () => Promise<void>) => {
    if (busy || stream.writableEnded || stream.destroyed) return;
    busy = true;
    try {
      await options.judgeAgain();
      await work();
    } catch (error) {
      // Whoever may not go on is told nothing more. A database that is away for a moment costs a moment.
      if (error instanceof HttpProblem) end();
    } finally {
      busy = false;
    }
  };
  const tell = async (revision: number, load: Load) => {
    const events = await load(place, MOST_AT_ONCE + 1);
    if (events.length > MOST_AT_ONCE) {
      place = { revision };
      write(reset(place));
      return;
    }
    for (const event of events) write(told(event));
    const last = events.at(-1);
    // What was silent in this revision need not be asked for again; but never go back behind what was told.
    place = { revision: Math.max(revision, last?.revision ?? 0) };
  };
  const beat = setInterval(() => void judged(async () => write(": alive\n\n")), options.heartbeat ?? HEARTBEAT);
  beat.unref();
  stream.once("close", () => clearInterval(beat));
  write(`retry: ${RETRY}\n${options.missed ? reset(place) : `id: ${writePlace(place)}\n\n`}`);
  return {
    organisation: options.organisation,
    who: options.who,
    stream,
    advance: (revision, load) => {
      if (revision > place.revision) void judged(async () => await tell(revision, load));
    },
    end,
  };
}

function told({ id, type, at, subject, revision, ordinal, data }: StoredEvent): string {
  const fields = typeof data === "object" && data !== null && "fields" in data ? { fields: data.fields } : {};
  const value = { id, type, at: new Date(at).toISOString(), subject, revision, ...fields };
  return `id: ${writePlace({ revision, ordinal })}\ndata: ${JSON.stringify(value)}\n\n`;
}

function reset(place: EventPlace): string {
  return `id: ${writePlace(place)}\ndata: ${JSON.stringify({ type: "reset", revision: place.revision })}\n\n`;
}
