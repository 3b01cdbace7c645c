/**
 * A body that is kept before it is worked on. Taking a snapshot in is one transaction; fed by the network it
 * would hold the database for as long as a slow sender likes. Small bodies stay in memory, others go to a
 * file that ends with the request.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface Spool extends AsyncDisposable {
  bytes(): AsyncIterable<Uint8Array>;
}

const MOST_IN_MEMORY = 8 * 1024 * 1024;

/** Reads all of a body; throws what reading it throws, and leaves nothing behind then. */
export async function spooled(body: AsyncIterable<Uint8Array>, most: number = MOST_IN_MEMORY): Promise<Spool> {
  const reader = body[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  while (length <= most) {
    const { done, value } = await reader.next();
    if (done === true) return { bytes: () => Readable.from(held), [Symbol.asyncDispose]: async () => {} };
    held.push(value);
    length += value.length;
  }
  return await onDisk(held, reader);
}

async function onDisk(held: readonly Uint8Array[], reader: AsyncIterator<Uint8Array>): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), "freehold-push-"));
  const remove = async () => await rm(folder, { recursive: true, force: true });
  const path = join(folder, "body");
  try {
    await pipeline(rest(held, reader), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { bytes: () => createReadStream(path, { highWaterMark: 256 * 1024 }), [Symbol.asyncDispose]: remove };
}

async function* rest(held: readonly Uint8Array[], reader: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* held;
  for (let next = await reader.next(); next.done !== true; next = await reader.next()) yield next.value;
}
