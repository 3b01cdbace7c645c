/**
 * Paths in git are bytes; here they are strings. What is not UTF-8 is written `\xNN`, reversibly: a backslash
 * that would read as such an escape is itself written `\x5C`.
 */
import { isUtf8 } from "node:buffer";

/** The string for a path's bytes. */
export function pathFromBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(buffer) ? escapeBackslashes(buffer.toString("utf8")) : escapeInvalid(buffer);
}

/** The bytes of a path, for handing it to the file system. */
export function pathToBytes(path: string): Buffer {
  if (!path.includes("\\x")) return Buffer.from(path, "utf8");
  const parts: Buffer[] = [];
  let start = 0;
  for (const match of path.matchAll(/\\x([0-9A-F]{2})/g)) {
    parts.push(Buffer.from(path.slice(start, match.index), "utf8"), Buffer.from([Number.parseInt(match[1] ?? "", 16)]));
    start = match.index + 4;
  }
  parts.push(Buffer.from(path.slice(start), "utf8"));
  return Buffer.concat(parts);
}

/** The same for text that is known to be UTF-8. */
export function escapeBackslashes(text: string): string {
  return text.includes("\\x") ? text.replace(/\\(?=x[0-9A-F]{2})/g, String.raw`\x5C`) : text;
}

function escapeInvalid(bytes: Buffer): string {
  let text = "";
  let at = 0;
  while (at < bytes.length) {
    const length = validLength(bytes, at);
    if (length === 0) text += escapeByte(bytes[at] ?? 0);
    else text += escapeBackslash(bytes, at, length);
    at += Math.max(length, 1);
  }
  return text;
}

/** Length of the UTF-8 sequence that starts at `at`; 0 when there is none. */
function validLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

function escapeBackslash(bytes: Buffer, at: number, length: number): string {
  const ambiguous = bytes[at] === 0x5c && /^x[0-9A-F]{2}/.test(bytes.toString("latin1", at + 1, at + 4));
  return ambiguous ? escapeByte(0x5c) : bytes.toString("utf8", at, at + length);
}

function escapeByte(byte: number): string {
  return `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
