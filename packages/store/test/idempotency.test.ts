/** A key, the answer to it and what was written are one: all of them are there, or none. */
import { describe, expect, test } from "vitest";
import type { KeptAnswer, OrganisationStore } from "../src/index.ts";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, part, snapshot } from "./snapshots.ts";

const PARTS = snapshot([part("app", { uses: ["core"] }), part("core")]);

async function rename(store: OrganisationStore, name: string): Promise<KeptAnswer> {
  return { status: 201, text: JSON.stringify(await store.correct(ANN, { kind: "rename", product: "core", name })) };
}

async function revisionsOf(store: OrganisationStore): Promise<number[]> {
  return (await store.changes({ limit: 500, product: "core" })).items.map(({ revision }) => revision);
}

async function unused(): Promise<KeptAnswer> {
  return await Promise.reject(new Error("is not done again"));
}

function answer(text: string): () => Promise<KeptAnswer> {
  return async () => ({ status: 200, text });
}

describe.each(ENGINES)("idempotency keys on $name", (engine) => {
  test("of a thousand writers at once, those that share a key write once and hear the same", async () => {
    await using made = await makeStore(engine);
    const { acme } = made;
    await acme.ingest(ANN, bytesOf(PARTS));
    const writers = Array.from({ length: 1000 }, (_, place) => `key-${place % 100}`);
    const answers = await Promise.all(
      writers.map(async (key) => ({
        key,
        ...(await acme.once({ key, fingerprint: key }, async (within) => await rename(within, key))),
      })),
    );
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(100);
    const heard = Map.groupBy(answers, ({ key }) => key);
    for (const [key, told] of heard) expect([key, new Set(told.map(({ text }) => text)).size]).toEqual([key, 1]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(100);
    expect(await revisionsOf(acme)).toEqual(Array.from({ length: 101 }, (_, place) => 101 - place));
  }, 60_000);

  test("what fails, at whatever point, leaves neither key nor change", async () => {
    await using made = await makeStore(engine);
    const { acme } = made;
    await acme.ingest(ANN, bytesOf(PARTS));
    const request = { key: "k", fingerprint: "f" };
    const dying = acme.once(request, async (within) => {
      await rename(within, "half done");
      throw new Error("the process ends here");
    });
    await expect(dying).rejects.toThrow("the process ends here");
    expect((await acme.product("core"))?.row.name).toBe("core");
    expect(await revisionsOf(acme)).toEqual([1]);
    const first = await acme.once(request, async (within) => await rename(within, "done"));
    expect(first).toMatchObject({ status: 201, replayed: false });
    expect(await acme.once(request, unused)).toEqual({ ...first, replayed: true });
    await expect(acme.once({ ...request, fingerprint: "another" }, unused)).rejects.toMatchObject({
      code: "store/key-mismatch",
    });
  });

  test("a part that finds nothing to do takes back only itself, and reach follows what was written", async () => {
    await using made = await makeStore(engine);
    const { acme } = made;
    const upload = await acme.uploads.begin("ann");
    await acme.uploads.add(upload, 0, Buffer.from(JSON.stringify(PARTS)));
    const done = await acme.once({ key: "k", fingerprint: "f" }, async (within) => {
      const result = await within.uploads.finish(ANN, upload);
      const again = await within.ingest(ANN, bytesOf(PARTS));
      return { status: 201, text: `${result.known} ${again.known}` };
    });
    expect(done.text).toBe("false true");
    expect((await acme.product("core"))?.row.reach).toBe(1);
    expect(await acme.uploads.status(upload)).toBeUndefined();
  });

  test("keys of another organisation are others", async () => {
    await using made = await makeStore(engine);
    await using other = await makeStore(engine);
    expect((await made.acme.once({ key: "k", fingerprint: "f" }, answer("one"))).text).toBe("one");
    expect((await other.acme.once({ key: "k", fingerprint: "g" }, answer("two"))).text).toBe("two");
  });
});
