/** The snapshot of the last scan, kept so that `freehold explain` needs no file name. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Snapshot } from "@freehold/model";
import { defaultCacheFolder } from "@freehold/repository";
import { readSnapshot, writeSnapshot } from "./snapshot-file.ts";
import { Failure } from "./failure.ts";

/** Keeps a snapshot as the last one. A cache that can't be written costs only the convenience. */
export async function saveLatest(snapshot: Snapshot): Promise<void> {
  try {
    await mkdir(defaultCacheFolder(), { recursive: true });
    await writeSnapshot(latestPath(), snapshot);
  } catch {
    // A read-only home must not make a scan fail; `explain --snapshot` still works.
  }
}

/** The snapshot of the last scan. Throws a `Failure` when there is none. */
export async function readLatest(): Promise<Snapshot> {
  try {
    return await readSnapshot(latestPath());
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "snapshot/not-readable") throw error;
    throw new Failure(
      "explain/no-scan",
      "there is no scan to explain yet",
      "Run freehold scan first, or name a file with --snapshot.",
    );
  }
}

function latestPath(): string {
  return join(defaultCacheFolder(), "latest-snapshot.json");
}
