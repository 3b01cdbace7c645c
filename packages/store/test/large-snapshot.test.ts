/** Large snapshots are read in a thread of their own; nobody must be able to tell. */
import { describe, expect, test } from "vitest";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, part, type Part, repository, snapshot } from "./snapshots.ts";

/** More than what is read at once. */
const PARTS = 600;
const PIECE = 65_536;

function parts(): Part[] {
  const description = "what a manifest says at some length ".repeat(110);
  return Array.from({ length: PARTS }, (_, place) =>
    part(`part-${place}`, { uses: place === 0 ? [] : ["part-0", `part-${place - 1}`], unit: { description } }),
  );
}

describe.each(ENGINES)("a large snapshot on $name", (engine) => {
  test("is taken in whole, and only what changed is written the second time", { timeout: 120_000 }, async () => {
    await using made = await makeStore(engine);
    const first = parts();
    const result = await made.acme.ingest(ANN, bytesOf(snapshot(first), PIECE));
    expect(result).toMatchObject({ known: false, units: PARTS, products: PARTS, changed: { units: PARTS } });
    expect((await made.acme.product("part-0"))?.row).toMatchObject({ dependents: PARTS - 1, reach: PARTS - 1 });
    expect((await made.acme.unit("acme/main#npm:part-7"))?.description).toContain("at some length");
    expect(await made.acme.ingest(ANN, bytesOf(snapshot(first), PIECE))).toMatchObject({ known: true, revision: 1 });

    const renamed = part("part-5", { uses: ["part-0", "part-4"], more: { name: "Fifth" }, unit: { version: "2.0.0" } });
    const second = [...first.slice(0, 5), renamed, ...first.slice(6, -1)];
    expect(await made.acme.ingest(ANN, bytesOf(snapshot(second), PIECE))).toMatchObject({
      units: PARTS - 1,
      changed: { units: 1, products: 2 },
    });
    expect((await made.acme.product("part-5"))?.row).toMatchObject({ name: "Fifth", version: 2 });
    expect((await made.acme.product(`prd_part-${PARTS - 1}`))?.row.gone).toBe("retired");
    expect(await made.acme.count()).toBe(PARTS - 1);

    expect(await made.acme.ingest(ANN, bytesOf(snapshot(first.with(5, renamed)), PIECE))).toMatchObject({
      changed: { units: 1 },
    });
    expect((await made.acme.product(`part-${PARTS - 1}`))?.row.gone).toBeUndefined();
  });

  test("is refused as a whole, with the place of what is wrong", { timeout: 120_000 }, async () => {
    await using made = await makeStore(engine);
    const wrong = part("wrong", { unit: { consumes: [{ id: "no identifier" }] as never } });
    const all = parts();
    await expect(made.acme.ingest(ANN, bytesOf(snapshot([...all, wrong]), PIECE))).rejects.toMatchObject({
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: "snapshot/invalid", pointer: `/units/${PARTS}/consumes/0/id` }),
      ]),
    });
    const astray = part("astray", { unit: { repository: "acme/elsewhere" } });
    await expect(
      made.acme.ingest(ANN, bytesOf(snapshot([...all, astray], { repositories: [repository("acme/main")] }), PIECE)),
    ).rejects.toMatchObject({
      refusals: [
        expect.objectContaining({ code: "snapshot/unknown-repository", pointer: `/units/${PARTS}/repository` }),
      ],
    });
    const cut = JSON.stringify(snapshot(all)).slice(0, -100);
    await expect(made.acme.ingest(ANN, bytesOf(cut, PIECE))).rejects.toMatchObject({
      refusals: [expect.objectContaining({ code: "snapshot/invalid-json" })],
    });
    expect(await made.acme.count()).toBe(0);
  });

  test("whose sender breaks off leaves nothing, and what follows is taken in", { timeout: 120_000 }, async () => {
    await using made = await makeStore(engine);
    await expect(made.acme.ingest(ANN, brokenOff(bytesOf(snapshot(parts()), PIECE)))).rejects.toThrow("broke off");
    expect(await made.acme.count()).toBe(0);
    await made.acme.ingest(ANN, bytesOf(snapshot([part("small")])));
    expect(await made.acme.count()).toBe(1);
  });
});

async function* brokenOff(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = 40;
  for await (const chunk of chunks) {
    if (left-- === 0) throw new Error("the sender broke off");
    yield chunk;
  }
}
