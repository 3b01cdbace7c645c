/** Content hashes: short enough to read, long enough never to meet by chance. */
import { hash } from "node:crypto";

/** Hash of a text. */
export function hashOf(text: string): string {
  return hash("sha1", text, "hex").slice(0, 32);
}
