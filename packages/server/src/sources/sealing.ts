/**
 * Secrets that must be had again in the clear, such as tokens for other servers: sealed with AES-256-GCM under a key
 * that is made from the server's secret. What was sealed for one purpose opens for no other.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Store } from "@freehold/store";

export interface Sealing {
  readonly seal: (purpose: string, text: string) => Promise<string>;
  /** Throws `SealBroken`. */
  readonly open: (purpose: string, sealed: string) => Promise<string>;
}

/** It was sealed under another secret, for another purpose, or changed since. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Under the setting `secret`, else under one that all servers of the database share. */
export function createSealing(store: Pick<Store, "secret">, secret: string | undefined): Sealing {
  let made: Promise<Buffer> | undefined;
  const key = () => (made ??= keyOf(store, secret));
  return {
    async seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", await key(), nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    async open(purpose, sealed) {
      const [version, packed = ""] = sealed.split(".");
      const bytes = Buffer.from(packed, "base64url");
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken("it is no sealed text");
      const decipher = createDecipheriv("aes-256-gcm", await key(), bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        throw new SealBroken("it can't be opened: the server's secret is another one than when it was sealed");
      }
    },
  };
}

async function keyOf(store: Pick<Store, "secret">, secret: string | undefined): Promise<Buffer> {
  const from = secret ?? (await store.secret("sealing", () => randomBytes(32).toString("base64url")));
  return Buffer.from(hkdfSync("sha256", from, "", "freehold sealing v1", 32));
}
