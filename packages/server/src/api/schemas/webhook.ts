/** Webhooks and their deliveries as the API takes and shows them. */
import type { Webhook } from "@freehold/store";
import * as z from "zod";
import { iso } from "../iso.ts";
import { name } from "./parameters.ts";

const eventType = z
  .string()
  .max(100)
  .regex(/^[a-z]+\.(?:[a-z-]+|\*)$/, "write a type such as product.changed, or product.*");

const wanted = {
  url: name.max(2000).describe("https, to an address that is public or allowed by the setting webhooks.allow"),
  events: z.array(eventType).max(50).default([]).describe("Types of events, `product.*` for all of a kind; empty: all"),
};

export const webhookBodySchema = z.strictObject(wanted);
export const webhookChangeSchema = z.strictObject({ ...wanted, active: z.boolean() });
export const webhookParameter = z.strictObject({ webhook: name });

const version = z.int().nonnegative().describe("What `If-Match` names");

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    active: z.boolean().describe("Switched off: by somebody, or because no delivery succeeded for a day"),
    created: z.iso.datetime(),
    failing: z.iso.datetime().optional().describe("Since when no delivery succeeded"),
    version,
  })
  .meta({ id: "Webhook" });

export const savedWebhookSchema = z.object({ id: z.string(), version }).meta({ id: "SavedWebhook" });

export const webhookSecretSchema = savedWebhookSchema
  .extend({ secret: z.string().describe("Signs by Standard Webhooks; shown once") })
  .meta({ id: "WebhookSecret" });

export const deliveryStateSchema = z.enum(["pending", "done", "dead"]);

export const deliverySchema = z
  .object({
    id: z.string(),
    webhook: z.string(),
    event: z.string().describe("Id of the event: `webhook-id` of the request"),
    type: z.string().optional().describe("Of the event, as long as it is kept"),
    state: deliveryStateSchema,
    attempts: z.int().nonnegative(),
    at: z.iso.datetime(),
    due: z.iso.datetime().describe("Of the next attempt, while it is pending"),
    status: z.int().optional().describe("What the receiver answered last"),
    error: z.string().optional(),
  })
  .meta({ id: "Delivery" });

export function shownWebhook({ secrets: _secrets, created, failing, ...webhook }: Webhook) {
  return { ...webhook, created: iso(created), ...(failing === undefined ? {} : { failing: iso(failing) }) };
}
