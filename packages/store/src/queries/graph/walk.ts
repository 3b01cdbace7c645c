/** Walking the edges level by level in the database: what is near costs what is near, however large the portfolio. */
import { sql } from "kysely";
import { SHIPPED } from "@freehold/portfolio";
import { portions } from "../../ingest/chunks.ts";
import type { Scope } from "../../scope.ts";

export interface Walk {
  /** Key to distance, nearest first; the start itself is not in it. */
  readonly found: ReadonlyMap<number, number>;
  /** There is more beyond what was asked for. */
  readonly cut: boolean;
}

export interface WalkOptions {
  /** `up`: to dependents; `down`: to dependencies. */
  readonly direction: "up" | "down";
  readonly most: number;
  readonly depth?: number;
}

/** Shipped edges only, as reach counts them. */
export async function walk(scope: Scope, starts: readonly number[], options: WalkOptions): Promise<Walk> {
  const { direction, most, depth = Number.POSITIVE_INFINITY } = options;
  const [of, to] = direction === "up" ? (["target", "source"] as const) : (["source", "target"] as const);
  const seen = new Set(starts);
  const found = new Map<number, number>();
  let level: readonly number[] = starts;
  for (let distance = 1; level.length > 0 && distance <= depth; distance++) {
    const next: number[] = [];
    for (const some of portions(level)) {
      const rows = await scope.db
        .selectFrom("edge")
        .select(to)
        .where(of, "in", some)
        .where(sql<number>`scopes & ${sql.lit(SHIPPED)}`, "<>", 0)
        .limit(most + seen.size + 1)
        .execute();
      for (const row of rows as readonly Partial<Record<"source" | "target", number>>[]) {
        const key = row[to] ?? 0;
        if (seen.has(key)) continue;
        if (found.size >= most) return { found, cut: true };
        seen.add(key);
        found.set(key, distance);
        next.push(key);
      }
    }
    level = next;
  }
  return { found, cut: false };
}
