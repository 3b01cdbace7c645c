import { ownerRefSchema } from "@freehold/model";
import * as z from "zod";
import { RIGHTS } from "../../accounts/policy.ts";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { rightSchema } from "../schemas/account.ts";
import { productParameter } from "../schemas/parameters.ts";

export const productRightsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/rights",
  operation: "productRights",
  tag: "Products",
  summary: "What whoever asks may do about a product, and who decides about it",
  right: "read",
  params: productParameter,
  answer: z
    .object({
      rights: z.array(rightSchema),
      owner: ownerRefSchema.optional().describe("Who decides, where a charter or a claim says so"),
    })
    .meta({ id: "ProductRights" }),
  problems: [404],
  async handle({ organisation, actor, params: { product: name } }) {
    const { row } = present(await organisation.product(name), "product", name);
    const judged = await Promise.all(
      RIGHTS.map(async (right) => [right, await actor.may(right, { product: row.id })] as const),
    );
    const { owner } = row;
    const decides = owner === undefined || owner.provenance === "inferred" ? undefined : owner;
    return {
      value: {
        rights: judged.flatMap(([right, may]) => (may ? [right] : [])),
        ...(decides === undefined ? {} : { owner: { kind: decides.kind, id: decides.id, name: decides.name } }),
      },
    };
  },
});
