import { GOOD } from "@freehold/engine";
import { filterOf, filterQuery } from "../product-query.ts";
import { defineRoute } from "../route.ts";
import { planePointsSchema } from "../schemas/plane.ts";

export const getPlaneRoute = defineRoute({
  method: "GET",
  path: "/api/v1/plane",
  operation: "getPlane",
  tag: "Products",
  summary: "Products by value and simplicity, as points for a picture; as a list: products sorted by plane",
  right: "read",
  query: filterQuery,
  answer: planePointsSchema,
  async handle({ organisation, query }) {
    const { points, ...counts } = await organisation.plane(await filterOf(organisation, query));
    // What the column holds was an action when it was written; its type is a plain string.
    return { value: { ...counts, points: points as Points, good: GOOD } };
  },
});

type Points = ReturnType<typeof planePointsSchema.parse>["points"];
