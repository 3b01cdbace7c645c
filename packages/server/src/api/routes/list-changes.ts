import * as z from "zod";
import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { changeSchema } from "../schemas/change.ts";
import { pageOf } from "../schemas/page.ts";
import { name, pageQuery } from "../schemas/parameters.ts";
import { iso } from "../iso.ts";

const query = pageQuery.extend({
  since: z.coerce.number().int().min(0).optional().describe("Only what came after this revision"),
  product: name.optional().describe("Only what happened to this product"),
  actor: name.optional().describe("Only what this person or token did"),
});

export const listChangesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/changes",
  operation: "listChanges",
  tag: "Changes",
  summary: "What changed, by whom, from what to what, newest first: the feed and the audit log",
  right: "read",
  query,
  answer: pageOf(changeSchema),
  async handle({ organisation, query: { since, product, actor, ...paging } }) {
    const page = await organisation.changes({
      ...(since === undefined ? {} : { since }),
      ...(product === undefined ? {} : { product }),
      ...(actor === undefined ? {} : { actor }),
      ...pageOptions(paging),
    });
    const items = page.items.map(({ fields, ...item }) => ({
      ...item,
      at: iso(item.at),
      fields: fields.map(([field, before, after]) => ({ field, before, after })),
    }));
    return { value: { ...page, items } };
  },
});
