import { PRODUCT_SORTS } from "@freehold/store";
import * as z from "zod";
import { pageOptions } from "../page-options.ts";
import { filterOf, filterQuery } from "../product-query.ts";
import { defineRoute } from "../route.ts";
import { cursor, flag, limit, several } from "../schemas/parameters.ts";
import { countedPageOf } from "../schemas/page.ts";
import { listedProductSchema, selectedProductSchema } from "../schemas/product.ts";

const query = filterQuery.extend({
  sort: z.enum(PRODUCT_SORTS).optional().describe("Default: name"),
  descending: flag.optional(),
  fields: several(listedProductSchema.keyof()).optional().describe("Only these, and the id"),
  limit,
  cursor,
});

export const listProductsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products",
  operation: "listProducts",
  tag: "Products",
  summary: "Products, filtered and sorted, a page at a time, with the number of all that match",
  right: "read",
  query,
  answer: countedPageOf(z.union([listedProductSchema, selectedProductSchema])),
  async handle({ organisation, query: { sort, descending, limit: most, cursor: from, fields, ...words } }) {
    const page = await organisation.products({
      filter: await filterOf(organisation, words),
      ...(sort === undefined ? {} : { sort }),
      ...(descending === undefined ? {} : { descending }),
      ...pageOptions({ limit: most, cursor: from }),
    });
    if (fields === undefined) return { value: page };
    return { value: { ...page, items: page.items.map((item) => selected(item, fields)) } };
  },
});

type Listed = z.output<typeof listedProductSchema>;

function selected(item: Readonly<Listed>, fields: readonly (keyof Listed)[]): z.output<typeof selectedProductSchema> {
  const kept = Object.fromEntries(fields.flatMap((field) => (field in item ? [[field, item[field]]] : [])));
  return { ...kept, id: item.id };
}
