/** Content hashes: short enough to read, long enough never to meet by chance. */
import { createHash } from "node:crypto";

/** Hash of a text. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
