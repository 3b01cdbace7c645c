/** What is answered to whoever is unknown or may not. */
import { HttpProblem } from "../problem-details.ts";

export function unauthenticated(detail: string): HttpProblem {
  return new HttpProblem({ status: 401, type: "unauthenticated", title: "Who asks is unknown", detail });
}

export function forbidden(detail: string): HttpProblem {
  return new HttpProblem({ status: 403, type: "forbidden", title: "Not allowed", detail });
}
