/** Random digraphs for property tests, and the slow obvious answers to compare with. */
import fc from "fast-check";
import { quotient } from "../src/build/quotient.ts";
import type { Digraph } from "../src/digraph.ts";

export type Pairs = readonly (readonly [number, number])[];

export interface RandomGraph {
  readonly size: number;
  readonly pairs: Pairs;
  readonly graph: Digraph;
}

export const randomGraph: fc.Arbitrary<RandomGraph> = fc
  .integer({ min: 1, max: 40 })
  .chain((size) =>
    fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 90 })
      .map((pairs) => ({ size, pairs, graph: digraph(size, pairs) })),
  );

export function digraph(size: number, pairs: Pairs): Digraph {
  const links = {
    count: pairs.length,
    unit: Uint32Array.from(pairs, ([source]) => source),
    provider: Uint32Array.from(pairs, ([, target]) => target),
    consume: new Uint32Array(pairs.length),
    scopes: new Uint8Array(pairs.length).fill(1),
    weight: new Float64Array(pairs.length).fill(1),
  };
  return quotient(
    links,
    Int32Array.from({ length: size }, (_, node) => node),
    size,
  );
}

/** Nodes from which `to` can be reached, `removed` taken away; `to` itself is among them. */
export function reaching(pairs: Pairs, to: number, removed = -1): Set<number> {
  const found = new Set([to]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const [source, target] of pairs) {
      if (source !== removed && target !== removed && found.has(target)) found.add(source);
    }
  }
  return found;
}
