/** The plane of value by simplicity. */
import { planeSchema } from "@freehold/model";
import * as z from "zod";

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

export const planePointsSchema = z
  .object({
    points: z.array(
      z.object({
        product: z.string(),
        slug: z.string(),
        name: z.string(),
        value: share,
        simplicity: share,
        steady: z.boolean(),
        action: planeSchema.shape.action,
      }),
    ),
    assessed: count.describe("Products that match and were assessed"),
    placed: count.describe("Of those: how many have a place; beyond the points shown, the widest reach comes first"),
    good: share.describe("From here on in value and simplicity a product is left in peace"),
  })
  .meta({ id: "PlanePoints" });
