/**
 * Reach after few edges appeared or vanished, without counting the portfolio. Only who comes to one of these edges gets
 * elsewhere than before; so for each of those it is compared what they got to before and what they get to now. The cost
 * follows how many they are and how far they get.
 */
import { SHIPPED } from "@freehold/portfolio";
import { sql } from "kysely";
import { updateRows } from "../../engines/update-rows.ts";
import { portions } from "../../ingest/chunks.ts";
import type { Scope } from "../../scope.ts";
import { walk } from "./walk.ts";

/** An edge of shipped use that is new, or gone. */
export interface FlippedEdge {
  readonly source: number;
  readonly target: number;
  readonly gained: boolean;
}

const MOST_FLIPS = 500;
const MOST_ABOVE = 2000;
const MOST_EDGES = 50_000;
/** Products met on all walks together, in memory. */
const MOST_STEPS = 2_000_000;

/** False, and nothing is written, where that is more than counting everything would be worth. */
export async function shiftReach(scope: Scope, flips: readonly FlippedEdge[]): Promise<boolean> {
  if (flips.length > MOST_FLIPS) return false;
  const sources = [...new Set(flips.map(({ source }) => source))];
  const above = await walk(scope, sources, { direction: "up", most: MOST_ABOVE });
  if (above.cut) return false;
  const starts = [...sources, ...above.found.keys()];
  const lost = targetsOf(flips.filter(({ gained }) => !gained));
  const now = await edgesBelow(scope, starts, lost);
  if (now === undefined) return false;
  const before = new Map(now);
  for (const [source, targets] of targetsOf(flips)) {
    const gone = new Set(targets);
    before.set(source, [...(now.get(source) ?? []).filter((target) => !gone.has(target)), ...(lost.get(source) ?? [])]);
  }
  const shifts = shiftsOf(starts, before, now);
  if (shifts === undefined) return false;
  await writeShifts(scope, shifts);
  return true;
}

type Targets = ReadonlyMap<number, readonly number[]>;

function targetsOf(edges: readonly FlippedEdge[]): Targets {
  return new Map(
    [...Map.groupBy(edges, ({ source }) => source)].map(([source, own]) => [source, own.map(({ target }) => target)]),
  );
}

/** All edges on the way down, by what is there now and by what was; undefined where there are too many. */
async function edgesBelow(
  { db }: Scope,
  starts: readonly number[],
  lost: Targets,
): Promise<Map<number, number[]> | undefined> {
  const found = new Map<number, number[]>();
  let edges = 0;
  for (let level = new Set(starts); level.size > 0;) {
    for (const key of level) found.set(key, []);
    const next = new Set<number>();
    const meet = (key: number) => {
      if (!found.has(key)) next.add(key);
    };
    for (const some of portions(level)) {
      const rows = await db
        .selectFrom("edge")
        .select(["source", "target"])
        .where("source", "in", some)
        .where(sql<number>`scopes & ${sql.lit(SHIPPED)}`, "<>", 0)
        .limit(MOST_EDGES)
        .execute();
      edges += rows.length;
      if (edges >= MOST_EDGES) return undefined;
      for (const { source, target } of rows) {
        found.get(source)?.push(target);
        meet(target);
      }
      for (const key of some) for (const target of lost.get(key) ?? []) meet(target);
    }
    level = next;
  }
  return found;
}

/** By how much the reach of each product differs. */
function shiftsOf(starts: readonly number[], before: Targets, now: Targets): Map<number, number> | undefined {
  const shifts = new Map<number, number>();
  let steps = 0;
  for (const start of starts) {
    const [old, current] = [reachedFrom(start, before), reachedFrom(start, now)];
    steps += old.size + current.size;
    if (steps > MOST_STEPS) return undefined;
    for (const key of current) if (!old.has(key)) shifts.set(key, (shifts.get(key) ?? 0) + 1);
    for (const key of old) if (!current.has(key)) shifts.set(key, (shifts.get(key) ?? 0) - 1);
  }
  return shifts;
}

/** Without the start, also where a circle leads back to it. */
function reachedFrom(start: number, targets: Targets): Set<number> {
  const reached = new Set([start]);
  // A set tells what is added to it while it is walked through.
  for (const key of reached) for (const target of targets.get(key) ?? []) reached.add(target);
  reached.delete(start);
  return reached;
}

async function writeShifts(scope: Scope, shifts: ReadonlyMap<number, number>): Promise<void> {
  for (const some of portions(shifts.keys())) {
    const rows = await scope.db.selectFrom("product").select(["key", "reach"]).where("key", "in", some).execute();
    const updates = rows.flatMap(({ key, reach }) => {
      const shift = shifts.get(key) ?? 0;
      return shift === 0 ? [] : [{ key, values: [Math.max(0, reach + shift)] }];
    });
    await updateRows(scope, "product", ["reach"], updates);
  }
}
