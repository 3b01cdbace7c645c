/** Forgets, once an hour, what is kept for a while only: idempotency keys, delivered events, abandoned uploads. */
import { steadyNow, type Store } from "@freehold/store";

const HOUR = 3_600_000;
/** Whoever was away for longer has missed events. */
export const KEPT = 7 * 24 * HOUR;

/** Returns how to stop it. A database that does not answer is asked again in an hour. */
export function pruneNowAndThen(store: Store): () => void {
  const timer = setInterval(() => void store.prune(steadyNow() - KEPT).catch(() => {}), HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
