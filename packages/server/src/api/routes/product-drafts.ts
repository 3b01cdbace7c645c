import { productDraftsSchema } from "@freehold/model";
import { draftsOf } from "../local-part.ts";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";

/** Apart from the assessment: a draft reads files of the repository, which takes a moment. */
export const productDraftsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/drafts",
  operation: "getDrafts",
  tag: "Products",
  summary:
    "Drafts of the next steps of one product, each as a patch, and of its drift; where its repository is at hand",
  right: "read",
  params: productParameter,
  answer: productDraftsSchema,
  problems: [404, 409],
  async handle({ organisation, server, params: { product } }) {
    const drafts = draftsOf(server);
    const found = present(await organisation.product(product), "product", product);
    return { value: await drafts(found.product) };
  },
});
