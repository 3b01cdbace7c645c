/** Files on disk: their ids as git computes them, and their contents; links are never followed. */
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, readlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { pathToBytes } from "../path-bytes.ts";
import type { FileContent, TreeFile } from "../tree.ts";
import { blobId } from "./memory.ts";

export type Algorithm = "sha1" | "sha256";

// O_NONBLOCK: opening a named pipe that took the place of a file must not wait for a writer.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const CHUNK = 1024 * 1024;

/** The entry for a path below a root; undefined for what git would not store (pipe, device, gone, unreadable). */
export async function diskFile(root: string, path: string, algorithm: Algorithm): Promise<TreeFile | undefined> {
  const place = placeOf(root, path);
  try {
    const found = await lstat(place);
    if (found.isSymbolicLink()) {
      const target = await readlink(place, { encoding: "buffer" });
      return { path, blob: blobId(target, algorithm), size: target.length, mode: "symlink" };
    }
    if (!found.isFile()) return undefined;
    const hashed = await hashFile(place, algorithm);
    return { path, ...hashed, mode: (found.mode & 0o100) === 0 ? "file" : "executable" };
  } catch {
    return undefined;
  }
}

/** Contents as they are now; a file that changed since it was listed comes with its new id. */
export async function readDisk(
  root: string,
  file: TreeFile,
  maxBytes: number,
  algorithm: Algorithm,
): Promise<FileContent> {
  if (file.size === undefined || file.mode === "submodule") return { file, bytes: undefined, absence: "missing" };
  if (file.size > maxBytes) return { file, bytes: undefined, absence: "too-large" };
  const bytes = await bytesOf(placeOf(root, file.path), file.mode, maxBytes);
  if (bytes === undefined) return { file, bytes, absence: "missing" };
  if (bytes.length > maxBytes) return { file, bytes: undefined, absence: "too-large" };
  const blob = blobId(bytes, algorithm);
  return { file: blob === file.blob ? file : { ...file, blob, size: bytes.length }, bytes };
}

function placeOf(root: string, path: string): Buffer {
  return Buffer.concat([Buffer.from(join(root, "/")), pathToBytes(path)]);
}

/** Streamed, so that a file larger than memory has an id too. */
async function hashFile(place: Buffer, algorithm: Algorithm): Promise<{ blob: string; size: number }> {
  const handle = await open(place, FLAGS);
  try {
    const { size } = await handle.stat();
    const hash = createHash(algorithm).update(`blob ${size}\0`);
    const chunk = Buffer.allocUnsafe(Math.min(size, CHUNK) + 1);
    for (let at = 0; at < size;) {
      const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, size - at), at);
      if (bytesRead === 0) break;
      hash.update(chunk.subarray(0, bytesRead));
      at += bytesRead;
    }
    return { blob: hash.digest("hex"), size };
  } finally {
    await handle.close();
  }
}

async function bytesOf(place: Buffer, mode: TreeFile["mode"], maxBytes: number): Promise<Buffer | undefined> {
  try {
    if (mode === "symlink") return await readlink(place, { encoding: "buffer" });
    const handle = await open(place, FLAGS);
    try {
      return await readUpTo(handle, maxBytes);
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** One byte more than allowed says that the file grew beyond the limit; undefined when it is no file any more. */
async function readUpTo(handle: FileHandle, maxBytes: number): Promise<Buffer | undefined> {
  const found = await handle.stat();
  if (!found.isFile()) return undefined;
  const bytes = Buffer.allocUnsafe(Math.min(found.size, maxBytes) + 1);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
