/** A snapshot as batches of elements, read as it comes in; see `split-json.ts`. */
import { createHash } from "node:crypto";
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "@freehold/model";
import { IngestRefused, RefusalList } from "./refusal.ts";
import { type JsonLimits, type JsonPart, JsonShapeError, splitJson } from "./split-json.ts";

const SECTIONS = ["repositories", "units", "people", "products", "violations", "problems"] as const;
type Section = (typeof SECTIONS)[number];

/** One element of a section: what it says, and its text in one spelling, whatever white space it came with. */
export interface Item {
  readonly index: number;
  readonly value: unknown;
  readonly text: string;
}

export type SnapshotBatch =
  | { readonly section: Section; readonly items: readonly Item[] }
  | { readonly section: "head"; readonly name: string; readonly value: unknown };

export interface SnapshotStream {
  batches(): AsyncGenerator<SnapshotBatch>;
  /** Bytes read, and their SHA-256 in hexadecimal; complete once the batches were read to the end. */
  digest(): { readonly bytes: number; readonly hash: string };
}

const LIMITS: JsonLimits = { bytes: 64 * 1024 * 1024, depth: 100 };
const BATCH = 200;
/** A batch of large elements is handed on earlier. */
const BATCH_LENGTH = 2 * 1024 * 1024;

/** Throws `IngestRefused` from its batches when the bytes are no snapshot. */
export function readSnapshot(chunks: AsyncIterable<Uint8Array>): SnapshotStream {
  const digest = createHash("sha256");
  let bytes = 0;
  return {
    batches: () => batches(counted()),
    digest: () => ({ bytes, hash: digest.copy().digest("hex") }),
  };

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      digest.update(chunk);
      yield chunk;
    }
  }
}

async function* batches(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SnapshotBatch> {
  const refusals = new RefusalList();
  const seen = new Set<string>();
  let waiting: Item[] = [];
  let length = 0;
  let section: Section | undefined;
  try {
    for await (const parts of splitJson(chunks, LIMITS)) {
      for (const part of parts) {
        seen.add(part.name);
        if (waiting.length > 0 && (part.name !== section || waiting.length >= BATCH || length >= BATCH_LENGTH)) {
          if (section !== undefined) yield { section, items: waiting };
          waiting = [];
          length = 0;
        }
        const value = parsed(part, refusals);
        if (part.kind === "value") yield { section: "head", name: part.name, value };
        else if (isSection(part.name)) {
          section = part.name;
          waiting.push({ index: part.index, value, text: JSON.stringify(value) ?? "" });
          length += part.text.length;
        }
      }
    }
  } catch (error) {
    if (!(error instanceof JsonShapeError)) throw error;
    throw new IngestRefused([{ code: "snapshot/invalid-json", pointer: "", message: error.message }]);
  }
  if (waiting.length > 0 && section !== undefined) yield { section, items: waiting };
  refusals.throwIfAny();
  checkHead(seen);
}

function parsed(part: JsonPart, refusals: RefusalList): unknown {
  try {
    return JSON.parse(part.text) as unknown;
  } catch (error) {
    const pointer = part.kind === "value" ? `/${part.name}` : `/${part.name}/${part.index}`;
    refusals.add({
      code: "snapshot/invalid-json",
      pointer,
      message: error instanceof Error ? error.message : "invalid JSON",
    });
    refusals.throwIfAny();
    return undefined;
  }
}

/** Says what is wrong with a field of the head, or nothing. */
export function refusalOfHead(name: string, value: unknown): string | undefined {
  if (name === "format" && value !== SNAPSHOT_FORMAT) {
    return `the format is ${JSON.stringify(value)}; a snapshot says "${SNAPSHOT_FORMAT}"`;
  }
  if (name === "version" && value !== SNAPSHOT_VERSION) {
    return `the version is ${JSON.stringify(value)}; this store reads version ${SNAPSHOT_VERSION}`;
  }
  return undefined;
}

function checkHead(seen: ReadonlySet<string>): void {
  const missing = ["format", "version"].filter((name) => !seen.has(name));
  if (missing.length === 0) return;
  throw new IngestRefused(
    missing.map((name) => ({ code: "snapshot/missing-field", pointer: `/${name}`, message: `"${name}" is missing` })),
  );
}

function isSection(name: string): name is Section {
  return (SECTIONS as readonly string[]).includes(name);
}
