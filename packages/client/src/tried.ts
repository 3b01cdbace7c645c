/** Trying again what may well work the next time, with growing pauses; everything here can be sent twice. */
import { ApiFailure } from "./failure.ts";
import { pause } from "./pause.ts";

export interface Attempts {
  /** Default 5. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; each pause is twice the one before. Default 250. */
  readonly pause?: number;
}

export async function tried<T>({ attempts = 5, pause: first = 250 }: Attempts, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !mayPass(error)) throw error;
      await pause(first * 2 ** (attempt - 1));
    }
  }
}

/** A connection that broke, a server that begins or is busy; never a request that is wrong. */
function mayPass(error: unknown): boolean {
  if (error instanceof ApiFailure) return [429, 502, 503, 504].includes(error.problem.status);
  return error instanceof TypeError && error.message === "fetch failed";
}
