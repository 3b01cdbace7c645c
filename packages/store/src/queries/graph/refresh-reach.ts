/**
 * Reach (how many rely on a product, directly or not) as a figure that lists sort by.
 *
 * One new edge can change the reach of everything below it, so ingest only notes where edges changed, and
 * this counts again afterwards, in a transaction of its own. Where little can have changed it walks there;
 * otherwise it counts everything at once in memory. See docs/decisions for what was weighed.
 */
import { at, reachOfAll } from "@freehold/portfolio";
import type { Engine } from "../../engines/engine.ts";
import { updateRows } from "../../engines/update-rows.ts";
import { portions } from "../../ingest/chunks.ts";
import { type Scope, scopeOf } from "../../scope.ts";
import { loadGraph } from "./loaded-graph.ts";
import { walk } from "./walk.ts";

/** Rows that walking may read before counting everything is cheaper. */
const WALK_BUDGET = 4000;
/** Up to here reach is counted exactly (about three seconds); beyond, estimated within about 9 %. */
const EXACT_WORK = 3e9;

/** Counts again what is queued; returns how many products' reach was looked at. */
export async function refreshReach(engine: Engine, org: number): Promise<number> {
  return await engine.write.transaction().execute(async (db) => {
    const scope = scopeOf(engine, db, org);
    const queued = await scope.db.selectFrom("reach_queue").select("product").execute();
    if (queued.length === 0) return 0;
    const keys = queued.map(({ product }) => product);
    const counts = (await countByWalking(scope, keys)) ?? (await countAll(scope));
    await writeReach(scope, counts);
    for (const some of portions(keys)) await scope.db.deleteFrom("reach_queue").where("product", "in", some).execute();
    return counts.size;
  });
}

/** Undefined where it would read more than the budget. */
async function countByWalking(scope: Scope, keys: readonly number[]): Promise<Map<number, number> | undefined> {
  let budget = WALK_BUDGET;
  const below = await walk(scope, keys, { direction: "down", most: budget });
  if (below.cut) return undefined;
  const counts = new Map<number, number>();
  for (const key of new Set([...keys, ...below.found.keys()])) {
    const above = await walk(scope, [key], { direction: "up", most: budget });
    if (above.cut) return undefined;
    budget -= above.found.size + 1;
    if (budget <= 0) return undefined;
    counts.set(key, above.found.size);
  }
  return counts;
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
