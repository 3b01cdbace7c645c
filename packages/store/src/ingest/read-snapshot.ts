/**
 * A snapshot as batches of elements that are ready to be written, read as it comes in; see `split-json.ts`.
 * Needs no database, so that it can run in a thread of its own (`read-in-thread.ts`).
 */
import { createHash } from "node:crypto";
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "@freehold/model";
import type { Preparing, Raw } from "./prepare/item.ts";
import { Names } from "./prepare/names.ts";
import { isSection, prepareBatch, type Section, type SectionBatch } from "./prepare/registry.ts";
import { IngestRefused, RefusalList } from "./refusal.ts";
import { type JsonLimits, type JsonPart, JsonShapeError, splitJson, textOf } from "./split-json.ts";

export type SnapshotBatch = SectionBatch | { readonly section: "head"; readonly name: string; readonly value: unknown };

/**
 * The hashes of all that the repositories read so far had. Asked for once, before the first unit or
 * product: what is as it was need not be validated and packed.
 */
export type AskKnown = () => Promise<ReadonlySet<string>>;

export interface Digest {
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
}

export interface SnapshotStream {
  batches(): AsyncGenerator<SnapshotBatch>;
  /** Of the bytes read; complete once the batches were read to the end. */
  digest(): Digest;
}

const LIMITS: JsonLimits = { bytes: 64 * 1024 * 1024, depth: 100 };
const BATCH = 200;
/** A batch of large elements is handed on earlier. */
const BATCH_LENGTH = 2 * 1024 * 1024;

/** Throws `IngestRefused` from its batches when the bytes are no snapshot. */
export function readSnapshot(chunks: AsyncIterable<Uint8Array>, askKnown: AskKnown): SnapshotStream {
  const digest = createHash("sha256");
  let bytes = 0;
  return {
    batches: () => batches(counted(), askKnown),
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

async function* batches(chunks: AsyncIterable<Uint8Array>, askKnown: AskKnown): AsyncGenerator<SnapshotBatch> {
  const refusals = new RefusalList();
  const seen = new Set<string>();
  const waiting: Waiting = { raws: [], length: 0 };
  let known: ReadonlySet<string> | undefined;
  const preparing: Omit<Preparing, "documents"> = {
    refusals,
    names: new Names(),
    isKnown: (hash) => known?.has(hash) === true,
  };
  const prepared = async (section: Section): Promise<SectionBatch> => {
    if (section === "units" || section === "products") known ??= await askKnown();
    return prepareBatch(section, taken(waiting), preparing);
  };
  try {
    for await (const parts of splitJson(chunks, LIMITS)) {
      for (const part of parts) {
        seen.add(part.name);
        const { section } = waiting;
        if (section !== undefined && (part.name !== section || isFull(waiting))) yield await prepared(section);
        const value = parsed(part, refusals);
        if (part.kind === "value") yield { section: "head", name: part.name, value };
        else if (isSection(part.name)) {
          waiting.section = part.name;
          waiting.raws.push({ index: part.index, value, bytes: inOneSpelling(part, value) });
          waiting.length += part.bytes.length;
        }
      }
    }
  } catch (error) {
    if (!(error instanceof JsonShapeError)) throw error;
    throw new IngestRefused([{ code: "snapshot/invalid-json", pointer: "", message: error.message }]);
  }
  if (waiting.section !== undefined) yield await prepared(waiting.section);
  refusals.throwIfAny();
  checkHead(seen);
}

/** Elements of one section that will be a batch. */
interface Waiting {
  section?: Section;
  raws: Raw[];
  length: number;
}

function isFull({ raws, length }: Waiting): boolean {
  return raws.length >= BATCH || length >= BATCH_LENGTH;
}

function taken(waiting: Waiting): readonly Raw[] {
  const { raws } = waiting;
  delete waiting.section;
  waiting.raws = [];
  waiting.length = 0;
  return raws;
}

/** Without white space, which says nothing; as it came where there is none, since writing it again takes as long as reading. */
function inOneSpelling({ bytes, spaced }: JsonPart, value: unknown): Uint8Array {
  return spaced ? Buffer.from(JSON.stringify(value)) : bytes;
}

function parsed(part: JsonPart, refusals: RefusalList): unknown {
  try {
    return JSON.parse(textOf(part.bytes)) as unknown;
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
