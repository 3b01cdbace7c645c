/** People and owners as lists show them. */
import * as z from "zod";

const count = z.int().nonnegative();

export const listedPersonSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    bot: z.boolean(),
    commits: count,
    lastCommit: z.iso.datetime().optional(),
  })
  .meta({ id: "ListedPerson" });

export const listedOwnerSchema = z
  .object({ id: z.string(), kind: z.string(), name: z.string(), products: count })
  .meta({ id: "ListedOwner" });
