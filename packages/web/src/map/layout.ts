/** Where the boxes go: ELK's layered layout, in a worker so that the page stays usable meanwhile. */
import type { GraphEdge, GraphNode } from "@freehold/model";
import ELK from "elkjs/lib/elk-api.js";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";

export interface Placed {
  readonly x: number;
  readonly y: number;
}

export const BOX = { width: 184, height: 46 };

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.layered.spacing.nodeNodeBetweenLayers": "72",
  "elk.spacing.nodeNode": "16",
  "elk.spacing.componentComponent": "36",
  "elk.separateConnectedComponents": "true",
  "elk.aspectRatio": "1.2",
  // The best crossing minimisation costs seconds beyond a hundred boxes, for little.
  "elk.layered.thoroughness": "3",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
};

let elk: InstanceType<typeof ELK> | undefined;

/** Positions by slug. */
export async function placeNodes(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): Promise<ReadonlyMap<string, Placed>> {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) });
  const result = await elk.layout({
    id: "root",
    layoutOptions: OPTIONS,
    children: nodes.map(({ slug }) => ({ id: slug, ...BOX })),
    edges: edges.map(({ from, to }, index) => ({ id: String(index), sources: [from], targets: [to] })),
  });
  return new Map((result.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
