/** Secrets that are handed out once: 256 random bits, of which only the hash is kept. */
import { createHash, randomBytes } from "node:crypto";

/** What a token begins with, so that scanners for leaked secrets know it. */
export const TOKEN_PREFIX = "fht_";

export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString("base64url")}`;
}

/** SHA-256 is enough: what is random needs no slow hash. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
