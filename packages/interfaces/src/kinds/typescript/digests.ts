/**
 * Digests of files, by content: from memory or from the digesting processes.
 *
 * Waits for them, since a kind is synchronous; the work itself runs apart, so that a fault of a native
 * parser costs one file.
 */
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import type { BridgeData, DigestAnswer } from "./digest-bridge.ts";
import { DIGEST_VERSION } from "./file-digest.ts";
import type { FileDigest } from "./file-digest.ts";
import { hashOf } from "./hash.ts";

/** A file whose digest is wanted. */
interface DigestInput {
  readonly path: string;
  readonly text: string;
}

const MEMORY_LIMIT = 20_000;
const memory = new Map<string, FileDigest>();

/** The digests of files, in the order asked for. */
export function digestFiles(inputs: readonly DigestInput[]): readonly FileDigest[] {
  const keys = inputs.map(digestKey);
  const missing = new Map<string, DigestInput>();
  for (const [index, input] of inputs.entries()) {
    const key = keys[index];
    if (key !== undefined && !memory.has(key)) missing.set(key, input);
  }
  const fresh = new Map<string, FileDigest>();
  for (const answer of missing.size === 0 ? [] : digestApart(missing)) fresh.set(answer.key, digestOf(answer));
  const digests = keys.map((key) => fresh.get(key) ?? memory.get(key) ?? emptyDigest("it was not read"));
  for (const [key, digest] of fresh) remember(key, digest);
  return digests;
}

/** Whether a digest says that its file was not read: for want of time, or because it ended the parser. */
export function isUnread({ hash, problems }: FileDigest): boolean {
  return hash === "" && problems.some(({ code }) => code === "typescript/unreadable");
}

/** The key that a digest is remembered under: the file's kind and content, and the version of the digest. */
function digestKey(input: DigestInput): string {
  const extension = /(\.d(\.[^.]+)?)?\.[cm]?[jt]sx?$/.exec(input.path)?.[0] ?? "";
  return `${DIGEST_VERSION}:${extension}:${hashOf(input.text)}`;
}

function remember(key: string, digest: FileDigest): void {
  if (memory.size >= MEMORY_LIMIT) {
    const oldest = memory.keys().next();
    if (oldest.done !== true) memory.delete(oldest.value);
  }
  memory.set(key, digest);
}

function digestOf(answer: DigestAnswer): FileDigest {
  return answer.digest === undefined
    ? emptyDigest(answer.failed ?? "it was not read")
    : (JSON.parse(answer.digest) as FileDigest);
}

function emptyDigest(message: string): FileDigest {
  const problems = [{ code: "typescript/unreadable", severity: "warning" as const, message }];
  return { hash: "", text: "", declarations: {}, imports: {}, exports: [], stars: [], modules: [], problems };
}

interface Bridge {
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

let bridge: Bridge | undefined;

function digestApart(inputs: ReadonlyMap<string, DigestInput>): readonly DigestAnswer[] {
  bridge ??= openBridge();
  Atomics.store(bridge.signal, 0, 0);
  const requests = [...inputs].map(([key, { path, text }]) => ({ key, path, text }));
  bridge.port.postMessage(requests, []);
  // Longer than the patience with any one file; bounded, should the thread itself be gone.
  Atomics.wait(bridge.signal, 0, 0, 120_000 + inputs.size * 50);
  const received: unknown = receiveMessageOnPort(bridge.port)?.message;
  return Array.isArray(received) ? received : [];
}

function openBridge(): Bridge {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const workerData: BridgeData = { port: port2, signal };
  const worker = new Worker(new URL("./digest-bridge.ts", import.meta.url), {
    workerData,
    transferList: [port2],
    execArgv: [],
  });
  worker.unref();
  port1.unref();
  return { port: port1, signal };
}
