import { describe, expect, test } from "vitest";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, part, snapshot } from "./snapshots.ts";

const START = Date.UTC(2026, 0, 1);

describe.each(ENGINES)("events on $name", (engine) => {
  test("an event waits until it was delivered, survives who dies with it, and can be replayed", async () => {
    let now = START;
    await using made = await makeStore(engine, { now: () => now });
    await made.acme.ingest(ANN, bytesOf(snapshot([part("core")])));
    const claim = async (lease: string) =>
      (await made.store.outbox.claim({ limit: 1000, lease, leaseFor: 1000, now })).filter(
        ({ subject, organisation }) => subject === "prd_core" && organisation === made.organisation,
      );
    const [event] = await claim("first");
    expect(event).toMatchObject({ type: "product.created", revision: 1, attempts: 1 });
    expect(await claim("second")).toEqual([]);
    now += 1000;
    const [again] = await claim("second");
    expect(again).toMatchObject({ id: event?.id, attempts: 2 });
    const id = event?.id ?? "";
    await made.store.outbox.done([id], "first");
    await made.store.outbox.retry(id, "second", now + 5, "503");
    expect(await claim("third")).toEqual([]);
    now += 5;
    expect(await claim("third")).toHaveLength(1);
    await made.store.outbox.bury(id, "third", "410");
    now += 10_000;
    expect(await claim("fourth")).toEqual([]);
    expect(await made.acme.events.dead()).toMatchObject([{ id, error: "410" }]);
    expect(await made.acme.events.replay({ id })).toBe(1);
    expect(await claim("fifth")).toHaveLength(1);
    await made.store.outbox.done([id], "fifth");
    now += 10_000;
    expect(await claim("sixth")).toEqual([]);
    expect(await made.acme.events.replay({ since: 0 })).toBe(1);
  });

  test("an ingest that is refused leaves no event and no audit entry", async () => {
    await using made = await makeStore(engine);
    const wrong = snapshot([part("core"), part("app", { more: { kind: "thing" as never } })]);
    await expect(made.acme.ingest(ANN, bytesOf(wrong))).rejects.toThrow("/products/1/kind");
    expect((await made.acme.changes()).items).toEqual([]);
    expect(await made.acme.events.replay({ since: 0 })).toBe(0);
  });

  test("a webhook has its deliveries, each event once", async () => {
    await using made = await makeStore(engine, { now: () => START });
    const hook = { url: "https://example.test/hook", secrets: ["whsec_1"], events: [], active: true };
    const { id } = await made.acme.webhooks.save(ANN, hook);
    await expect(made.acme.webhooks.save(ANN, { ...hook, id, version: 9 })).rejects.toMatchObject({
      code: "store/version-conflict",
    });
    await made.acme.webhooks.queue("evt_1_1_0", [id]);
    await made.acme.webhooks.queue("evt_1_1_0", [id]);
    const claim = { limit: 1000, lease: "me", leaseFor: 1000, now: START };
    const [delivery] = (await made.store.deliveries.claim(claim)).filter(({ webhook }) => webhook === id);
    if (delivery === undefined) throw new Error("nothing to deliver");
    await made.store.deliveries.settle(delivery, "me", { state: "dead", status: 500, error: "five hundred" });
    expect(await made.acme.webhooks.deliveries(id)).toMatchObject([{ state: "dead", attempts: 1, status: 500 }]);
    await made.acme.webhooks.replay(delivery.id);
    expect(await made.acme.webhooks.deliveries(id)).toMatchObject([{ state: "pending", attempts: 0 }]);
    await made.acme.webhooks.remove(ANN, id);
    expect(await made.acme.webhooks.list()).toEqual([]);
    expect((await made.acme.changes()).items.map(({ action }) => action)).toEqual(["removed", "created"]);
  });
});

describe.each(ENGINES)("work on $name", (engine) => {
  test("a token is found by its hash, in its organisation, and says when it was revoked", async () => {
    await using made = await makeStore(engine);
    const hash = `hash-${made.organisation}`;
    await made.acme.tokens.create(ANN, { id: "t", name: "CI", hash, scopes: ["snapshots:write"], actor: "ann" });
    expect(await made.store.findToken(hash)).toMatchObject({
      organisation: made.organisation,
      scopes: ["snapshots:write"],
    });
    await made.acme.tokens.revoke(ANN, "t");
    expect((await made.store.findToken(hash))?.revoked).toBeDefined();
    await expect(made.acme.tokens.revoke(ANN, "t")).rejects.toMatchObject({ code: "store/not-found" });
  });

  test("an upload goes on where it broke off, in any order of parts", async () => {
    await using made = await makeStore(engine);
    const bytes = Buffer.from(JSON.stringify(snapshot([part("app", { uses: ["core"] }), part("core")])));
    const { uploads } = made.acme;
    const id = await uploads.begin("ann");
    await uploads.add(id, 2, bytes.subarray(200));
    await uploads.add(id, 0, bytes.subarray(0, 100));
    await expect(uploads.finish(ANN, id)).rejects.toMatchObject({ code: "store/conflict", detail: { missing: 1 } });
    expect((await uploads.status(id))?.parts).toEqual([
      { number: 0, bytes: 100 },
      { number: 2, bytes: bytes.length - 200 },
    ]);
    await uploads.add(id, 1, bytes.subarray(100, 200));
    await uploads.add(id, 1, bytes.subarray(100, 200));
    expect(await uploads.finish(ANN, id)).toMatchObject({ products: 2 });
    expect(await uploads.status(id)).toBeUndefined();
    await expect(uploads.add(id, 0, bytes)).rejects.toMatchObject({ code: "store/not-found" });
  });
});
