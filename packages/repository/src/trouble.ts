/** The problems that reading a repository can meet; the codes are stable. */
import type { Problem } from "@freehold/model";

export type RepositoryProblem =
  | "not-found"
  | "not-a-repository"
  | "no-commits"
  | "unknown-revision"
  | "missing-objects"
  | "unreadable"
  | "inside-repository"
  | "too-many"
  | "git-failed";

export function trouble(
  code: RepositoryProblem,
  severity: Problem["severity"],
  message: string,
  more: { readonly hint?: string; readonly repository?: string; readonly path?: string } = {},
): Problem {
  return { code: `repository/${code}`, severity, message, ...more };
}
