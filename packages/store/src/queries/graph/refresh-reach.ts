/**
 * Reach (how many rely on a product, directly or not) as a figure that lists sort by.
 *
 * One new edge can change the reach of everything below it. Where few come to the edges that changed, ingest shifts
 * reach itself (`shift-reach.ts`); otherwise it only notes where edges changed, and this counts everything at once in
 * memory afterwards, in a transaction of its own. See docs/decisions for what was weighed.
 */
import { at, reachOfAll } from "@freehold/portfolio";
import type { Engine } from "../../engines/engine.ts";
import { updateRows } from "../../engines/update-rows.ts";
import { portions } from "../../ingest/chunks.ts";
import { type Scope, scopeOf } from "../../scope.ts";
import { loadGraph } from "./loaded-graph.ts";

/** Up to here reach is counted exactly (about three seconds); beyond, estimated within about 9 %. */
const EXACT_WORK = 3e9;

/** Counts again what is queued; returns how many products' reach was looked at. */
export async function refreshReach(engine: Engine, org: number): Promise<number> {
  return await engine.write.transaction().execute(async (db) => {
    const scope = scopeOf(engine, db, org);
    const queued = await scope.db.selectFrom("reach_queue").select("product").execute();
    if (queued.length === 0) return 0;
    const keys = queued.map(({ product }) => product);
    const counts = await countAll(scope);
    await writeReach(scope, counts);
    for (const some of portions(keys)) await scope.db.deleteFrom("reach_queue").where("product", "in", some).execute();
    return counts.size;
  });
}

async function countAll(scope: Scope): Promise<Map<number, number>> {
  const { digraph, keys } = await loadGraph(scope);
  const { counts } = reachOfAll(digraph, undefined, EXACT_WORK);
  const all = new Map(keys.map((key, node) => [key, at(counts, node)]));
  const reaching = await scope.db.selectFrom("product").select("key").where("reach", ">", 0).execute();
  for (const { key } of reaching) if (!all.has(key)) all.set(key, 0);
  return all;
}

async function writeReach(scope: Scope, counts: ReadonlyMap<number, number>): Promise<void> {
  for (const some of portions(counts.keys())) {
    const rows = await scope.db.selectFrom("product").select(["key", "reach"]).where("key", "in", some).execute();
    const updates = rows
      .filter(({ key, reach }) => reach !== (counts.get(key) ?? 0))
      .map(({ key }) => ({ key, values: [counts.get(key) ?? 0] }));
    await updateRows(scope, "product", ["reach"], updates);
  }
}
