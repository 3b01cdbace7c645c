/**
 * Links that end a subscription without signing in: they say what they end, signed, so that nobody can make one for
 * another person. They work as long as the subscription is there, since a mail may be read much later.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { randomBytes } from "node:crypto";
import type { Store } from "@freehold/store";

export interface Ending {
  readonly organisation: string;
  readonly user: string;
  /** Id of a product; absent: all of that person's. */
  readonly product?: string;
}

export interface Unsubscribing {
  /** The path to open, or to post to (RFC 8058). */
  path(ending: Ending): string;
  /** Undefined where it was not made here. */
  read(token: string): Ending | undefined;
}

export const UNSUBSCRIBE_PATH = "/api/v1/unsubscribe";

/** With the key that all servers on the database share. */
export async function openUnsubscribing(store: Store): Promise<Unsubscribing> {
  const key = await store.secret("unsubscribe", () => randomBytes(32).toString("base64url"));
  const sign = (body: string) => createHmac("sha256", key).update(body).digest();
  return {
    path({ organisation, user, product }) {
      const body = Buffer.from(JSON.stringify([organisation, user, product ?? null])).toString("base64url");
      return `${UNSUBSCRIBE_PATH}?token=${body}.${sign(body).toString("base64url")}`;
    },
    read(token) {
      const [body = "", signature = ""] = token.split(".", 2);
      const given = Buffer.from(signature, "base64url");
      const right = sign(body);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const [organisation, user, product] = JSON.parse(Buffer.from(body, "base64url").toString()) as string[];
      if (organisation === undefined || user === undefined) return undefined;
      return { organisation, user, ...(typeof product === "string" ? { product } : {}) };
    },
  };
}
