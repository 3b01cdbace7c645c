import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type OrganisationStore, type Store } from "@freehold/store";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { startDelivering } from "../../src/events/delivering.ts";
import type { Working } from "../../src/events/working.ts";
import { delayAfter, retryAfter } from "../../src/events/schedule.ts";
import { snapshotBytes } from "../accounts/snapshot.ts";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const ANN = { actor: "ann", kind: "person" } as const;
const MINUTE = 60_000;

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
}

async function receiver(answer: (response: ServerResponse, count: number) => void): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    received.push({ headers: request.headers, body });
    answer(response, received.length);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://hook.test:${port}/`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface World extends AsyncDisposable {
  readonly store: Store;
  readonly acme: OrganisationStore;
  readonly delivering: Working;
  hook(url: string, secrets?: readonly string[]): Promise<string>;
  /** Time goes on a little: of revisions within one millisecond each is one later. */
  ingest(name?: string): Promise<void>;
  advance(milliseconds: number): void;
}

/** A store with events of two products, and a delivering of which every turn is the test's. */
async function makeWorld({ timeout = 10_000 } = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "freehold-events-"));
  let now = Date.now();
  const store = await openStore({ at: join(folder, "freehold.db"), now: () => now });
  await store.createOrganisation({ id: "default", name: "Acme" });
  const acme = await store.forOrganisation("default");
  const delivering = startDelivering(
    store,
    {
      allow: ["127.0.0.0/8"],
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
      timeout,
      now: () => now,
      random: () => 0,
    },
    (error) => {
      throw error;
    },
  );
  return {
    store,
    acme,
    delivering,
    hook: async (url, secrets = [SECRET]) =>
      (await acme.webhooks.save(ANN, { url, secrets, events: ["product.created"], active: true })).id,
    async ingest(name) {
      await acme.ingest(ANN, snapshotBytes(name));
      now += 100;
    },
    advance: (milliseconds) => void (now += milliseconds),
    async [Symbol.asyncDispose]() {
      await delivering.stop();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

describe("deliveries", () => {
  it("are signed as Standard Webhooks asks, thin, and made once", async () => {
    await using world = await makeWorld();
    await using hooked = await receiver((response) => response.writeHead(204).end());
    const older = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
    const id = await world.hook(hooked.url, [SECRET, older]);
    await world.ingest("<script>alert(1)</script>");
    await world.delivering.turn();
    await world.delivering.turn();
    expect(hooked.received).toHaveLength(2);
    for (const { headers, body } of hooked.received) {
      for (const secret of [SECRET, older]) {
        const told = new Webhook(secret).verify(body, headers as Record<string, string>);
        expect(told).toMatchObject({ type: "product.created", data: { organisation: "default" } });
      }
      expect(() => new Webhook(SECRET).verify(`${body} `, headers as Record<string, string>)).toThrow();
      expect(body).not.toContain("alert");
    }
    expect(await world.acme.webhooks.deliveries(id)).toMatchObject([{ state: "done" }, { state: "done" }]);
  });

  it("are tried again after an error or a redirect, under the same id, which is never followed", async () => {
    await using world = await makeWorld();
    await using elsewhere = await receiver((response) => response.writeHead(200).end());
    await using hooked = await receiver((response, count) => {
      if (count <= 2) response.writeHead(302, { location: elsewhere.url }).end();
      else if (count <= 4) response.writeHead(500).end("x".repeat(100_000));
      else response.writeHead(200).end();
    });
    const id = await world.hook(hooked.url);
    await world.ingest();
    await world.delivering.turn();
    expect(elsewhere.received).toEqual([]);
    const first = await world.acme.webhooks.deliveries(id);
    expect(first).toMatchObject([
      { state: "pending", status: 302 },
      { state: "pending", status: 302 },
    ]);
    expect((await world.acme.webhooks.list())[0]?.failing).toBeDefined();
    await world.delivering.turn();
    expect(hooked.received).toHaveLength(2);
    world.advance(6000);
    await world.delivering.turn();
    world.advance(6 * MINUTE);
    await world.delivering.turn();
    expect((await world.acme.webhooks.deliveries(id)).map(({ state }) => state)).toEqual(["done", "done"]);
    expect(new Set(hooked.received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
    expect((await world.acme.webhooks.list())[0]).not.toHaveProperty("failing");
  });

  it("end where the receiver is gone, and can be sent once more", async () => {
    await using world = await makeWorld();
    await using hooked = await receiver((response, count) => response.writeHead(count <= 2 ? 410 : 200).end());
    const id = await world.hook(hooked.url);
    await world.ingest();
    await world.delivering.turn();
    const [webhook] = await world.acme.webhooks.list();
    expect(webhook?.active).toBe(false);
    const [delivery] = await world.acme.webhooks.deliveries(id);
    expect(delivery).toMatchObject({ state: "dead", status: 410 });
    if (webhook === undefined || delivery === undefined) throw new Error("nothing there");
    await world.acme.webhooks.save(ANN, { ...webhook, active: true });
    await world.acme.webhooks.replay(delivery.id);
    await world.delivering.turn();
    expect((await world.acme.webhooks.deliveries(id)).map(({ state }) => state).sort()).toEqual(["dead", "done"]);
  });

  it("wait no longer than they should for a receiver that hangs, and hold up no other", async () => {
    await using world = await makeWorld({ timeout: 300 });
    await using hanging = await receiver(() => undefined);
    await using hooked = await receiver((response) => response.writeHead(200).end());
    const id = await world.hook(hanging.url);
    await world.hook(hooked.url);
    await world.ingest();
    await world.delivering.turn();
    expect(hooked.received).toHaveLength(2);
    const [delivery] = await world.acme.webhooks.deliveries(id);
    expect(delivery).toMatchObject({ state: "pending", error: "no answer within 0.3 seconds" });
  });

  it("to a receiver that never answers are given up after the last attempt, and others never wait for them", async () => {
    await using world = await makeWorld({ timeout: 50 });
    await using hanging = await receiver(() => undefined);
    await using hooked = await receiver((response) => response.writeHead(200).end());
    const id = await world.hook(hanging.url);
    await world.hook(hooked.url);
    await world.ingest();
    const states = async () => (await world.acme.webhooks.deliveries(id)).map(({ state }) => state);
    let turns = 0;
    for (; (await states()).includes("pending") || turns === 0; turns++) {
      await world.delivering.turn();
      world.advance(86_400_000);
    }
    expect([turns, await states()]).toEqual([10, ["dead", "dead"]]);
    expect(new Set(hooked.received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
    expect((await world.acme.webhooks.list()).filter(({ active }) => active)).toHaveLength(1);
    const attempts = hanging.received.length;
    await world.delivering.turn();
    expect(hanging.received).toHaveLength(attempts);
  });

  it("never reach what is private", async () => {
    await using world = await makeWorld();
    const id = await world.hook("http://169.254.169.254/latest/meta-data/");
    await world.ingest();
    await world.delivering.turn();
    expect((await world.acme.webhooks.deliveries(id))[0]).toMatchObject({
      state: "pending",
      error: "not sent: 169.254.169.254 is 169.254.169.254, which is no public address",
    });
  });
});

describe("the schedule", () => {
  it("tries ten times over three days, later where the receiver asks for it", () => {
    const delays = Array.from({ length: 10 }, (_, attempt) => delayAfter(attempt + 1, 0));
    expect(delays.map((delay) => (delay === undefined ? undefined : delay / 1000))).toEqual([
      5,
      300,
      1800,
      7200,
      18_000,
      36_000,
      50_400,
      72_000,
      86_400,
      undefined,
    ]);
    expect(delayAfter(1, 0.999)).toBeLessThanOrEqual(6000);
    expect(delayAfter(1, 0, 90_000)).toBe(90_000);
    expect(delayAfter(1, 0, 1e12)).toBe(86_400_000);
  });

  it.each([
    ["120", 120_000],
    ["Thu, 01 Jan 1970 00:00:30 GMT", 20_000],
    ["soon", 0],
    ["-5", 0],
  ])("Retry-After: %s", (header, wait) => {
    expect(retryAfter(header, 10_000)).toBe(wait);
  });
});
