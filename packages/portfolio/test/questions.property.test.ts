import fc from "fast-check";
import { expect, test } from "vitest";
import { at, edgeBetween } from "../src/digraph.ts";
import { components } from "../src/questions/components.ts";
import { cycles } from "../src/questions/cycles.ts";
import { dependencies } from "../src/questions/dependencies.ts";
import { dependents } from "../src/questions/dependents.ts";
import { dominators, WORLD } from "../src/questions/dominators.ts";
import { path } from "../src/questions/path.ts";
import { reachOfAll } from "../src/questions/reach-of-all.ts";
import { reach } from "../src/questions/reach.ts";
import { type Pairs, randomGraph, reaching } from "./random-graph.ts";

test("edges are the distinct pairs, in both directions", () => {
  fc.assert(
    fc.property(randomGraph, ({ size, pairs, graph }) => {
      const expected = new Set(pairs.filter(([a, b]) => a !== b).map(([a, b]) => `${a} ${b}`));
      const out = new Set<string>();
      const back = new Set<string>();
      for (let node = 0; node < size; node++) {
        for (const { node: target, edge } of dependencies(graph, node)) {
          out.add(`${node} ${target}`);
          expect(edgeBetween(graph, node, target)).toBe(edge);
        }
        for (const { node: source } of dependents(graph, node)) back.add(`${source} ${node}`);
      }
      expect(out).toEqual(expected);
      expect(back).toEqual(expected);
      expect(graph.edges).toBe(expected.size);
    }),
  );
});

test("the links of an edge are all the pairs between its ends", () => {
  fc.assert(
    fc.property(randomGraph, ({ pairs, graph }) => {
      for (let edge = 0; edge < graph.edges; edge++) {
        const links = graph.link.subarray(graph.firstLink[edge], graph.firstLink[edge + 1]);
        const expected = pairs.flatMap(([a, b], i) =>
          a === graph.source[edge] && b === graph.target[edge] ? [i] : [],
        );
        expect([...links]).toEqual(expected);
        expect(graph.weight[edge]).toBe(expected.length);
      }
    }),
  );
});

test("reach of one, reach of all and the slow answer agree", () => {
  fc.assert(
    fc.property(randomGraph, ({ size, pairs, graph }) => {
      const { counts, exact } = reachOfAll(graph);
      expect(exact).toBe(true);
      for (let node = 0; node < size; node++) {
        const slow = reaching(pairs, node);
        slow.delete(node);
        expect(new Set(reach(graph, node).map((found) => found.node))).toEqual(slow);
        expect(counts[node]).toBe(slow.size);
      }
    }),
  );
});

test("components are mutual reachability, numbered against the edges", () => {
  fc.assert(
    fc.property(randomGraph, ({ size, pairs, graph }) => {
      const parts = components(graph);
      const above = Array.from({ length: size }, (_, node) => reaching(pairs, node));
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) {
          expect(parts.of[a] === parts.of[b]).toBe(above[a]?.has(b) === true && above[b]?.has(a) === true);
        }
      }
      for (const [source, target] of pairs) expect(at(parts.of, target)).toBeLessThanOrEqual(at(parts.of, source));
    }),
  );
});

test("a path exists exactly when the target is reachable, and is a shortest chain", () => {
  fc.assert(
    fc.property(randomGraph, fc.nat(), fc.nat(), ({ size, pairs, graph }, x, y) => {
      const from = x % size;
      const to = y % size;
      const found = path(graph, from, to);
      expect(found !== undefined).toBe(reaching(pairs, to).has(from));
      let current = from;
      for (const edge of found ?? []) {
        expect(graph.source[edge]).toBe(current);
        current = at(graph.target, edge);
      }
      if (found === undefined) return;
      expect(current).toBe(to);
      const distance = from === to ? 0 : reach(graph, to).find((reached) => reached.node === from)?.distance;
      expect(found.length).toBe(distance);
    }),
  );
});

test("without its cuts nothing is left of a cycle, and no cut can be spared", () => {
  fc.assert(
    fc.property(randomGraph, ({ pairs, graph }) => {
      const found = cycles(graph);
      const cuts = found.flatMap((cycle) => cycle.cuts);
      const without = (spared?: number): Pairs => {
        const cut = new Set(cuts.filter((edge) => edge !== spared).map((e) => `${graph.source[e]} ${graph.target[e]}`));
        return pairs.filter(([a, b]) => a !== b && !cut.has(`${a} ${b}`));
      };
      expect(isAcyclic(without())).toBe(true);
      for (const cut of cuts) expect(isAcyclic(without(cut))).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test("a dominator is what cuts a node off from the world when it is taken away", () => {
  fc.assert(
    fc.property(randomGraph, ({ size, pairs, graph }) => {
      const found = dominators(graph);
      const roots = worldOf(size, pairs);
      for (let node = 0; node < size; node++) {
        const strict = new Set<number>();
        for (let above = 0; above < size; above++) {
          if (above === node) continue;
          const reached = reaching(pairs, node, above);
          if (![...roots].some((root) => root !== above && reached.has(root))) strict.add(above);
        }
        const chain = new Set<number>();
        for (let above = at(found, node); above !== WORLD; above = at(found, above)) chain.add(above);
        expect(chain).toEqual(strict);
      }
    }),
    { numRuns: 60 },
  );
});

/** Nodes that nobody reaches but those that they reach themselves. */
function worldOf(size: number, pairs: Pairs): Set<number> {
  const above = Array.from({ length: size }, (_, node) => reaching(pairs, node));
  const roots = new Set<number>();
  for (let node = 0; node < size; node++) {
    if ([...(above[node] ?? [])].every((source) => above[source]?.has(node))) roots.add(node);
  }
  return roots;
}

function isAcyclic(pairs: Pairs): boolean {
  return pairs.every(([source, target]) => !reaching(pairs, source).has(target));
}
