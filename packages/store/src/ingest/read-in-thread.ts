/**
 * Reading a snapshot in a thread of its own: cutting, parsing, validating, hashing and packing take longer than
 * the database does, so a large snapshot is read beside the writing. A small one is read at once, since a thread
 * takes longer to start. A few MiB are under way at most.
 */
import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { type AskKnown, type Digest, readSnapshot, type SnapshotStream } from "./read-snapshot.ts";
import type { FromThread, ToThread } from "./reading-thread.ts";
import { IngestRefused } from "./refusal.ts";
import { received } from "./sent-batch.ts";

/** From so many bytes on a thread pays in a server that runs; it loads everything once more. */
const LARGE = 2 * 1024 * 1024;
/** Bytes that the thread may have before it. */
const MOST_SENT = 4 * 1024 * 1024;

/**
 * Elements live for a batch. With the usual 48 MiB many are copied before they are done with: an eighth of the time that
 * a load takes on all processors, for 13,000 products.
 */
const YOUNG_MB = 96;

export interface ReadOptions {
  /** Bytes from which on a thread reads; default: where it pays in a server that runs. */
  readonly threadFrom?: number;
}

/** What `readSnapshot` does, wherever it is faster. */
export async function readInThread(
  chunks: AsyncIterable<Uint8Array>,
  askKnown: AskKnown,
  { threadFrom = LARGE }: ReadOptions = {},
): Promise<SnapshotStream> {
  const reader = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  for (let length = 0; length < threadFrom;) {
    const { done, value } = await reader.next();
    if (done === true) return readSnapshot(again(held), askKnown);
    held.push(value);
    length += value.length;
  }
  return threaded(again(held, reader), askKnown);
}

async function* again(held: readonly Uint8Array[], rest?: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* held;
  if (rest === undefined) return;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function threaded(chunks: AsyncGenerator<Uint8Array>, askKnown: AskKnown): SnapshotStream {
  let digest: Digest | undefined;
  return {
    async *batches() {
      const worker = new Worker(new URL("./reading-thread.ts", import.meta.url), {
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
      const tell = (message: ToThread) =>
        worker.postMessage(message, message.kind === "chunk" ? [message.chunk.buffer] : []);
      const feed = feeder(chunks, tell);
      try {
        await feed(0);
        // The iterator throws what the thread threw.
        for await (const [message] of on(worker, "message", { close: ["exit"] }) as AsyncIterable<[FromThread]>) {
          if (message.kind === "eaten") await feed(message.bytes);
          else if (message.kind === "ask-known") tell({ kind: "known", names: await askKnown() });
          else if (message.kind === "refused") throw new IngestRefused(message.refusals);
          else if (message.kind === "done") {
            digest = message.digest;
            return;
          } else {
            tell({ kind: "taken" });
            yield received(message);
          }
        }
        throw new Error("the thread that reads the snapshot ended early");
      } finally {
        await worker.terminate();
        await chunks.return(undefined);
      }
    },
    digest() {
      if (digest === undefined) throw new TypeError("the snapshot was not read to its end");
      return digest;
    },
  };
}

/** Sends chunks while few are before the thread; called with how many bytes it has read since. */
function feeder(chunks: AsyncGenerator<Uint8Array>, tell: (message: ToThread) => void) {
  let sent = 0;
  let ended = false;
  return async (eaten: number): Promise<void> => {
    sent -= eaten;
    while (!ended && sent < MOST_SENT) {
      const { done, value } = await chunks.next();
      if (done === true) {
        ended = true;
        tell({ kind: "end" });
      } else {
        sent += value.length;
        // A copy of its own: what it is a part of may be much larger.
        tell({ kind: "chunk", chunk: new Uint8Array(value) });
      }
    }
  };
}
