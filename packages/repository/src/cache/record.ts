/**
 * One entry in a segment. The header has its own checksum, so that a torn or damaged one is seen before its
 * lengths are believed; the value's checksum is looked at when it is read.
 *
 * ```
 * u32 CRC of the header behind it | u32 CRC of the value | u32 length of value | u16 length of key | key | value
 * ```
 */
import { crc32 } from "node:zlib";

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
    return { value: JSON.parse(bytes.toString("utf8")) as unknown };
  } catch {
    return undefined;
  }
}
