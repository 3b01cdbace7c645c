/** A tree from texts, for tests and for drafts that are not committed yet. */
import { createHash } from "node:crypto";
import { DEFAULT_MAX_BYTES } from "../objects/contents.ts";
import type { FileContent, FileTree, TreeFile } from "../tree.ts";
import { indexByPath, sortFiles } from "./listing.ts";

export function memoryTree(contents: Readonly<Record<string, string | Uint8Array>>, revision?: string): FileTree {
  const bytes = new Map(Object.entries(contents).map(([path, value]) => [path, Buffer.from(value)]));
  const files = sortFiles(Array.from(bytes, ([path, value]) => fileOf(path, value)));
  return {
    revision,
    files,
    get: indexByPath(files),
    async *read(wanted, options) {
      for (const file of wanted) yield contentOf(file, bytes.get(file.path), options?.maxBytes ?? DEFAULT_MAX_BYTES);
    },
  };
}

/** The object id that git gives to these contents. */
export function blobId(bytes: Uint8Array, algorithm: "sha1" | "sha256" = "sha1"): string {
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function fileOf(path: string, bytes: Uint8Array): TreeFile {
  return { path, blob: blobId(bytes), size: bytes.length, mode: "file" };
}

function contentOf(file: TreeFile, bytes: Uint8Array | undefined, maxBytes: number): FileContent {
  if (bytes === undefined) return { file, bytes, absence: "missing" };
  return bytes.length > maxBytes ? { file, bytes: undefined, absence: "too-large" } : { file, bytes };
}
