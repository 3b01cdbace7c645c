/** Products that rely on each other in circles, largest first, with the few edges to cut. */
import type { ProductRef } from "@freehold/model";
import { at, cycles } from "@freehold/portfolio";
import type { Scope } from "../../scope.ts";
import { productRefs } from "../product-refs.ts";
import { loadGraph } from "./loaded-graph.ts";

export interface StoredCycle {
  readonly members: readonly ProductRef[];
  readonly cuts: readonly { readonly from: ProductRef; readonly to: ProductRef; readonly weight: number }[];
}

export async function cyclesOf(scope: Scope): Promise<StoredCycle[]> {
  const { digraph, keys } = await loadGraph(scope);
  const found = cycles(digraph);
  const refs = await productRefs(
    scope,
    found.flatMap(({ nodes }) => nodes.map((node) => keys[node] ?? 0)),
  );
  const refOf = (node: number) => refs.get(keys[node] ?? 0);
  return found.map(({ nodes, cuts }) => ({
    members: nodes.flatMap((node) => refOf(node) ?? []),
    cuts: cuts.flatMap((edge) => {
      const from = refOf(at(digraph.source, edge));
      const to = refOf(at(digraph.target, edge));
      return from === undefined || to === undefined ? [] : [{ from, to, weight: at(digraph.weight, edge) }];
    }),
  }));
}
