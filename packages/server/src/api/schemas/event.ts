/** Events as listeners get them: thin, so that whoever wants more asks with their own rights. */
import * as z from "zod";

export const eventSchema = z
  .object({
    type: z
      .string()
      .describe(
        "`product.created`, `product.changed`, …; `reset`: more happened than is told, read again what you show",
      ),
    revision: z.int().nonnegative(),
    id: z.string().optional().describe("The same as in webhooks; absent in `reset`"),
    at: z.iso.datetime().optional(),
    subject: z.string().optional().describe("Id of what it is about"),
    fields: z.array(z.string()).optional().describe("What changed"),
  })
  .meta({ id: "Event" });
