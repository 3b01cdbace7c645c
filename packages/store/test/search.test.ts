import { describe, expect, test } from "vitest";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, ownedBy, part, snapshot } from "./snapshots.ts";

const PARTS = [
  part("payment-gateway", { uses: ["ledger-core"], more: { mission: claim("Takes money from café customers") } }),
  part("ledger-core", { more: ownedBy("grace@acme.example", "Grace Hopper") }),
  part("mail", { uses: ["ledger-core"], more: { aliases: ["pkg:npm/%40acme/post-office"] } }),
];

describe.each(ENGINES)("search on $name", (engine) => {
  test.each([
    ["payment", ["payment-gateway"]],
    ["gateway pay", ["payment-gateway"]],
    ["money customers", ["payment-gateway"]],
    ["hopper", ["ledger-core"]],
    ["post-office", ["mail"]],
    ["edger-co", ["ledger-core"]],
    ["ateway", ["payment-gateway"]],
    ["packages", ["ledger-core", "mail", "payment-gateway"]],
    ["zzorg1zz", []],
    [`"); drop table product; --`, []],
    ["'", []],
    ["100%", []],
    ["", []],
  ])("%j finds %j", async (text, expected) => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    expect((await made.acme.search(text)).items.map(({ slug }) => slug)).toEqual(expected);
  });

  test("what it was called before finds it, what is gone is not found", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    const [first, second] = PARTS;
    if (first === undefined || second === undefined) throw new Error("two parts are needed");
    const renamed = { ...first, product: { ...first.product, slug: "checkout", name: "Checkout" } };
    await made.acme.ingest(ANN, bytesOf(snapshot([renamed, second])));
    expect((await made.acme.search("payment-gateway")).items.map(({ slug }) => slug)).toEqual(["checkout"]);
    expect((await made.acme.product("payment-gateway"))?.row.slug).toBe("checkout");
    expect((await made.acme.search("mail")).items).toEqual([]);
  });

  test("facets add up to the count, with and without the cube", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    expect((await made.acme.facets()).owned).toEqual([
      { value: "0", count: 2 },
      { value: "1", count: 1 },
    ]);
    expect((await made.acme.facets({ owner: "grace@acme.example" })).kind).toEqual([{ value: "product", count: 1 }]);
  });
});

function claim<T>(value: T) {
  return { value, provenance: "inferred" as const, confidence: 0.5, evidence: [] };
}
