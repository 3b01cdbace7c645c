import { expect, test } from "vitest";
import { reachOfAll } from "../src/questions/reach-of-all.ts";
import { digraph } from "./random-graph.ts";

test("counts across many blocks of bits", () => {
  const size = 5000;
  const chain = digraph(
    size,
    Array.from({ length: size - 1 }, (_, node) => [node, node + 1] as const),
  );
  expect([...reachOfAll(chain).counts]).toEqual(Array.from({ length: size }, (_, node) => node));
});

test("a cycle counts all of its other members", () => {
  const ring = digraph(
    100,
    Array.from({ length: 100 }, (_, node) => [node, (node + 1) % 100] as const),
  );
  expect([...reachOfAll(ring).counts]).toEqual(Array.from({ length: 100 }, () => 99));
});

test("estimates stay near the exact counts, and are the same each time", () => {
  const size = 3000;
  const tree = digraph(
    size,
    Array.from({ length: size - 1 }, (_, node) => [node + 1, node >> 1] as const),
  );
  const exact = reachOfAll(tree);
  const estimated = reachOfAll(tree, undefined, 0);
  expect(exact.exact).toBe(true);
  expect(estimated.exact).toBe(false);
  expect(reachOfAll(tree, undefined, 0)).toEqual(estimated);
  let error = 0;
  for (let node = 0; node < size; node++) {
    error += Math.abs((estimated.counts[node] ?? 0) - (exact.counts[node] ?? 0)) / ((exact.counts[node] ?? 0) + 1);
  }
  expect(error / size).toBeLessThan(0.1);
});

test("a chain of thirty thousand nodes overflows no stack", () => {
  const size = 30_000;
  const chain = digraph(
    size,
    Array.from({ length: size - 1 }, (_, node) => [node, node + 1] as const),
  );
  expect(reachOfAll(chain, undefined, 0).counts.length).toBe(size);
});
