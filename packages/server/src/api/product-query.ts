/** What lists of products, facets and search can be narrowed by, and its way to the store's filter. */
import { planeSchema, productKindSchema, provenanceSchema, stageSchema } from "@freehold/model";
import { HAS_STATES, type OrganisationStore, OWNERSHIP_STATES, type ProductFilter } from "@freehold/store";
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
  ownership: several(z.enum(OWNERSHIP_STATES)).optional().describe("Any of these holds"),
  has: several(z.enum(HAS_STATES)).optional().describe("Any of these it has"),
  standing: several(z.union([stageSchema, z.literal("")]))
    .optional()
    .describe("Stage as declared, else as observed; empty: none is known"),
  steady: flag.optional().describe("It is in a steady state; what was not assessed yet is in neither"),
  action: several(planeSchema.shape.action).optional().describe("What to do, by where it lies on the plane"),
  q: name.optional().describe("Words, their beginnings, or a piece of a name"),
  owner: name.optional().describe("Id of an owner"),
  repository: several(name).optional().describe("Ids of repositories, any of them"),
  partOf: name.optional().describe("Id of the product that they are part of"),
});

/** What is not there holds nothing: no key is negative. */
const NO_REPOSITORY = -1;
const NO_PRODUCT = -1;

export async function filterOf(
  organisation: OrganisationStore,
  { repository, q, ...words }: z.output<typeof filterQuery>,
): Promise<ProductFilter> {
  const stated = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  const searched = q === undefined ? {} : { keys: keysOf(await organisation.foundKeys(q)) };
  if (repository === undefined) return { ...stated, ...searched };
  const repositories: number[] = [];
  for (const id of repository) repositories.push((await organisation.repository(id))?.key ?? NO_REPOSITORY);
  return { ...stated, ...searched, repositories };
}

/** A list of keys is never empty, which not every database understands. */
function keysOf({ keys }: { readonly keys: readonly number[] }): readonly number[] {
  return keys.length === 0 ? [NO_PRODUCT] : keys;
}
