/** An event as receivers get it: thin, so that whoever reads it fetches the rest with their own rights. */
import type { StoredEvent } from "@freehold/store";
import { Webhook } from "standardwebhooks";

export interface Message {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signed by every secret of the webhook: while one is replaced, receivers of the old and of the new one are right. */
export function messageOf(event: StoredEvent, secrets: readonly string[], now: number): Message {
  const { id, type, at, organisation, subject, revision, data } = event;
  const body = JSON.stringify({
    type,
    timestamp: new Date(at).toISOString(),
    data: { id: subject, organisation, revision, ...fieldsOf(data) },
  });
  const attempted = new Date(now);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, attempted, body));
  return {
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Freehold-Webhooks/1",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now / 1000)),
      "webhook-signature": signatures.join(" "),
    },
  };
}

function fieldsOf(data: unknown): { readonly fields?: unknown } {
  return typeof data === "object" && data !== null && "fields" in data ? { fields: data.fields } : {};
}
