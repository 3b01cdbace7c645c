import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { pageOf } from "../schemas/page.ts";
import { pageQuery } from "../schemas/parameters.ts";
import { listedOwnerSchema } from "../schemas/person.ts";

export const listOwnersRoute = defineRoute({
  method: "GET",
  path: "/api/v1/owners",
  operation: "listOwners",
  tag: "People",
  summary: "People and groups that own something, by id, with how many products; which: products?owner=<id>",
  right: "read",
  query: pageQuery,
  answer: pageOf(listedOwnerSchema),
  async handle({ organisation, query }) {
    return { value: await organisation.owners(pageOptions(query)) };
  },
});
