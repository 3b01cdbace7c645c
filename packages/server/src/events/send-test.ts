/** One event to one webhook at once: to see whether the receiver is there, and checks signatures rightly. */
import { randomUUID } from "node:crypto";
import type { Webhook } from "@freehold/store";
import type { ServerParts } from "../api/server-parts.ts";
import { DestinationRefused, findDestination } from "./destination.ts";
import { messageOf } from "./message.ts";
import { post } from "./post.ts";

interface Tested {
  readonly event: string;
  readonly status?: number;
  readonly error?: string;
}

/** It is not tried again, and in no list of deliveries. Whatever goes wrong is in the answer. */
export async function sendTest(
  { id, url, secrets }: Webhook,
  organisation: string,
  { webhooks, now }: Pick<ServerParts, "webhooks" | "now">,
): Promise<Tested> {
  const at = now();
  const event = `evt_test_${randomUUID().replaceAll("-", "")}`;
  const test = {
    id: event,
    organisation,
    type: "webhook.test",
    subject: id,
    at,
    revision: 0,
    data: null,
    ordinal: 0,
    attempts: 0,
  };
  const { body, headers } = messageOf(test, secrets, at);
  try {
    const { status, error } = await post(await findDestination(url, webhooks), body, headers, webhooks.timeout);
    return { event, ...(status === undefined ? {} : { status }), ...(error === undefined ? {} : { error }) };
  } catch (error) {
    if (error instanceof DestinationRefused) return { event, error: error.message };
    throw error;
  }
}
