/** What several routes of webhooks do. */
import { randomBytes } from "node:crypto";
import type { OrganisationStore, Webhook } from "@freehold/store";
import { checkUrl, DestinationRefused } from "../events/destination.ts";
import { present } from "./not-found.ts";
import { problem } from "./problems.ts";

/** 32 random bytes, in the form that Standard Webhooks asks for. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** Throws a problem of status 400 for what can't be sent to. */
export function checkAddress(url: string): void {
  try {
    checkUrl(url);
  } catch (error) {
    if (!(error instanceof DestinationRefused)) throw error;
    const { message } = error;
    throw problem("invalid-input", message, { errors: [{ in: "body", pointer: "/url", detail: message }] });
  }
}

export async function requireWebhook(organisation: OrganisationStore, id: string): Promise<Webhook> {
  const webhooks = await organisation.webhooks.list();
  return present(
    webhooks.find((webhook) => webhook.id === id),
    "webhook",
    id,
  );
}
