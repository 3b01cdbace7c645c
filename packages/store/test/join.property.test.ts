/** However snapshots come, the kept join is the one that a scan of everything at once would find. */
import type { Snapshot } from "@freehold/model";
import { EVERY_SCOPE, openPortfolio } from "@freehold/portfolio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrganisationStore } from "../src/index.ts";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, type Part, part, snapshot } from "./snapshots.ts";

const NAMES = ["a", "b", "c"] as const;
const REPOSITORIES = ["acme/one", "acme/two"] as const;

/** A part whose ids are its repository's own; what it provides may be provided elsewhere too. */
const parts = fc.array(
  fc.record({
    name: fc.constantFrom(...NAMES),
    provides: fc.constantFrom("a", "a", "b"),
    uses: fc.uniqueArray(fc.constantFrom(...NAMES, "outside"), { maxLength: 4 }),
    scope: fc.constantFrom("runtime" as const, "development" as const, "peer" as const),
    role: fc.constantFrom(
      "source" as const,
      "source" as const,
      "fixture" as const,
      "vendored" as const,
      "test" as const,
    ),
    published: fc.constantFrom(true, false, undefined),
    owner: fc.constantFrom(...NAMES),
  }),
  { maxLength: 5 },
);
const step = fc.record({ repository: fc.constantFrom(...REPOSITORIES), parts });

/** Two scans never have the same bytes; the same bytes would be one snapshot sent twice. */
let round = 0;

type Drawn = typeof parts extends fc.Arbitrary<infer T> ? T : never;

function partsOf(repository: string, drawn: Drawn): Part[] {
  const seen = new Map<string, Part>();
  for (const { name, provides, uses, scope, role, published, owner } of drawn) {
    const own = part(`${repository.slice(5)}-${name}`, { repository, uses, scope });
    const evidence = own.unit.evidence;
    const unit = {
      ...own.unit,
      role,
      ...(published === undefined ? {} : { published }),
      provides: [{ id: `pkg:npm/${provides}`, evidence }],
    };
    // Some products claim the unit of another: the first that claims it has it.
    const units = [unit.id, `${repository}#npm:${repository.slice(5)}-${owner}`];
    seen.set(name, { unit, product: { ...own.product, units } });
  }
  return [...seen.values()];
}

describe.each(ENGINES)("the join on $name", (engine) => {
  test("equals the whole join after any sequence of snapshots", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        await using made = await makeStore(engine);
        const latest = new Map<string, Part[]>();
        for (const { repository, parts: drawn } of steps) {
          const now = partsOf(repository, drawn);
          latest.set(repository, now);
          const repositories = [
            { ...snapshot([]).repositories[0], id: repository, name: repository },
          ] as Snapshot["repositories"];
          await made.acme.ingest(
            ANN,
            bytesOf(snapshot(now, { repositories, generator: { name: "test", version: String(round++) } })),
          );
        }
        const whole = snapshot([...latest.values()].flat());
        expect(await kept(made.acme, whole)).toEqual(expected(whole));
      }),
      { numRuns: engine.name === "sqlite" ? 60 : 8 },
    );
  });
});

function expected(whole: Snapshot) {
  const portfolio = openPortfolio(whole);
  const reach = portfolio.reachOfAll("products").counts;
  const edges = portfolio
    .edges("products", EVERY_SCOPE)
    .map(({ from, to, scopes, weight }) => `${from} ${to} ${scopes.join()} ${weight}`)
    .sort();
  const externals = portfolio.externals();
  const rows = whole.products.map(({ id }, index) => ({
    id,
    dependents: portfolio.dependents(id).length,
    dependencies: portfolio.dependencies(id).length,
    externals: externals.filter(({ products }) => products.includes(index)).length,
    reach: reach.get(id) ?? 0,
  }));
  return { edges, rows: sorted(rows), total: whole.products.length, faceted: whole.products.length };
}

async function kept(store: OrganisationStore, whole: Snapshot) {
  const edges: string[] = [];
  for (const { id } of whole.products) {
    const page = await store.dependencies(id, { limit: 500 });
    for (const { product, scopes, weight } of page?.items ?? [])
      edges.push(`${id} ${product.id} ${scopes.join()} ${weight}`);
  }
  const { items, total } = await store.products({ limit: 500 });
  const faceted = (await store.facets()).kind.reduce((sum, { count }) => sum + count, 0);
  const rows = items.map(({ id, dependents, dependencies, externals, reach }) => ({
    id,
    dependents,
    dependencies,
    externals,
    reach,
  }));
  return { edges: edges.sort(), rows: sorted(rows), total, faceted };
}

function sorted<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
