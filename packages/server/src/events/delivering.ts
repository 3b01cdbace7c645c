/**
 * The loop that works events off, in every server: leases see to it that each is somebody's. A receiver that
 * hangs takes one of the places and no more of anybody's time.
 */
import { randomUUID } from "node:crypto";
import type { Store } from "@freehold/store";
import { deliver, type DeliverOptions } from "./deliver.ts";
import { fanOut } from "./fan-out.ts";

const PLACES = 32;
const PAUSE = 1000;

export interface Delivering {
  /** Does at once what is due, and waits for it; the loop does the same by itself. */
  readonly turn: () => Promise<void>;
  /** Takes nothing new, and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

export function startDelivering(store: Store, options: DeliverOptions, failed: (error: unknown) => void): Delivering {
  const lease = randomUUID();
  const under = new Set<Promise<unknown>>();
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let turning = Promise.resolve();

  const turn = async () => {
    await fanOut(store, lease, options.now());
    const limit = PLACES - under.size;
    if (limit === 0) return;
    const claim = { limit, lease, leaseFor: options.timeout * 2 + 10_000, now: options.now() };
    for (const delivery of await store.deliveries.claim(claim)) {
      const work = deliver(store, delivery, lease, options)
        .catch(failed)
        .finally(() => under.delete(work));
      under.add(work);
    }
  };
  const loop = () => {
    turning = turn()
      .catch(failed)
      .then(() => {
        if (ended) return;
        timer = setTimeout(loop, PAUSE);
        timer.unref();
      });
  };
  loop();
  return {
    async turn() {
      await turning;
      await turn();
      await Promise.all(under);
    },
    async stop() {
      ended = true;
      clearTimeout(timer);
      await turning;
      await Promise.all(under);
    },
  };
}
