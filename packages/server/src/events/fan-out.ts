/** From the outbox to the queues of whoever wants each event: webhooks, and people who subscribed to a product. */
import type { OrganisationStore, Store, StoredEvent, Subscription, Webhook } from "@freehold/store";

const BATCH = 200;
const LEASE = 60_000;

interface Wanting {
  readonly organisation: OrganisationStore;
  readonly webhooks: readonly Webhook[];
  readonly subscriptions: ReadonlyMap<string, readonly Subscription[]>;
}

/** Works off what is due; returns how many events there were. */
export async function fanOut(store: Store, lease: string, now: number): Promise<number> {
  const events = await store.outbox.claim({ limit: BATCH, lease, leaseFor: LEASE, now });
  const known = new Map<string, Wanting>();
  for (const event of events) {
    const wanting = known.get(event.organisation) ?? (await wantingOf(store, event.organisation));
    known.set(event.organisation, wanting);
    await queue(wanting, event);
  }
  await store.outbox.done(
    events.map(({ id }) => id),
    lease,
  );
  return events.length;
}

async function wantingOf(store: Store, id: string): Promise<Wanting> {
  const organisation = await store.forOrganisation(id);
  const webhooks = await organisation.webhooks.list();
  return { organisation, webhooks, subscriptions: await organisation.subscriptions.immediate() };
}

async function queue({ organisation, webhooks, subscriptions }: Wanting, event: StoredEvent): Promise<void> {
  const wanting = webhooks.filter((webhook) => wants(webhook, event)).map(({ id }) => id);
  if (wanting.length > 0) await organisation.webhooks.queue(event.id, wanting);
  const people = event.type.startsWith("product.") ? (subscriptions.get(event.subject) ?? []) : [];
  if (people.length > 0) await organisation.subscriptions.queue(people, event.revision);
}

/** No type means all; `product.*` means all of products. */
function wants({ active, events }: Webhook, { type }: StoredEvent): boolean {
  if (!active) return false;
  return events.length === 0 || events.some((wanted) => wanted === type || wanted === `${type.split(".")[0]}.*`);
}
