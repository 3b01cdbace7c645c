/** One attempt at a delivery, and what follows from how it went. */
import type { Delivery, DeliveryOutcome, OrganisationStore, Store, Webhook } from "@freehold/store";
import { DestinationRefused, findDestination, type GuardOptions } from "./destination.ts";
import { messageOf } from "./message.ts";
import { post, type Posted } from "./post.ts";
import { delayAfter, retryAfter } from "./schedule.ts";

export interface DeliverOptions extends GuardOptions {
  /** Milliseconds that a receiver may take. */
  readonly timeout: number;
  readonly now: () => number;
  readonly random: () => number;
}

export async function deliver(
  store: Store,
  delivery: Delivery,
  lease: string,
  options: DeliverOptions,
): Promise<DeliveryOutcome> {
  const organisation = await organisationOf(store, delivery.org);
  const webhook = (await organisation?.webhooks.list())?.find(({ id }) => id === delivery.webhook);
  const outcome =
    organisation === undefined || webhook?.active !== true
      ? ({ state: "dead", error: "the webhook is switched off" } as const)
      : await attempt(organisation, webhook, delivery, options);
  await store.deliveries.settle(delivery, lease, outcome);
  return outcome;
}

async function attempt(
  organisation: OrganisationStore,
  webhook: Webhook,
  delivery: Delivery,
  options: DeliverOptions,
): Promise<DeliveryOutcome> {
  const event = await organisation.events.find(delivery.event);
  if (event === undefined) return { state: "dead", error: "the event is kept no more" };
  const { body, headers } = messageOf(event, webhook.secrets, options.now());
  const posted = await guarded(webhook.url, body, headers, options);
  const outcome = outcomeOf(posted, delivery.attempts, options);
  await mark(organisation, webhook, posted, outcome, options.now());
  return outcome;
}

async function guarded(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: DeliverOptions,
): Promise<Posted> {
  try {
    return await post(await findDestination(url, options), body, headers, options.timeout);
  } catch (error) {
    if (error instanceof DestinationRefused) return { error: error.message };
    throw error;
  }
}

function outcomeOf(posted: Posted, attempts: number, { now, random }: DeliverOptions): DeliveryOutcome {
  const { status, error } = posted;
  if (status !== undefined && status >= 200 && status < 300) return { state: "done", status };
  const said = { ...(status === undefined ? {} : { status }), error: error ?? `answered ${status}` };
  if (status === GONE) return { state: "dead", ...said };
  const delay = delayAfter(attempts, random(), retryAfter(posted.retryAfter, now()));
  return delay === undefined ? { state: "dead", ...said } : { state: "pending", ...said, due: now() + delay };
}

/** The receiver wants nothing any more. */
const GONE = 410;

/** A webhook whose delivery failed to the last attempt, over three days, is switched off, as is one that is gone. */
async function mark(
  organisation: OrganisationStore,
  { id, failing }: Webhook,
  { status }: Posted,
  { state }: DeliveryOutcome,
  now: number,
): Promise<void> {
  if (state === "done") {
    if (failing !== undefined) await organisation.webhooks.mark(id, null, true);
    return;
  }
  const since = failing ?? now;
  if (state === "dead") await organisation.webhooks.mark(id, since, status === GONE ? false : now - since < GIVE_UP);
  else if (failing === undefined) await organisation.webhooks.mark(id, since, true);
}

/** One delivery that failed while others succeed is no reason to switch off. */
const GIVE_UP = 24 * 3_600_000;

async function organisationOf(store: Store, key: number): Promise<OrganisationStore | undefined> {
  const found = (await store.organisations()).find((organisation) => organisation.key === key);
  return found === undefined ? undefined : await store.forOrganisation(found.id);
}
