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

export function packText(text: string): Uint8Array {
  const plain = Buffer.from(text);
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

/** 16 bytes that tell two contents apart. */
export function contentHash(text: string): Uint8Array {
  return hash("sha256", text, "buffer").subarray(0, 16);
}

/** A hash as a key of maps and sets. */
export function hashName(hash: Uint8Array): string {
  return Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString("latin1");
}

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
