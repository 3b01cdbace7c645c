/** The thread in which a large snapshot is read; `read-in-thread.ts` talks to it. */
import { parentPort } from "node:worker_threads";
import { type Digest, readSnapshot } from "./read-snapshot.ts";
import { IngestRefused, type Refusal } from "./refusal.ts";
import { type SentBatch, sendable } from "./sent-batch.ts";

export type ToThread =
  | { readonly kind: "chunk"; readonly chunk: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" }
  | { readonly kind: "known"; readonly names: ReadonlySet<string> }
  | { readonly kind: "taken" };

export type FromThread =
  | { readonly kind: "eaten"; readonly bytes: number }
  | { readonly kind: "ask-known" }
  | ({ readonly kind: "batch" } & SentBatch)
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "done"; readonly digest: Digest };

/** Batches that may wait to be taken. */
const MOST_WAITING = 4;

const received: Uint8Array[] = [];
let ended = false;
let known: ReadonlySet<string> | undefined;
let waiting = 0;
/** The reader is one chain of steps, so that at most one of them waits. */
let wake = () => {};

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "chunk") received.push(message.chunk);
  else if (message.kind === "end") ended = true;
  else if (message.kind === "known") known = message.names;
  else waiting--;
  wake();
});

try {
  const stream = readSnapshot(chunks(), askKnown);
  for await (const batch of stream.batches()) {
    const sent = sendable(batch);
    tell({ kind: "batch", ...sent }, [sent.blobs.buffer]);
    waiting++;
    await until(() => waiting < MOST_WAITING);
  }
  tell({ kind: "done", digest: stream.digest() });
} catch (error) {
  if (!(error instanceof IngestRefused)) throw error;
  tell({ kind: "refused", refusals: error.refusals });
}
parentPort?.close();

async function* chunks(): AsyncGenerator<Uint8Array> {
  for (;;) {
    await until(() => ended || received.length > 0);
    const chunk = received.shift();
    if (chunk === undefined) return;
    yield chunk;
    tell({ kind: "eaten", bytes: chunk.length });
  }
}

async function askKnown(): Promise<ReadonlySet<string>> {
  tell({ kind: "ask-known" });
  await until(() => known !== undefined);
  return known ?? new Set();
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

function tell(message: FromThread, given: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, given);
}
