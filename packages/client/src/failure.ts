/** What the API refused, as its problem details say it. */
import type { components } from "./schema.ts";

export type ApiProblem = components["schemas"]["ProblemDetails"];

export class ApiFailure extends Error {
  override readonly name = "ApiFailure";
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}
