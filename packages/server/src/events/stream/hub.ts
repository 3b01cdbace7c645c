/**
 * Who listens to what happens. One question twice a second, whatever the number of listeners, tells which
 * organisations have a newer revision; so it does not matter which of the servers on a database wrote it, and
 * an event is told half a second after it was committed at most. Nothing is asked while nobody listens.
 */
import type { EventPlace, Store, StoredEvent } from "@freehold/store";

export interface Listener {
  /** Id of the organisation. */
  readonly organisation: string;
  /** Whoever listens; one may not take all the places. */
  readonly who: string;
  /** There is a newer revision than this listener was told of; `load` asks the store once for all at one place. */
  readonly advance: (revision: number, load: Load) => void;
  /** The server ends. */
  readonly end: () => void;
}

export type Load = (place: EventPlace, limit: number) => Promise<readonly StoredEvent[]>;

export interface Listening {
  /** Returns how to leave; undefined where too many listen. */
  join(listener: Listener): (() => void) | undefined;
  /** Ends every listener and takes no more. */
  close(): void;
}

const EVERY = 500;
const MOST = 1000;
const MOST_OF_ONE = 20;

export function openHub(store: Store, failed: (error: unknown) => void, every: number = EVERY): Listening {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const turn = () => {
    timer = undefined;
    tell(store, listeners).catch(failed).finally(wind);
  };
  const wind = () => {
    if (closed || timer !== undefined || listeners.size === 0) return;
    timer = setTimeout(turn, every);
    timer.unref();
  };
  return {
    join(listener) {
      const same = [...listeners].filter(({ who }) => who === listener.who).length;
      if (closed || listeners.size >= MOST || same >= MOST_OF_ONE) return undefined;
      listeners.add(listener);
      wind();
      return () => void listeners.delete(listener);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}

async function tell(store: Store, listeners: ReadonlySet<Listener>): Promise<void> {
  const organisations = await store.organisations();
  for (const { id, revision } of organisations) {
    const theirs = [...listeners].filter(({ organisation }) => organisation === id);
    if (theirs.length === 0) continue;
    const load = loadOnce(store, id);
    for (const listener of theirs) listener.advance(revision, load);
  }
}

/** Listeners that are at the same place, as nearly all are, share one answer. */
function loadOnce(store: Store, organisation: string): Load {
  const asked = new Map<string, Promise<readonly StoredEvent[]>>();
  return async (place, limit) => {
    const key = JSON.stringify(place);
    const known =
      asked.get(key) ??
      store.forOrganisation(organisation).then(async ({ events }) => await events.after(place, limit));
    asked.set(key, known);
    return await known;
  };
}
