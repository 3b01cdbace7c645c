/** Violations and problems: what they are about, and their text, which is packed by product later. */
import { type Problem, problemSchema, type Violation, violationSchema } from "@freehold/model";
import { isValid, type Preparing, type Raw } from "./item.ts";

export interface ViolationItem extends Pick<Violation, "from"> {
  readonly text: string;
}

export interface ProblemItem extends Pick<Problem, "subject" | "repository" | "path"> {
  readonly text: string;
}

export function prepareViolation({ index, value, text }: Raw, preparing: Preparing): ViolationItem | undefined {
  if (!isValid(preparing, violationSchema, value, `/violations/${index}`)) return undefined;
  return { from: (value as Violation).from, text };
}

export function prepareProblem({ index, value, text }: Raw, preparing: Preparing): ProblemItem | undefined {
  if (!isValid(preparing, problemSchema, value, `/problems/${index}`)) return undefined;
  const { subject, repository, path } = value as Problem;
  return { subject, repository, path, text };
}
