import { HttpProblem } from "./problem-details.ts";

export function noSuchProduct(name: string): HttpProblem {
  return new HttpProblem({
    status: 404,
    type: "no-such-product",
    title: "No such product",
    detail: `This snapshot has no product "${name}". It may have another name in a newer scan; look in the list of products.`,
  });
}
