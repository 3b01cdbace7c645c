import type { Product } from "@freehold/model";
import { describe, expect, test } from "vitest";
import type { OrganisationStore } from "../src/index.ts";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, type Part, part, snapshot } from "./snapshots.ts";

const PARTS = [part("app", { uses: ["core", "kit"] }), part("core"), part("kit", { uses: ["core"] })];
let round = 0;

/** Sends the parts again in a snapshot with other bytes. */
async function again(store: OrganisationStore, parts = PARTS): Promise<void> {
  const touched = parts.map(({ product, unit }) => ({ product, unit: { ...unit, version: `1.0.${round++}` } }));
  await store.ingest(ANN, bytesOf(snapshot(touched)));
}

const slugs = async (store: OrganisationStore) => (await store.products()).items.map(({ slug }) => slug);

describe.each(ENGINES)("corrections on $name", (engine) => {
  test("accepted, renamed and claimed products stay so after later snapshots", async () => {
    await using made = await makeStore(engine);
    await again(made.acme);
    await made.acme.correct(ANN, { kind: "accept", product: "core" });
    await made.acme.correct(ANN, { kind: "rename", product: "core", name: "The Core", slug: "the-core" });
    const owner = { kind: "group" as const, id: "@acme/base", name: "@acme/base" };
    await made.acme.correct(ANN, { kind: "claim", product: "the-core", owner, expires: "2027-01-31" });
    await again(made.acme);
    expect((await made.acme.product("core"))?.row).toMatchObject({
      slug: "the-core",
      name: "The Core",
      provenance: "confirmed",
      owner: { ...owner, provenance: "confirmed" },
      dependents: 2,
    });
    expect((await made.acme.search("base")).items.map(({ slug }) => slug)).toEqual(["the-core"]);
    expect((await made.acme.facets()).provenance).toContainEqual({ value: "confirmed", count: 1 });
  });

  test("a merged product gives its units and dependents, and its names lead to the other", async () => {
    await using made = await makeStore(engine);
    await again(made.acme);
    const { correction } = await made.acme.correct(ANN, { kind: "merge", product: "kit", into: "core" });
    await again(made.acme);
    expect(await slugs(made.acme)).toEqual(["app", "core"]);
    expect((await made.acme.product("kit"))?.row).toMatchObject({ slug: "core", units: 2, dependents: 1, reach: 1 });
    expect((await made.acme.product("prd_kit"))?.row.slug).toBe("core");
    await made.acme.undoCorrection(ANN, correction);
    await again(made.acme);
    expect((await made.acme.product("kit"))?.row).toMatchObject({
      slug: "kit",
      units: 1,
      dependents: 1,
      dependencies: 1,
    });
  });

  test("a split product keeps its units after later snapshots", async () => {
    await using made = await makeStore(engine);
    const both = [PARTS[0], PARTS[1], PARTS[2]].flatMap((each) => each ?? []);
    const joined = both.map(({ product, unit }) => ({
      unit,
      product: {
        ...product,
        units:
          product.slug === "core"
            ? both.slice(1).map((each) => each.unit.id)
            : product.slug === "kit"
              ? []
              : product.units,
      },
    }));
    await again(made.acme, joined);
    expect((await made.acme.product("core"))?.row).toMatchObject({ units: 2, dependents: 1 });
    const { made: id = "", correction } = await made.acme.correct(ANN, {
      kind: "split",
      product: "core",
      name: "Kit of Parts",
      units: ["acme/main#npm:kit"],
    });
    await again(made.acme, joined);
    expect((await made.acme.product(id))?.row).toMatchObject({
      slug: "kit-of-parts",
      units: 1,
      dependents: 1,
      dependencies: 1,
    });
    expect((await made.acme.product("core"))?.row).toMatchObject({ units: 1, dependents: 2 });
    await made.acme.undoCorrection(ANN, correction);
    expect((await made.acme.product("core"))?.row).toMatchObject({ units: 2, dependents: 1 });
    expect(await slugs(made.acme)).toEqual(["app", "core", "kit"]);
  });

  test("a dismissed candidate stays away, until its owner writes a charter", async () => {
    await using made = await makeStore(engine);
    await again(made.acme);
    await made.acme.correct(ANN, { kind: "dismiss", product: "kit" });
    await again(made.acme);
    expect(await slugs(made.acme)).toEqual(["app", "core"]);
    expect(await made.acme.count()).toBe(2);
    const parts = PARTS.map(({ product, unit }) => ({
      unit,
      product: product.slug === "kit" ? declared(product) : product,
    }));
    await again(made.acme, parts);
    expect(await slugs(made.acme)).toEqual(["app", "core", "kit"]);
  });

  test("git wins over an edit, which becomes a patch until the charter says the same", async () => {
    await using made = await makeStore(engine);
    await again(made.acme, chartered("Keeps books"));
    await made.acme.correct(ANN, { kind: "edit", product: "core", mission: "Keeps the books of Acme", stage: "beta" });
    expect((await made.acme.product("core"))?.row).toMatchObject({ mission: "Keeps books", stage: "beta" });
    const [suggestion] = await made.acme.suggestions({ product: "core", state: "open" });
    expect(suggestion).toMatchObject({ field: "mission", charter: "Keeps books", proposed: "Keeps the books of Acme" });
    await again(made.acme, chartered("Keeps the books of Acme"));
    expect(await made.acme.suggestions({ state: "open" })).toEqual([]);
    expect(await made.acme.suggestions({ state: "adopted" })).toHaveLength(1);
  });

  test("somebody who saw an older version is told so", async () => {
    await using made = await makeStore(engine);
    await again(made.acme);
    await made.acme.correct(ANN, { kind: "rename", product: "core", name: "One" }, { version: 1 });
    await expect(
      made.acme.correct(ANN, { kind: "rename", product: "core", name: "Two" }, { version: 1 }),
    ).rejects.toMatchObject({
      code: "store/version-conflict",
      detail: { version: 2 },
    });
  });

  test.each([
    [{ kind: "rename", product: "core", name: " " }, "store/invalid"],
    [{ kind: "accept", product: "nothing" }, "store/not-found"],
    [{ kind: "merge", product: "core", into: "core" }, "store/invalid"],
    [{ kind: "merge", product: "core", into: "nothing" }, "store/not-found"],
    [{ kind: "split", product: "core", name: "x", units: ["acme/main#npm:app"] }, "store/invalid"],
    [{ kind: "edit", product: "core", stage: "ready" }, "store/invalid"],
  ])("%j is refused with %s and changes nothing", async (correction, code) => {
    await using made = await makeStore(engine);
    await again(made.acme);
    const before = await made.acme.changes();
    await expect(made.acme.correct(ANN, correction as never)).rejects.toMatchObject({ code });
    expect(await made.acme.changes()).toEqual(before);
  });
});

function chartered(mission: string): Part[] {
  return PARTS.map(({ product, unit }) => ({
    unit,
    product: product.slug === "core" ? declared(product, mission) : product,
  }));
}

function declared(product: Product, mission?: string): Product {
  const claim = { value: mission ?? "", provenance: "declared" as const, confidence: 1, evidence: [] };
  return {
    ...product,
    provenance: "declared",
    charter: "product.yaml",
    ...(mission === undefined ? {} : { mission: claim }),
  };
}
