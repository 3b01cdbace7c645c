/** affected(element) ⊆ affected(interface) ⊆ affected(reachable), on random graphs. */
import { randomUUID } from "node:crypto";
import type { Unit } from "@freehold/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { affectedUnits, EVERY_SCOPE, openPortfolio, type Portfolio } from "../src/index.ts";

const SIZE = 12;

const at = (id: string) => Number(id.slice(1));

const graphs = fc.record({
  edges: fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 40 }),
  changed: fc.nat(SIZE - 1),
  /** Which consumers use the element that changed, and which show it. */
  uses: fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }),
  shows: fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }),
});

function portfolioOf(edges: readonly (readonly [number, number])[]): Portfolio {
  const units = Array.from({ length: SIZE }, (_, index): Unit => ({
    id: `u${index}`,
    repository: "r",
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name: `u${index}`,
    path: `u${index}`,
    provides: [{ id: `pkg:npm/u${index}`, evidence: [] }],
    consumes: [...new Set(edges.filter(([from, to]) => from === index && to !== index).map(([, to]) => to))].map(
      (to) => ({
        id: `pkg:npm/u${to}`,
        scope: "runtime" as const,
        declared: true,
        imported: true,
        evidence: [],
      }),
    ),
    evidence: [],
  }));
  return openPortfolio({ units, products: [] });
}

test("tiers nest, and the contract tier follows only those who use or show", () => {
  fc.assert(
    fc.property(graphs, ({ edges, changed, uses, shows }) => {
      const portfolio = portfolioOf(edges);
      const start = `u${changed}`;
      const run = (all: boolean) =>
        affectedUnits(portfolio, {
          changed: [{ unit: start, reason: randomUUID(), inside: false }],
          contractHits: (unit) =>
            portfolio
              .dependents(unit, EVERY_SCOPE)
              .filter(({ from }) => all || uses[at(from)] === true)
              .map(({ from }) => ({ unit: from, reason: "uses it", passesOn: all || shows[at(from)] === true })),
        });
      const contract = (tiers: ReturnType<typeof run>) =>
        new Set([...tiers].filter(([, { tier }]) => tier !== "exercise").map(([id]) => id));
      const [element, whole] = [run(false), run(true)];
      const reachable = new Set([start, ...portfolio.reach(start, EVERY_SCOPE).map(({ id }) => id)]);
      for (const id of contract(element)) expect(contract(whole).has(id)).toBe(true);
      for (const id of contract(whole)) expect(reachable.has(id)).toBe(true);
      expect(new Set(element.keys())).toEqual(reachable);
      expect(element.get(start)?.tier).toBe("changed");
    }),
  );
});

test("a change that stays inside reaches nobody", () => {
  const portfolio = portfolioOf([[1, 0]]);
  const tiers = affectedUnits(portfolio, {
    changed: [{ unit: "u0", reason: "a test", inside: true }],
    contractHits: () => [],
  });
  expect([...tiers.keys()]).toEqual(["u0"]);
});
