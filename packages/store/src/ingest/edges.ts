/**
 * Edges between products, made again for the products whose units consume otherwise than before, and
 * compared with what is there: an edge that is as it was is not written.
 */
import { sql } from "kysely";
import { SHIPPED } from "@freehold/portfolio";
import type { FlippedEdge } from "../queries/graph/shift-reach.ts";
import { insertRows } from "../engines/insert-rows.ts";
import type { Revision } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { portions } from "./chunks.ts";

interface EdgeRow {
  readonly source: number;
  readonly target: number;
  readonly scopes: number;
  readonly weight: number;
  readonly links: number;
}

export interface EdgeDelta {
  /** Change in the number of shipped dependents, by product. */
  readonly dependents: Map<number, number>;
  /** Edges that appeared or vanished for shipped use: the reach of what they lead to may differ. */
  readonly flips: FlippedEdge[];
  /** Whether any edge was written. */
  changed: boolean;
}

/** Brings the outgoing edges of the products in line with the join; `areFirst`: there are none yet. */
export async function rebuildEdges(
  revision: Revision,
  sources: Iterable<number>,
  areFirst: boolean,
): Promise<EdgeDelta> {
  const delta: EdgeDelta = { dependents: new Map(), flips: [], changed: false };
  for (const some of portions(sources)) {
    const now = await joinedEdges(revision, some);
    const rows = areFirst ? [] : await edgesFrom(revision, some);
    const before = new Map(rows.map((row) => [`${row.source} ${row.target}`, row]));
    await writeEdges(revision, now, before, delta);
  }
  if (delta.changed)
    await revision.db
      .updateTable("organisation")
      .set({ graph: revision.number })
      .where("key", "=", revision.org)
      .execute();
  return delta;
}

async function edgesFrom({ db }: Scope, sources: readonly number[]): Promise<EdgeRow[]> {
  return await db
    .selectFrom("edge")
    .select(["source", "target", "scopes", "weight", "links"])
    .where("source", "in", sources)
    .execute();
}

async function joinedEdges(scope: Scope, sources: readonly number[]): Promise<EdgeRow[]> {
  const bits = [1, 2, 4, 8, 16, 32].map((bit) => `max(c.scopes & ${bit})`).join(" + ");
  const { rows } = await sql<EdgeRow>`
    select s.product as source, t.product as target, ${sql.raw(bits)} as scopes,
      sum(c.weight) as weight, sum(c.links) as links
    from unit s
      join consume c on c.org = ${scope.org} and c.unit = s.key
      join unit t on t.org = ${scope.org} and t.key = c.provider
    where s.org = ${scope.org} and s.product in (${sql.join(sources)}) and t.product is not null and t.product <> s.product
    group by s.product, t.product`.execute(scope.db);
  return rows;
}

async function writeEdges(
  revision: Revision,
  now: readonly EdgeRow[],
  before: Map<string, EdgeRow>,
  delta: EdgeDelta,
): Promise<void> {
  const written: EdgeRow[] = [];
  const past: EdgeRow[] = [];
  for (const edge of now) {
    const name = `${edge.source} ${edge.target}`;
    const old = before.get(name);
    before.delete(name);
    note(delta, edge, shipped(edge) - shipped(old));
    if (old !== undefined && old.scopes === edge.scopes && old.weight === edge.weight && old.links === edge.links)
      continue;
    written.push(edge);
    if (old !== undefined) past.push(old);
  }
  const gone = [...before.values()];
  for (const edge of gone) note(delta, edge, -shipped(edge));
  delta.changed ||= written.length > 0 || gone.length > 0;
  await keepEdgeHistory(revision, [...past, ...gone]);
  await insertRows(
    revision,
    "edge",
    written.map((edge) => ({ ...edge, since: revision.number })),
    { conflict: { key: ["org", "source", "target"], update: ["scopes", "weight", "links", "since"] } },
  );
  for (const { source, target } of gone) {
    await revision.db.deleteFrom("edge").where("source", "=", source).where("target", "=", target).execute();
  }
}

async function keepEdgeHistory(revision: Revision, edges: readonly EdgeRow[]): Promise<void> {
  for (const some of portions(edges, 200)) {
    const pairs = sql.join(
      some.map(({ source, target }) => sql`(cast(${source} as integer), cast(${target} as integer))`),
    );
    await sql`insert into edge_history (org, source, target, scopes, weight, links, since, until)
      select org, source, target, scopes, weight, links, since, ${revision.number} from edge
      where org = ${revision.org} and (source, target) in (values ${pairs}) and since < ${revision.number}`.execute(
      revision.db,
    );
  }
}

function shipped(edge: EdgeRow | undefined): number {
  return edge !== undefined && (edge.scopes & SHIPPED) !== 0 ? 1 : 0;
}

function note({ dependents, flips }: EdgeDelta, { source, target }: EdgeRow, difference: number): void {
  if (difference === 0) return;
  dependents.set(target, (dependents.get(target) ?? 0) + difference);
  flips.push({ source, target, gained: difference > 0 });
}
