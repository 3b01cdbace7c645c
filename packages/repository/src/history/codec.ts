/**
 * A history as one block of bytes: columns raw, strings in one piece. What is loaded looks into the block that was read.
 *
 * ```
 * FHH3 | length of header | CRC-32 of the rest | header (JSON) | columns, each on a multiple of 8 | strings
 * ```
 */
import { crc32 } from "node:zlib";
import type { HistoryTable } from "./table.ts";

/** Raise it when a history of the same commits would be read differently. */
export const HISTORY_FORMAT = "FHH3";
const PREFIX = 12;

interface Header {
  readonly columns: readonly number[];
  readonly strings: readonly number[];
  readonly coAuthors: readonly (readonly [number, readonly number[]])[];
  readonly shallow: boolean;
  readonly missingObjects: number;
}

export function encodeHistory(table: HistoryTable): Buffer {
  const columns = columnsOf(table);
  const strings = stringsOf(table);
  const text = Buffer.from(strings.map((group) => group.join("\0")).join("\0"), "utf8");
  const { commits, shallow, missingObjects } = table.history;
  const header: Header = {
    columns: columns.map((column) => column.byteLength),
    strings: strings.map((group) => group.length),
    coAuthors: [...commits.coAuthors],
    shallow,
    missingObjects,
  };
  const head = Buffer.from(JSON.stringify(header), "utf8");
  const sizes = columns.map((column) => padded(column.byteLength));
  const start = padded(PREFIX + head.length);
  const bytes = Buffer.alloc(start + sizes.reduce((sum, size) => sum + size, 0) + text.length);
  bytes.write(HISTORY_FORMAT, 0, "latin1");
  bytes.writeUInt32LE(head.length, 4);
  head.copy(bytes, PREFIX);
  let at = start;
  for (const [index, column] of columns.entries()) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += sizes[index] ?? 0;
  }
  text.copy(bytes, at);
  bytes.writeUInt32LE(crc32(bytes.subarray(PREFIX)), 8);
  return bytes;
}

/** Undefined for anything that is not exactly what `encodeHistory` wrote. */
export function decodeHistory(bytes: Buffer): HistoryTable | undefined {
  if (bytes.length < PREFIX || bytes.toString("latin1", 0, 4) !== HISTORY_FORMAT) return undefined;
  if (crc32(bytes.subarray(PREFIX)) !== bytes.readUInt32LE(8)) return undefined;
  const headLength = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString("utf8", PREFIX, PREFIX + headLength)) as Header;
  let at = padded(PREFIX + headLength);
  const columns = header.columns.map((length) => {
    const column = bytes.subarray(at, at + length);
    at += padded(length);
    // A view needs to lie on a multiple of its numbers' size; a small file may have been read into the middle of a pool.
    return column.byteOffset % 8 === 0 ? column : new Uint8Array(column);
  });
  return tableOf(header, columns, splitGroups(bytes.toString("utf8", at), header.strings));
}

type Column = Float64Array | Uint32Array | Uint8Array | Int32Array;

/** The order of columns and strings here and in `tableOf` is the format. */
function columnsOf({ history, committed, parentStart, parent }: HistoryTable): Column[] {
  const { time, author, parents, firstChange } = history.commits;
  const { path, status, added, deleted, from } = history.changes;
  return [time, author, parents, firstChange, path, status, added, deleted, from, committed, parentStart, parent];
}

function stringsOf({ history }: HistoryTable): (readonly string[])[] {
  const { commits, paths, authors } = history;
  return [commits.id, commits.subject, paths, authors.map((each) => each.name), authors.map((each) => each.email)];
}

function tableOf(header: Header, columns: readonly Uint8Array[], groups: readonly (readonly string[])[]): HistoryTable {
  const [time, author, parents, firstChange, path, status, added, deleted, from, committed, parentStart, parent] =
    columns;
  const [id = [], subject = [], paths = [], names = [], emails = []] = groups;
  const { coAuthors, shallow, missingObjects } = header;
  return {
    history: {
      commits: {
        id,
        time: view(time, Float64Array),
        author: view(author, Uint32Array),
        coAuthors: new Map(coAuthors),
        subject,
        parents: view(parents, Uint8Array),
        firstChange: view(firstChange, Uint32Array),
      },
      changes: {
        path: view(path, Uint32Array),
        status: view(status, Uint8Array),
        added: view(added, Int32Array),
        deleted: view(deleted, Int32Array),
        from: view(from, Int32Array),
      },
      paths,
      authors: names.map((name, index) => ({ name, email: emails[index] ?? "" })),
      shallow,
      missingObjects,
    },
    committed: view(committed, Float64Array),
    parentStart: view(parentStart, Uint32Array),
    parent: view(parent, Int32Array),
  };
}

interface View<T> {
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

function view<T>(column: Uint8Array = new Uint8Array(0), Type: View<T>): T {
  return new Type(column.buffer, column.byteOffset, column.byteLength / Type.BYTES_PER_ELEMENT);
}

function splitGroups(text: string, lengths: readonly number[]): string[][] {
  const all = text.split("\0");
  let at = 0;
  return lengths.map((length) => all.slice(at, (at += length)));
}

function padded(length: number): number {
  return (length + 7) & ~7;
}
