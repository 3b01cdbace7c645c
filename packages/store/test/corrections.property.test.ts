/** In whatever order snapshots and corrections come, the portfolio is the same as if the corrections came last. */
import type { Snapshot } from "@freehold/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Correction, OrganisationStore } from "../src/index.ts";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, part, repository, snapshot } from "./snapshots.ts";

const NAMES = ["a", "b", "c", "d"] as const;
const REPOSITORIES = ["acme/one", "acme/two"] as const;
const ALL = REPOSITORIES.flatMap((name) => NAMES.map((short) => `prd_${name.slice(5)}-${short}`));

/** Every snapshot has every product of its repository; what they use and provide differs. */
const scan = fc.record({
  kind: fc.constant("scan" as const),
  repository: fc.constantFrom(...REPOSITORIES),
  uses: fc.tuple(...NAMES.map(() => fc.subarray([...NAMES]))),
  provides: fc.tuple(...NAMES.map(() => fc.constantFrom(...NAMES))),
});
const product = fc.constantFrom(...ALL);
const correction = fc.oneof(
  fc.record({ kind: fc.constant("merge" as const), product, into: product }),
  fc.record({ kind: fc.constant("dismiss" as const), product }),
  fc.record({ kind: fc.constant("accept" as const), product }),
  fc.record({ kind: fc.constant("rename" as const), product, name: fc.constantFrom("X", "Y") }),
);
const undo = fc.record({ kind: fc.constant("undo" as const), nth: fc.nat({ max: 5 }) });
type Scan = typeof scan extends fc.Arbitrary<infer T> ? T : never;
type Step = Scan | Correction | { readonly kind: "undo"; readonly nth: number };

let round = 0;

async function take(store: OrganisationStore, { repository: of, uses, provides }: Scan): Promise<void> {
  const parts = NAMES.map((name, place) => {
    const own = part(`${of.slice(5)}-${name}`, { repository: of, uses: uses[place] ?? [] });
    return { ...own, unit: { ...own.unit, provides: [{ id: `pkg:npm/${provides[place]}`, evidence: [] }] } };
  });
  const repositories = [repository(of)] as Snapshot["repositories"];
  await store.ingest(
    ANN,
    bytesOf(snapshot(parts, { repositories, generator: { name: "t", version: String(round++) } })),
  );
}

/** Names as they are, not as they were merged: a merge into something merged leads to where that led. */
async function run(store: OrganisationStore, steps: readonly Step[]): Promise<Correction[]> {
  const made: { readonly key: number; readonly correction: Correction }[] = [];
  for (const step of steps) {
    if (step.kind === "scan") await take(store, step);
    else if (step.kind === "undo") {
      const [undone] = made.splice(step.nth, 1);
      if (undone !== undefined) await store.undoCorrection(ANN, undone.key);
    } else {
      const there =
        "into" in step ? await leadsApart(store, step.product, step.into) : await isItself(store, step.product);
      if (there) made.push({ key: (await store.correct(ANN, step)).correction, correction: step });
    }
  }
  return made.map((each) => each.correction);
}

async function isItself(store: OrganisationStore, id: string): Promise<boolean> {
  return (await store.product(id))?.row.id === id;
}

/** Only what stands by itself is merged into what stands by itself: other orders mean other things. */
async function leadsApart(store: OrganisationStore, from: string, into: string): Promise<boolean> {
  const used = (await store.corrections()).some(({ kind, undone }) => kind === "merge" && undone === undefined);
  return !used && from !== into && (await isItself(store, from)) && (await isItself(store, into));
}

async function state(store: OrganisationStore) {
  const { items, total } = await store.products({ limit: 500 });
  const rows = items.map(({ id, name, provenance, units, dependencies, dependents, externals, reach }) => ({
    id,
    name,
    provenance,
    units,
    dependencies,
    dependents,
    externals,
    reach,
  }));
  const kinds = (await store.facets()).provenance;
  return { rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)), total, kinds };
}

describe.each(ENGINES)("corrections and snapshots on $name", (engine) => {
  test("any order comes to the same", { timeout: 120_000 }, async () => {
    const initial = REPOSITORIES.map((of) => ({
      kind: "scan" as const,
      repository: of,
      uses: NAMES.map(() => []),
      provides: [...NAMES],
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(scan, correction, undo), { maxLength: 8 }), async (drawn) => {
        const steps: readonly Step[] = [...initial, ...drawn];
        await using mixed = await makeStore(engine);
        await using last = await makeStore(engine);
        const held = await run(mixed.acme, steps);
        const scans = steps.filter((step) => step.kind === "scan");
        for (const step of scans) await take(last.acme, step);
        for (const each of held) await last.acme.correct(ANN, each);
        expect(await state(mixed.acme)).toEqual(await state(last.acme));
      }),
      { numRuns: engine.name === "sqlite" ? 25 : 6 },
    );
  });
});
