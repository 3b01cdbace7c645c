/** What lists of products, facets and search can be narrowed by, and its way to the store's filter. */
import { productKindSchema, provenanceSchema, stageSchema } from "@freehold/model";
import type { OrganisationStore, ProductFilter } from "@freehold/store";
import * as z from "zod";
import { flag, name, several } from "./schemas/parameters.ts";

export const filterQuery = z.strictObject({
  kind: several(productKindSchema).optional(),
  provenance: several(provenanceSchema).optional(),
  stage: several(z.union([stageSchema, z.literal("")]))
    .optional()
    .describe("Empty: none is stated"),
  hidden: flag.optional(),
  owned: flag.optional(),
  violating: flag.optional(),
  finding: z.enum(["owner-left", "unknown", "declared-disagrees"]).optional().describe("What is odd about its owner"),
  owner: name.optional().describe("Id of an owner"),
  repository: name.optional().describe("Id of a repository"),
  partOf: name.optional().describe("Id of the product that they are part of"),
});

/** A repository that is not there holds nothing: no key is negative. */
const NO_REPOSITORY = -1;

export async function filterOf(
  organisation: OrganisationStore,
  { repository, ...words }: z.output<typeof filterQuery>,
): Promise<ProductFilter> {
  const stated = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  if (repository === undefined) return stated;
  const found = await organisation.repository(repository);
  return { ...stated, repository: found?.key ?? NO_REPOSITORY };
}
