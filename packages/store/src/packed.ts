/**
 * Documents as they are stored: JSON, compressed where that pays. Whatever a snapshot says that is neither
 * filtered nor sorted stays in its document, so that a new field needs no migration.
 */
import { hash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { DICTIONARY } from "./packed-dictionary.ts";

const PLAIN = 0;
const DEFLATED = 1;
const DEFLATED_AGAINST_DICTIONARY = 2;
/** Not here: what follows is the key of a pack, and the place in it. */
const IN_PACK = 3;
/** Smaller documents gain less than the call costs. */
const WORTH_COMPRESSING = 200;
/** No document that was accepted is larger; guards against a damaged one. */
const MOST_BYTES = 256 * 1024 * 1024;
/**
 * A typical document has 2 kB; a small window then gives the same size as a large one, and setting up a
 * large one would take longer than compressing (measured: 16 µs against 25 µs with zstd, for 575 bytes).
 */
const SMALL = { level: 1, windowBits: 13, memLevel: 5, chunkSize: 4096, dictionary: DICTIONARY };
const LARGE = { level: 3 };
const LARGE_BYTES = 32 * 1024;

/** JSON as a text, or as its bytes. */
export function packText(json: string | Uint8Array): Uint8Array {
  const plain = typeof json === "string" ? Buffer.from(json) : json;
  if (plain.length < WORTH_COMPRESSING) return Buffer.concat([Uint8Array.of(PLAIN), plain]);
  if (plain.length > LARGE_BYTES) return Buffer.concat([Uint8Array.of(DEFLATED), deflateRawSync(plain, LARGE)]);
  return Buffer.concat([Uint8Array.of(DEFLATED_AGAINST_DICTIONARY), deflateRawSync(plain, SMALL)]);
}

export function pack(value: unknown): Uint8Array {
  return packText(JSON.stringify(value));
}

/** What was packed. */
export function unpack(bytes: Uint8Array): unknown {
  return JSON.parse(plainOf(bytes).toString());
}

function plainOf(bytes: Uint8Array): Buffer {
  const content = bytes.subarray(1);
  switch (bytes[0]) {
    case DEFLATED:
      return inflateRawSync(content, { maxOutputLength: MOST_BYTES });
    case DEFLATED_AGAINST_DICTIONARY:
      return inflateRawSync(content, { maxOutputLength: MOST_BYTES, dictionary: DICTIONARY });
    default:
      return Buffer.from(content);
  }
}

/** Between documents of a pack: JSON without white space has none. */
const BETWEEN = Uint8Array.of(0x0a);
const TOGETHER = { level: 1, memLevel: 8, dictionary: DICTIONARY };
/** Most packs come out in one piece of so many bytes. */
const PIECE = 64 * 1024;

/**
 * Documents that come together as one, without white space: a quarter to a third of the time that each takes alone, and
 * three fifths of the room, since they say much the same. Reading one takes twice as long.
 */
export function packTogether(jsons: readonly Uint8Array[]): Uint8Array {
  const plain = Buffer.concat(jsons.flatMap((json, place) => (place === 0 ? [json] : [BETWEEN, json])));
  return deflateRawSync(plain, TOGETHER);
}

/** The documents of a pack, as JSON. */
export function unpackTogether(pack: Uint8Array): readonly string[] {
  const options = { maxOutputLength: MOST_BYTES, chunkSize: PIECE, dictionary: DICTIONARY };
  return inflateRawSync(pack, options).toString().split("\n");
}

export interface PackPlace {
  /** Key of the pack. */
  readonly pack: number;
  readonly place: number;
}

/** What is stored instead of a document that is in a pack. */
export function packPlace({ pack, place }: PackPlace): Uint8Array {
  const bytes = Buffer.alloc(6);
  bytes[0] = IN_PACK;
  bytes.writeUInt32BE(pack, 1);
  bytes[5] = place;
  return bytes;
}

/** Where the document is; undefined: here. */
export function placeOf(doc: Uint8Array): PackPlace | undefined {
  if (doc[0] !== IN_PACK) return undefined;
  const view = new DataView(doc.buffer, doc.byteOffset, doc.byteLength);
  return { pack: view.getUint32(1), place: view.getUint8(5) };
}

/** Tells two contents apart: 16 bytes, in hexadecimal. */
export function contentHash(text: string | Uint8Array): string {
  return hash("sha256", text, "hex").slice(0, 32);
}

/** As it is stored. */
export function hashBytes(hash: string): Uint8Array {
  return Buffer.from(hash, "hex");
}

/** A stored hash, as `contentHash` says it. */
export function hashText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

export function isSame(stored: Uint8Array | undefined, hash: string): boolean {
  return stored !== undefined && hashText(stored) === hash;
}
