/** How one product comes to rely on another: the shortest chain. */
import type { ProductRef } from "@freehold/model";
import { at, path } from "@freehold/portfolio";
import type { Scope } from "../../scope.ts";
import { locateProduct } from "../find-product.ts";
import { productRefs } from "../product-refs.ts";
import { loadGraph } from "./loaded-graph.ts";

/** The products from one to the other, both included; undefined where it does not rely on it, or one is not there. */
export async function pathBetween(scope: Scope, from: string, to: string): Promise<ProductRef[] | undefined> {
  const start = await locateProduct(scope, from);
  const end = await locateProduct(scope, to);
  if (start === undefined || end === undefined) return undefined;
  const { digraph, keys, nodes } = await loadGraph(scope);
  const source = nodes.get(start.key);
  const target = nodes.get(end.key);
  const edges = source === undefined || target === undefined ? undefined : path(digraph, source, target);
  if (edges === undefined) return undefined;
  const through = [start.key, ...edges.map((edge) => keys[at(digraph.target, edge)] ?? 0)];
  const refs = await productRefs(scope, through);
  return through.flatMap((key) => refs.get(key) ?? []);
}
