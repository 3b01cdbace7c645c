/** What comes in is parsed by a schema; what does not fit is told part by part. */
import type * as z from "zod";
import { HttpProblem } from "./problem-details.ts";

export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpProblem({
    status: 400,
    type: "invalid-input",
    title: "The request does not fit",
    detail: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
    errors: parsed.error.issues.map((issue) => ({ pointer: `/${issue.path.join("/")}`, detail: issue.message })),
  });
}
