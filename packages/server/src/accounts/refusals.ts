/** What is answered to whoever is unknown or may not. */
import { HttpProblem } from "../problem-details.ts";

export function unauthenticated(detail: string): HttpProblem {
  return new HttpProblem({ status: 401, type: "unauthenticated", title: "Who asks is unknown", detail });
}

export function forbidden(detail: string): HttpProblem {
  return new HttpProblem({ status: 403, type: "forbidden", title: "Not allowed", detail });
}

export function invalid(detail: string, errors?: readonly { pointer: string; detail: string }[]): HttpProblem {
  const title = "The request does not fit";
  return new HttpProblem({
    status: 400,
    type: "invalid-input",
    title,
    detail,
    ...(errors === undefined ? {} : { errors }),
  });
}

export function notFound(detail: string): HttpProblem {
  return new HttpProblem({ status: 404, type: "not-found", title: "Not found", detail });
}
