/** Server-sent events over real connections, with two servers on one database. */
import { createClient, listen, type OrganisationEvent } from "@freehold/client";
import { openStore, type Store } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "../../src/api/actor.ts";
import { createPortfolioApp } from "../../src/api/app.ts";
import { openListener } from "../../src/events/stream/listener.ts";
import { HttpProblem } from "../../src/problem-details.ts";
import { DATABASES } from "../api/databases.ts";
import { smallSnapshot } from "../small-snapshot.ts";

const ANN = { actor: "ann", kind: "person" } as const;
const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

interface Server {
  readonly address: string;
  readonly app: FastifyInstance;
  readonly store: Store;
  /** May it be read by whoever asks now? */
  readonly rights: { read: boolean };
}

async function serving(at: string): Promise<Server> {
  const store = await openStore({ at });
  const known = (await store.organisations()).map(({ id }) => id);
  for (const id of ["acme", "other"]) if (!known.includes(id)) await store.createOrganisation({ id, name: id });
  const rights = { read: true };
  const actor: Actor = { id: "ann", kind: "person", organisation: "acme", may: () => rights.read };
  const app = await createPortfolioApp({ store, authenticate: () => actor });
  ending.push(async () => {
    await app.close();
    await store.close();
  });
  return { address: await app.listen({ port: 0, host: "127.0.0.1" }), app, store, rights };
}

async function made(name: string): Promise<string> {
  const database = DATABASES.find(({ engine }) => engine === name);
  const { at, remove } = (await database?.make()) ?? { at: "", remove: async () => {} };
  ending.push(remove);
  return at;
}

async function rename({ store }: Server, name: string): Promise<void> {
  await (await store.forOrganisation("acme")).correct(ANN, { kind: "rename", product: "prd_api", name });
}

async function push({ store }: Server): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(smallSnapshot()));
  await (
    await store.forOrganisation("acme")
  ).ingest(
    ANN,
    (async function* () {
      yield bytes;
    })(),
  );
}

/** What is told from now on, and whether it ended. */
function heard(server: Server, more: { readonly after?: number } = {}) {
  const events: OrganisationEvent[] = [];
  const stop = new AbortController();
  const ended = (async () => {
    for await (const event of listen(createClient({ server: server.address }), {
      organisation: "acme",
      signal: stop.signal,
      ...more,
    })) {
      events.push(event);
    }
  })();
  ended.catch(() => undefined);
  ending.push(async () => stop.abort());
  return { events, ended, stop };
}

async function raw(server: Server, path: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  ending.push(async () => stop.abort());
  const response = await fetch(`${server.address}/api/v1/organisations/${path}`, { headers, signal: stop.signal });
  return { response, read: async () => await text(response) };
}

/** What comes within a second. */
async function text(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const until = Date.now() + 1200;
  let all = "";
  while (Date.now() < until) {
    const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), Math.max(0, until - Date.now())));
    const next = await Promise.race([reader?.read(), late]);
    if (next === undefined || next.done) break;
    all += next.value;
  }
  return all;
}

describe.each(DATABASES)("server-sent events on $engine", ({ engine }) => {
  test("tell of what another server on the same database wrote, in order, each once", async () => {
    if (engine === "sqlite") {
      const one = await serving(await made(engine));
      const { events } = heard(one, { after: 0 });
      await push(one);
      await rename(one, "Orders");
      await expect.poll(() => events.length, { timeout: 5000 }).toBe(4);
      return;
    }
    const at = await made(engine);
    const [one, two] = [await serving(at), await serving(at)];
    const { events } = heard(one, { after: 0 });
    await push(two);
    for (const name of ["Orders", "Order desk"]) await rename(two, name);
    await expect.poll(() => events.length, { timeout: 5000 }).toBe(5);
    expect(events.slice(3)).toMatchObject([
      { type: "product.changed", subject: "prd_api", revision: 2, fields: expect.arrayContaining(["name"]) },
      { type: "product.changed", subject: "prd_api", revision: 3 },
    ]);
    expect(JSON.stringify(events)).not.toContain("Order desk");
  });
});

describe("a stream", () => {
  test("goes on where it broke off, and says when it can't", async () => {
    const server = await serving(":memory:");
    await push(server);
    await rename(server, "one");
    await rename(server, "two");
    const again = await raw(server, "acme/events", { "last-event-id": "2.0" });
    expect(again.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const said = await again.read();
    expect([...said.matchAll(/^id: (.*)$/gm)].map(([, id]) => id)).toEqual(["2.0", "3.0"]);
    expect(said).toContain("retry: 3000");
    const unknown = await raw(server, "acme/events", { "last-event-id": "900.1" });
    expect(await unknown.read()).toContain('id: 3\ndata: {"type":"reset","revision":3}');
    expect((await raw(server, "acme/events", { "last-event-id": "x" })).response.status).toBe(400);
  });

  test("of another organisation is not found, whether there is one or not", async () => {
    const server = await serving(":memory:");
    for (const organisation of ["other", "nobody"]) {
      const { response } = await raw(server, `${organisation}/events`);
      expect([response.status, response.headers.get("content-type")]).toEqual([
        404,
        "application/problem+json; charset=utf-8",
      ]);
    }
  });

  test("ends when who listens may no longer read, before anything more is told", async () => {
    const server = await serving(":memory:");
    await push(server);
    const { events, ended } = heard(server, { after: 1 });
    await rename(server, "Orders");
    await expect.poll(() => events.length, { timeout: 5000 }).toBe(1);
    server.rights.read = false;
    await rename(server, "Order desk");
    await expect(ended).rejects.toMatchObject({ problem: { status: 403 } });
    expect(events).toHaveLength(1);
  });

  test("ends with the server, which waits for nobody", async () => {
    const server = await serving(":memory:");
    const { response } = await raw(server, "acme/events");
    const whole = response.text();
    const before = Date.now();
    await server.app.close();
    expect(await whole).toMatch(/^retry: 3000\nid: \d+\n\n$/);
    expect(Date.now() - before).toBeLessThan(5000);
  });

  test("is one of at most twenty of one person", async () => {
    const server = await serving(":memory:");
    const open = await Promise.all(Array.from({ length: 20 }, async () => await raw(server, "acme/events")));
    expect(open.every(({ response }) => response.status === 200)).toBe(true);
    expect((await raw(server, "acme/events")).response.status).toBe(429);
  });
});

describe("a listener", () => {
  const options = {
    organisation: "acme",
    who: "ann",
    from: { revision: 1 },
    missed: false,
    judgeAgain: async () => {},
  };
  const event = { id: "evt_1_2_0", organisation: "acme", type: "product.changed", subject: "prd_a", at: 0 };
  const eventsOf = (count: number) =>
    Array.from({ length: count }, (_, ordinal) => ({ ...event, revision: 2, ordinal, data: undefined, attempts: 0 }));

  test("is told to read again instead of a thousand events", async () => {
    const listener = openListener(options);
    listener.advance(2, async (_, limit) => eventsOf(limit));
    await expect.poll(() => String(listener.stream.read() ?? "")).toContain('data: {"type":"reset","revision":2}');
    listener.stream.destroy();
  });

  test("that does not read is cut off", async () => {
    const listener = openListener(options);
    for (let revision = 2; !listener.stream.destroyed && revision < 1000; revision++) {
      listener.advance(revision, async () => eventsOf(200).map((one) => ({ ...one, revision })));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(listener.stream.destroyed).toBe(true);
  });

  test("is judged with every heartbeat", async () => {
    let allowed = true;
    const judgeAgain = async () => {
      if (!allowed) throw new HttpProblem({ status: 401, type: "unauthenticated", title: "", detail: "" });
    };
    const { stream } = openListener({ ...options, judgeAgain, heartbeat: 20 });
    let said = "";
    stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await expect.poll(() => said).toContain(": alive");
    allowed = false;
    await expect.poll(() => stream.readableEnded).toBe(true);
  });
});
