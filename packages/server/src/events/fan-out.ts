/** From the outbox to the queues of the webhooks that want each event. */
import type { Store, StoredEvent, Webhook } from "@freehold/store";

const BATCH = 200;
const LEASE = 60_000;

/** Works off what is due; returns how many events there were. */
export async function fanOut(store: Store, lease: string, now: number): Promise<number> {
  const events = await store.outbox.claim({ limit: BATCH, lease, leaseFor: LEASE, now });
  const webhooks = new Map<string, readonly Webhook[]>();
  for (const event of events) {
    const organisation = await store.forOrganisation(event.organisation);
    const known = webhooks.get(event.organisation) ?? (await organisation.webhooks.list());
    webhooks.set(event.organisation, known);
    const wanting = known.filter((webhook) => wants(webhook, event)).map(({ id }) => id);
    if (wanting.length > 0) await organisation.webhooks.queue(event.id, wanting);
  }
  await store.outbox.done(
    events.map(({ id }) => id),
    lease,
  );
  return events.length;
}

/** No type means all; `product.*` means all of products. */
function wants({ active, events }: Webhook, { type }: StoredEvent): boolean {
  if (!active) return false;
  return events.length === 0 || events.some((wanted) => wanted === type || wanted === `${type.split(".")[0]}.*`);
}
