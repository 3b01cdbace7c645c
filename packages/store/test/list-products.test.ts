import { describe, expect, test } from "vitest";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, ownedBy, part, snapshot } from "./snapshots.ts";

const PARTS = [
  part("a", { uses: ["b", "c"], more: { kind: "component", stage: claim("beta") } }),
  part("b", { uses: ["c"], more: { ...ownedBy("ann", "Ann"), stage: claim("stable") } }),
  part("c", { more: ownedBy("ann", "Ann") }),
  part("d", { uses: ["c"], more: { provenance: "declared" } }),
];

describe.each(ENGINES)("lists on $name", (engine) => {
  test("a walk over the pages meets everything once, in order", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    for (const [sort, descending, expected] of [
      ["name", false, "abcd"],
      ["name", true, "dcba"],
      ["dependents", true, "cbda"],
      ["dependencies", false, "cbda"],
    ] as const) {
      const seen: string[] = [];
      for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
        const page = await made.acme.products({
          sort,
          descending,
          limit: 1,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(page.total).toBe(4);
        seen.push(...page.items.map(({ slug }) => slug));
        cursor = page.next;
      }
      expect(seen.join(""), `${sort} ${descending}`).toHaveLength(4);
      if (sort === "name") expect(seen.join("")).toBe(expected);
      else expect(seen[0]).toBe(expected[0]);
    }
  });

  test.each([
    [{ kind: ["component"] }, ["a"]],
    [{ stage: ["stable", "beta"] }, ["a", "b"]],
    [{ stage: [""] }, ["c", "d"]],
    [{ owned: false, kind: ["product"] }, ["d"]],
    [{ owner: "ann" }, ["b", "c"]],
    [{ provenance: ["declared"] }, ["d"]],
    [{ violating: true }, []],
  ])("filter %j", async (filter, expected) => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    const { items, total } = await made.acme.products({ filter });
    expect(items.map(({ slug }) => slug)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  test("fields of the organisation's own are kept, audited and found by", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    await made.acme.setField(ANN, "b", { name: "tier", value: "1" });
    await made.acme.setField(ANN, "c", { name: "tier", value: "2" });
    const tier = async (value: string) =>
      (await made.acme.products({ filter: { custom: { name: "tier", value } } })).items.map(({ slug }) => slug);
    expect(await tier("1")).toEqual(["b"]);
    await made.acme.setField(ANN, "b", { name: "tier", value: "2" });
    expect(await tier("2")).toEqual(["b", "c"]);
    expect((await made.acme.changes({ product: "b", limit: 1 })).items).toMatchObject([
      { fields: [["tier", "1", "2"]] },
    ]);
    await made.acme.setField(ANN, "b", { name: "tier" });
    expect(await made.acme.fields("b")).toEqual({});
    await expect(made.acme.setField(ANN, "b", { name: " ", value: "x" })).rejects.toMatchObject({
      code: "store/invalid",
    });
  });

  test("a cursor of another order is refused", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    const { next = "" } = await made.acme.products({ limit: 1 });
    await expect(made.acme.products({ sort: "reach", cursor: next })).rejects.toMatchObject({
      code: "store/bad-cursor",
    });
    await expect(made.acme.products({ cursor: "nonsense" })).rejects.toMatchObject({ code: "store/bad-cursor" });
  });
});

function claim<T>(value: T) {
  return { value, provenance: "declared" as const, confidence: 1, evidence: [] };
}
