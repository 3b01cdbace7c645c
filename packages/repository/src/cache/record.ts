/**
 * One entry in a segment. The header has its own checksum, so that a torn or damaged one is seen before its
 * lengths are believed; the value's checksum is looked at when it is read. Large values are compressed (zstd):
 * what units promise has the same words over and over, and unpacking it takes less time than reading it.
 *
 * ```
 * u32 CRC of the header behind it | u32 CRC of the value | u32 length of value | u16 length of key | key | value
 * ```
 */
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from "node:zlib";

const HEADER = 14;

export interface RecordHeader {
  readonly key: string;
  readonly valueChecksum: number;
  readonly valueLength: number;
  /** Bytes from the start of the record to its value. */
  readonly valueStart: number;
}

export function encodeRecord(key: string, value: Buffer): Buffer {
  const name = Buffer.from(key, "utf8");
  const record = Buffer.allocUnsafe(HEADER + name.length + value.length);
  record.writeUInt32LE(crc32(value), 4);
  record.writeUInt32LE(value.length, 8);
  record.writeUInt16LE(name.length, 12);
  name.copy(record, HEADER);
  value.copy(record, HEADER + name.length);
  record.writeUInt32LE(crc32(record.subarray(4, HEADER + name.length)), 0);
  return record;
}

/** Of one value, unpacked: a damaged or hostile one must not fill memory. */
const MOST = 1024 ** 3 / 2;
const LARGE = 16 * 1024;
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** How zstd's frames begin (RFC 8878, section 3.1.1), and no JSON does. */
const ZSTD = 0xfd2fb528;

/** A value as it is written. */
export function encodeValue(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value) ?? "null", "utf8");
  return text.length < LARGE ? text : zstdCompressSync(text, FAST);
}

/** `short`: more bytes are needed to tell. Undefined: this is no record. */
export function decodeHeader(bytes: Buffer, at: number): RecordHeader | "short" | undefined {
  if (at + HEADER > bytes.length) return "short";
  const keyEnd = at + HEADER + bytes.readUInt16LE(at + 12);
  if (keyEnd > bytes.length) return "short";
  if (crc32(bytes.subarray(at + 4, keyEnd)) !== bytes.readUInt32LE(at)) return undefined;
  return {
    key: bytes.toString("utf8", at + HEADER, keyEnd),
    valueChecksum: bytes.readUInt32LE(at + 4),
    valueLength: bytes.readUInt32LE(at + 8),
    valueStart: keyEnd - at,
  };
}

/** The value; undefined when it is damaged. */
export function decodeValue(bytes: Buffer, checksum: number): { readonly value: unknown } | undefined {
  if (crc32(bytes) !== checksum) return undefined;
  try {
    const packed = bytes.length > 4 && bytes.readUInt32LE(0) === ZSTD;
    const text = packed ? zstdDecompressSync(bytes, { maxOutputLength: MOST }) : bytes;
    return { value: JSON.parse(text.toString("utf8")) as unknown };
  } catch {
    return undefined;
  }
}
