/**
 * Ids of products: opaque, and the same at every scan. An id comes from what never changes: the commit in
 * which the oldest manifest (or file) of the product first appeared, and the path it had then; renames
 * and moves lead back to it. Without history the name has to do.
 */
import { createHash } from "node:crypto";
import type { Founding } from "./history/places-in-history.ts";

export function idFromFounding({ commit, path }: Founding, distinction = ""): string {
  return identifier("founding", commit, path, distinction);
}

export function idFromName(repository: string, name: string): string {
  return identifier("name", repository, name);
}

/** The oldest of some foundings; of equally old ones that with the first path. */
export function oldestFounding(foundings: readonly Founding[]): Founding | undefined {
  return foundings.toSorted((a, b) => a.time - b.time || (a.path < b.path ? -1 : 1))[0];
}

function identifier(...parts: readonly string[]): string {
  return `prd_${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").replace(/[-_]/g, "").slice(0, 16).toLowerCase()}`;
}
