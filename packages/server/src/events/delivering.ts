/** Events on their way: from the outbox to webhooks and mails, and to the receivers of webhooks. */
import type { Store } from "@freehold/store";
import { deliver, type DeliverOptions } from "./deliver.ts";
import { fanOut } from "./fan-out.ts";
import { startWorking, type Working } from "./working.ts";

export function startDelivering(store: Store, options: DeliverOptions, failed: (error: unknown) => void): Working {
  return startWorking({
    before: async (lease) => await fanOut(store, lease, options.now()),
    claim: async (limit, lease) =>
      await store.deliveries.claim({ limit, lease, leaseFor: options.timeout * 2 + 10_000, now: options.now() }),
    work: async (delivery, lease) => await deliver(store, delivery, lease, options),
    failed,
  });
}
