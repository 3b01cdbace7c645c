/**
 * The loop that works something off, in every server: leases see to it that each piece is somebody's. A piece
 * that hangs takes one of the places and no more of anybody's time.
 */
import { randomUUID } from "node:crypto";

const PLACES = 32;
const PAUSE = 1000;

export interface Working {
  /** Does at once what is due, and waits for it; the loop does the same by itself. */
  readonly turn: () => Promise<void>;
  /** Takes nothing new, and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

export interface Work<T> {
  /** Before each turn, such as filling the queue. */
  readonly before?: (lease: string) => Promise<unknown>;
  /** At most so many of what is due, under that lease. */
  readonly claim: (limit: number, lease: string) => Promise<readonly T[]>;
  readonly work: (item: T, lease: string) => Promise<unknown>;
  readonly failed: (error: unknown) => void;
}

export function startWorking<T>({ before, claim, work, failed }: Work<T>): Working {
  const lease = randomUUID();
  const under = new Set<Promise<unknown>>();
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let turning = Promise.resolve();

  const turn = async () => {
    await before?.(lease);
    const limit = PLACES - under.size;
    if (limit === 0) return;
    for (const item of await claim(limit, lease)) {
      const done = work(item, lease)
        .catch(failed)
        .finally(() => under.delete(done));
      under.add(done);
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
