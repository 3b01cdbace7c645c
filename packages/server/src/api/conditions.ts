/** What headers make a request depend on. */
import { problem } from "./problems.ts";

/**
 * The version in `If-Match`: the number that an entity tag of a product begins with, or that number alone.
 * Undefined where any version will do. Throws a problem where it is neither.
 */
export function versionOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  const found = /^\s*"(\d{1,15})(?:\.[\w-]+)?"\s*$/.exec(header)?.[1];
  if (found !== undefined) return Number(found);
  const detail = `If-Match is ${header.slice(0, 80)}; send the ETag of the product, or its version in quotes: "7".`;
  throw problem("invalid-input", detail, { errors: [{ in: "header", pointer: "/If-Match", detail: "no version" }] });
}

/** 1 to 200 visible characters, so that it can be kept, compared and logged. */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === "string" && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  const detail = "Idempotency-Key has 1 to 200 visible ASCII characters; a UUID will do.";
  throw problem("invalid-input", detail, { errors: [{ in: "header", pointer: "/Idempotency-Key", detail }] });
}
