/**
 * The graph of all products in memory, for the few questions about all of it (cycles, paths, reach of
 * everything). It is made from the edges when it is first asked for, kept while no edge changes, and is
 * nothing but a copy: any server can make its own at any time. About 30 bytes an edge.
 */
import { type Digraph, quotient } from "@freehold/portfolio";
import type { Engine } from "../../engines/engine.ts";
import type { Scope } from "../../scope.ts";

export interface LoadedGraph {
  readonly digraph: Digraph;
  /** Node to key of the product. */
  readonly keys: readonly number[];
  /** Key of the product to node. */
  readonly nodes: ReadonlyMap<number, number>;
}

interface Kept {
  readonly revision: number;
  readonly graph: LoadedGraph;
}

const kept = new WeakMap<Engine, Map<number, Kept>>();
/** Organisations whose graphs are kept at a time, by engine. */
const MOST_KEPT = 4;

export async function loadGraph(scope: Scope): Promise<LoadedGraph> {
  const { graph: revision } = await scope.db
    .selectFrom("organisation")
    .select("graph")
    .where("key", "=", scope.org)
    .executeTakeFirstOrThrow();
  const ofEngine = kept.get(scope.engine) ?? new Map<number, Kept>();
  kept.set(scope.engine, ofEngine);
  const known = ofEngine.get(scope.org);
  if (known?.revision === revision) return known.graph;
  const graph = await readGraph(scope);
  ofEngine.delete(scope.org);
  for (const oldest of [...ofEngine.keys()].slice(0, Math.max(0, ofEngine.size + 1 - MOST_KEPT)))
    ofEngine.delete(oldest);
  ofEngine.set(scope.org, { revision, graph });
  return graph;
}

async function readGraph({ db }: Scope): Promise<LoadedGraph> {
  const rows = await db.selectFrom("edge").select(["source", "target", "scopes", "weight"]).execute();
  const keys = [...new Set(rows.flatMap(({ source, target }) => [source, target]))].sort((a, b) => a - b);
  const nodes = new Map(keys.map((key, node) => [key, node]));
  const links = {
    count: rows.length,
    unit: Uint32Array.from(rows, ({ source }) => nodes.get(source) ?? 0),
    consume: new Uint32Array(rows.length),
    provider: Uint32Array.from(rows, ({ target }) => nodes.get(target) ?? 0),
    scopes: Uint8Array.from(rows, ({ scopes }) => scopes),
    weight: Float64Array.from(rows, ({ weight }) => weight),
  };
  return { digraph: quotient(links, Int32Array.from(keys.keys()), keys.length), keys, nodes };
}
