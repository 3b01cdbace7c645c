/** Parts of a request against their schemas; everything that does not fit is told, with its place. */
import type * as z from "zod";
import { problem } from "./problems.ts";

type Part = "path" | "query" | "body";

/** A part without schema is not looked at. Throws a problem of status 400. */
export function parsePart<S extends z.ZodType>(part: Part, schema: S | undefined, value: unknown): z.output<S> {
  // Whoever states no schema has no use for the value, and sees it as unknown.
  if (schema === undefined) return {} as z.output<S>;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({
    in: part,
    pointer: path.map((step) => `/${escaped(step)}`).join(""),
    detail: message,
  }));
  const detail = errors.map((error) => `${part} ${error.pointer || "as a whole"}: ${error.detail}`).join("; ");
  throw problem("invalid-input", detail, { errors });
}

const MOST_ERRORS = 20;

function escaped(step: PropertyKey): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}
