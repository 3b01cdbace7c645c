import * as z from "zod";
import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { countedPageOf } from "../schemas/page.ts";
import { cursor, limit, moment, timeOf } from "../schemas/parameters.ts";
import { pastProductSchema } from "../schemas/product.ts";

export const listPastProductsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/past/products",
  operation: "listPastProducts",
  tag: "Changes",
  summary: "The products as they were listed at a time, oldest first",
  right: "read",
  query: z.strictObject({ at: moment, limit, cursor }),
  answer: countedPageOf(pastProductSchema),
  async handle({ organisation, query: { at, ...paging } }) {
    return { value: await organisation.productsAt(timeOf(at), pageOptions(paging)) };
  },
});
