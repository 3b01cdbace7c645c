/** Who is told by e-mail, and the mails themselves, as they are shown. */
import { SUBSCRIPTION_MODES } from "@freehold/store";
import * as z from "zod";

const mode = z
  .enum(SUBSCRIPTION_MODES)
  .describe("`now`: a mail for every change; `daily`: one a day, if there is something");

export const subscriptionBodySchema = z.strictObject({ mode });

export const subscriptionSchema = z
  .object({ product: z.string().describe("Id of the product"), email: z.string(), mode })
  .meta({ id: "Subscription" });

export const mailParameter = z.strictObject({ mail: z.string().min(1).max(300).describe("Id of an e-mail") });

export const mailSchema = z
  .object({
    id: z.string(),
    recipient: z.string(),
    kind: z.string(),
    state: z.enum(["pending", "done", "dead"]),
    attempts: z.int().nonnegative(),
    due: z.iso.datetime(),
    at: z.iso.datetime(),
    error: z.string().optional(),
  })
  .meta({ id: "Mail" });
