/**
 * Ids of products: opaque, and the same at every scan. An id comes from the repository and the path that the
 * manifest of the product's first unit has, or had when it first appeared: renames and moves lead back to it.
 * So a scan without history gives the same ids, save for what was moved, and so does a shallow clone.
 */
import { createHash } from "node:crypto";
import type { Founding } from "./history/places-in-history.ts";

/** `distinction`: of who came to a place that somebody older had before them. */
export function idFromPlace(repository: string, path: string, distinction = ""): string {
  return identifier("place", repository, path, distinction);
}

export function idFromName(repository: string, name: string): string {
  return identifier("name", repository, name);
}

/** The oldest of some foundings; of equally old ones that with the first path. */
export function oldestFounding<T extends Founding>(foundings: readonly T[]): T | undefined {
  return foundings.toSorted((a, b) => a.time - b.time || (a.path < b.path ? -1 : 1))[0];
}

function identifier(...parts: readonly string[]): string {
  return `prd_${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").replace(/[-_]/g, "").slice(0, 16).toLowerCase()}`;
}
