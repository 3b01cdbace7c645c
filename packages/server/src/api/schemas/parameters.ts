/** Parameters that several routes take. Values come as text; lists repeat the parameter or use commas. */
import { MOST_ITEMS } from "@freehold/store";
import * as z from "zod";

const LONGEST_NAME = 1000;

/** PostgreSQL keeps no NUL in a text, so nothing is called by one. */
const NUL = String.fromCodePoint(0);

/** Text that somebody may look for or write. */
export const name = z
  .string()
  .min(1)
  .max(LONGEST_NAME)
  .refine((text) => !text.includes(NUL), "holds the character NUL");

export const productParameter = z.strictObject({
  product: name.describe("Id, slug or alias (a package URL, a path) of a product"),
});

export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MOST_ITEMS)
  .optional()
  .describe(`Most items of the page, 1 to ${MOST_ITEMS}; default 50`);

export const cursor = z.string().min(1).max(2000).optional().describe("`next` of the page before");

export const pageQuery = z.strictObject({ limit, cursor });

/** A wrong word is refused, not taken for false. */
export const flag = z.preprocess((value) => FLAGS.get(value) ?? value, z.boolean());

const FLAGS = new Map<unknown, boolean>([
  ["true", true],
  ["false", false],
]);

/** One or several of them: `kind=product&kind=component`, or `kind=product,component`. */
export function several<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]).flatMap((part) => String(part).split(",")),
    z.array(item).max(50),
  );
}

/** A moment, as ISO 8601 with time, or a date, which means its end. */
export const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .describe("2026-01-31T12:00:00Z, or 2026-01-31 for the end of that day");

/** Milliseconds. */
export function timeOf(value: string): number {
  return Date.parse(value.length === "2026-01-31".length ? `${value}T23:59:59.999Z` : value);
}
