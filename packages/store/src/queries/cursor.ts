/** Cursors: where a page ended, as text that callers hand back and need not understand. */
import { StoreError } from "../store-error.ts";

export interface Cursor {
  /** What the list was sorted by; a cursor of another order has no meaning. */
  readonly order: string;
  readonly value: string | number;
  readonly key: number;
}

export function writeCursor({ order, value, key }: Cursor): string {
  return Buffer.from(JSON.stringify([order, value, key])).toString("base64url");
}

/** Throws `StoreError` `store/bad-cursor` for what is no cursor of this order. */
export function readCursor(text: string, order: string): Cursor {
  const parts = parse(text);
  if (Array.isArray(parts) && parts.length === 3) {
    const [of, value, key] = parts as unknown[];
    const known = typeof value === "string" || typeof value === "number";
    if (of === order && known && typeof key === "number") return { order, value, key };
  }
  throw new StoreError(
    "store/bad-cursor",
    `the cursor "${text.slice(0, 80)}" does not belong to a list sorted by ${order}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString()) as unknown;
  } catch {
    return undefined;
  }
}
