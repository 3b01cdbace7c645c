/** Keys for what an ingest makes, reserved by the hundreds where many are wanted: each reservation is a statement. */
import type { KeySpace } from "../engines/engine.ts";
import type { Revision } from "../revisions.ts";

export interface KeyReserve {
  take(space: KeySpace, count: number): Promise<number[]>;
}

/** As much as was used so far is reserved ahead, and no more than this: what is left over stays a gap. */
const MOST_AHEAD = 5000;

export function openKeyReserve({ engine, db }: Pick<Revision, "engine" | "db">): KeyReserve {
  const reserves = new Map<KeySpace, { keys: number[]; used: number }>();
  return {
    async take(space, count) {
      if (count === 0) return [];
      const reserve = reserves.get(space) ?? { keys: [], used: 0 };
      reserves.set(space, reserve);
      if (reserve.keys.length < count) {
        const ahead = Math.min(reserve.used, MOST_AHEAD);
        reserve.keys = [...reserve.keys, ...(await engine.allocate(db, space, count - reserve.keys.length + ahead))];
      }
      reserve.used += count;
      return reserve.keys.splice(0, count);
    },
  };
}
