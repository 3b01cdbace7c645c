/** What is not there, in one form: of another organisation and of nobody look the same. */
import { problem } from "./problems.ts";

export function present<T>(value: T | undefined, kind: string, id: string): T {
  if (value !== undefined) return value;
  throw problem("not-found", `There is no ${kind} "${id}" in this organisation.`);
}
