import { describe, expect, test } from "vitest";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, ownedBy, part, snapshot } from "./snapshots.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

describe.each(ENGINES)("history on $name", (engine) => {
  test("the portfolio of a past day is as it was then", async () => {
    let now = START;
    await using made = await makeStore(engine, { now: () => now });
    await made.acme.ingest(ANN, bytesOf(snapshot([part("app", { uses: ["core"] }), part("core")])));
    now += DAY;
    await made.acme.ingest(ANN, bytesOf(snapshot([part("app"), part("core", { more: ownedBy("bob", "Bob") })])));
    now += DAY;
    await made.acme.ingest(ANN, bytesOf(snapshot([part("core", { more: { name: "Core 2" } })])));
    expect(await made.acme.productsAt(START - 1)).toEqual({ items: [], total: 0 });
    expect((await made.acme.productsAt(START)).items).toMatchObject([
      { slug: "app", dependencies: 1 },
      { slug: "core", dependents: 1, since: 1 },
    ]);
    const second = await made.acme.productsAt(START + DAY * 1.5);
    expect(second.items).toMatchObject([
      { slug: "app", dependencies: 0 },
      { slug: "core", name: "core", owner: { id: "bob" }, dependents: 0 },
    ]);
    expect((await made.acme.productsAt(START + DAY * 9)).items).toMatchObject([{ slug: "core", name: "Core 2" }]);
    expect((await made.acme.productAt("prd_core", START + DAY))?.ownership.owner?.value.id).toBe("bob");
    expect(await made.acme.productAt("prd_app", START + DAY * 2)).toBeUndefined();
  });

  test("of many that came at once each is read alone, now and as it was", async () => {
    let now = START;
    await using made = await makeStore(engine, { now: () => now });
    const all = Array.from({ length: 40 }, (_, place) =>
      part(`p${place}`, { uses: place === 0 ? [] : ["p0"], unit: { description: `unit ${place}` } }),
    );
    await made.acme.ingest(ANN, bytesOf(snapshot(all)));
    now += DAY;
    const renamed = part("p20", { uses: ["p0"], more: { name: "Twenty" }, unit: { description: "other" } });
    await made.acme.ingest(ANN, bytesOf(snapshot(all.with(20, renamed))));
    for (const place of [0, 19, 21, 39]) {
      expect(await made.acme.unit(`acme/main#npm:p${place}`)).toMatchObject({ description: `unit ${place}` });
      expect((await made.acme.product(`p${place}`))?.product).toEqual(all[place]?.product);
    }
    expect(await made.acme.unit("acme/main#npm:p20")).toMatchObject({ description: "other" });
    expect((await made.acme.productAt("prd_p20", START))?.name).toBe("p20");
    expect((await made.acme.productAt("prd_p20", START + DAY))?.name).toBe("Twenty");
    expect(await made.acme.uses("p39", "p0")).toMatchObject([{ id: "pkg:npm/p0" }]);
    await made.acme.correct(ANN, { kind: "rename", product: "p39", name: "Last" });
    expect((await made.acme.product("p39"))?.product.reasons).toEqual(all[39]?.product.reasons);
  });

  test("every change says who, what, before, after, when and from which request", async () => {
    await using made = await makeStore(engine, { now: () => START });
    await made.acme.ingest(ANN, bytesOf(snapshot([part("core")])));
    await made.acme.ingest(
      { ...ANN, request: "req-2", reason: "nightly scan" },
      bytesOf(snapshot([part("core", { more: ownedBy("bob", "Bob") })])),
    );
    expect((await made.acme.changes({ since: 1 })).items).toEqual([
      {
        revision: 2,
        ordinal: 0,
        at: START + 1,
        actor: "ann@acme.example",
        actorKind: "person",
        request: "req-2",
        reason: "nightly scan",
        revisionAction: "snapshot.ingested",
        kind: "product",
        subject: "prd_core",
        product: { id: "prd_core", slug: "core", name: "core", kind: "product" },
        action: "changed",
        fields: [
          ["owner_kind", null, "person"],
          ["owner_id", null, "bob"],
          ["owner_name", null, "Bob"],
          ["owner_provenance", null, "declared"],
          ["owner_confidence", null, 1],
        ],
      },
    ]);
    expect((await made.acme.changes({ product: "core" })).items).toHaveLength(2);
    expect((await made.acme.changes({ actor: "somebody else" })).items).toEqual([]);
    const first = await made.acme.changes({ limit: 1 });
    expect((await made.acme.changes({ limit: 1, cursor: first.next ?? "" })).items).toMatchObject([
      { action: "created" },
    ]);
  });

  test("a clock that is set back puts nothing before what happened", async () => {
    let now = START;
    await using made = await makeStore(engine, { now: () => now });
    await made.acme.ingest(ANN, bytesOf(snapshot([part("a")])));
    now -= DAY;
    await made.acme.ingest(ANN, bytesOf(snapshot([part("a"), part("b")])));
    now -= DAY;
    await made.acme.ingest(ANN, bytesOf(snapshot([part("a"), part("b"), part("c")])));
    const times = (await made.acme.changes()).items.map(({ revision, at }) => [revision, at - START]);
    expect(times).toEqual([
      [3, 2],
      [2, 1],
      [1, 0],
    ]);
    expect((await made.acme.productsAt(START)).total).toBe(1);
    expect((await made.acme.productsAt(START + 1)).total).toBe(2);
  });
});
