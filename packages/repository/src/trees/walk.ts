/** Lists a tree folder by folder, for when `ls-tree` gives up: it stops at the first folder that is missing. */
import type { ObjectPool } from "../objects/pool.ts";
import { pathFromBytes } from "../path-bytes.ts";
import type { TreeFile } from "../tree.ts";
import { modeOf } from "./listing.ts";

/** Stops after this many entries: small trees that contain each other can spell out more files than fit any disk. */
const MAX_ENTRIES = 2_000_000;

export async function walkTree(pool: ObjectPool, commit: string): Promise<readonly TreeFile[]> {
  const process = await pool.take();
  const files: TreeFile[] = [];
  const folders = [{ name: `${commit}^{tree}`, prefix: "" }];
  try {
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      process.ask([folder.name]);
      const found = await process.next();
      if (found?.type !== "tree") continue;
      for (const { octal, name, id } of parseTree(found.bytes, commit.length / 2)) {
        const mode = modeOf(octal);
        const path = folder.prefix + pathFromBytes(name);
        if (mode !== undefined) files.push({ path, blob: id, size: undefined, mode });
        else if (octal === "40000") folders.push({ name: id, prefix: `${path}/` });
      }
      if (files.length + folders.length > MAX_ENTRIES) break;
    }
  } finally {
    pool.give(process);
  }
  return files;
}

/** `<mode> SP <name> NUL <id as bytes>`, one behind the other. */
function* parseTree(bytes: Buffer, idLength: number): Generator<{ octal: string; name: Buffer; id: string }> {
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0 || end + idLength >= bytes.length + 1) return;
    const octal = bytes.toString("latin1", at, space);
    const name = bytes.subarray(space + 1, end);
    yield { octal, name, id: bytes.toString("hex", end + 1, end + 1 + idLength) };
    at = end + 1 + idLength;
  }
}
