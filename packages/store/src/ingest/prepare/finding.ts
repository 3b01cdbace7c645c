/** Violations and problems: what they are about, and their text, which is packed by product later. */
import { type Problem, problemSchema, type Violation, violationSchema } from "@freehold/model";
import { textOf } from "../split-json.ts";
import { isValid, type Preparing, type Raw } from "./item.ts";

export interface ViolationItem extends Pick<Violation, "from" | "rule"> {
  readonly text: string;
}

export interface ProblemItem extends Pick<Problem, "subject" | "repository" | "path" | "severity"> {
  readonly text: string;
}

export function prepareViolation({ index, value, bytes }: Raw, preparing: Preparing): ViolationItem | undefined {
  if (!isValid(preparing, violationSchema, value, `/violations/${index}`)) return undefined;
  const { from, rule } = value as Violation;
  return { from, rule, text: textOf(bytes) };
}

export function prepareProblem({ index, value, bytes }: Raw, preparing: Preparing): ProblemItem | undefined {
  if (!isValid(preparing, problemSchema, value, `/problems/${index}`)) return undefined;
  const { subject, repository, path, severity } = value as Problem;
  return { subject, repository, path, severity, text: textOf(bytes) };
}
