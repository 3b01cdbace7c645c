/** People and owners as lists show them. */
import { productRefSchema } from "@freehold/model";
import * as z from "zod";

const count = z.int().nonnegative();

export const listedPersonSchema = z
  .object({
    kind: z.enum(["person", "group"]),
    id: z.string(),
    name: z.string(),
    logins: z.array(z.string()),
    bot: z.boolean(),
    commits: count.describe("Zero: no history names them"),
    lastCommit: z.iso.datetime().optional(),
    owns: count.describe("Listed products that they own, as declared or found"),
    stewards: count,
    founded: count,
    products: z.array(productRefSchema).describe("The first few that they own, widest reach first"),
  })
  .meta({ id: "ListedPerson" });
