/** Changes: what the audit log and the feed show. */
import { productRefSchema } from "@freehold/model";
import * as z from "zod";

const count = z.int().nonnegative();

export const changeSchema = z
  .object({
    revision: count,
    ordinal: count,
    at: z.iso.datetime(),
    actor: z.string(),
    actorKind: z.string(),
    request: z.string().optional().describe("Id of the request that did it"),
    revisionAction: z.string().describe("What the whole revision was"),
    reason: z.string().optional(),
    kind: z.string(),
    subject: z.string(),
    product: productRefSchema.optional().describe("That it happened to, as it is called now"),
    action: z.string(),
    fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  })
  .meta({ id: "Change" });
