/** The body of a request to these routes, parsed or refused. */
import * as z from "zod";
import { invalid } from "./refusals.ts";

export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    detail: message,
  }));
  throw invalid("The body does not fit; errors says where.", errors);
}

export const emailSchema = z.email().max(254).toLowerCase();
