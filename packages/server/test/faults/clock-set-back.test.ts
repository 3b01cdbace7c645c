/** The machine's clock is set back by a day under a running server: nothing stands still, nothing comes twice or in another order. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@freehold/store";
import { afterEach, expect, test, vi } from "vitest";
import { startPortfolioServer } from "../../src/api/start.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { smallSnapshot } from "../small-snapshot.ts";

const DAY = 24 * 3_600_000;

afterEach(() => vi.useRealTimers());

function setBack(milliseconds: number): void {
  const now = Date.now() - milliseconds;
  vi.useFakeTimers({ toFake: ["Date"], now });
}

test("a clock that is set back by a day", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "freehold-clock-"));
  const told: string[] = [];
  const receiver = createServer(async (request, response) => {
    for await (const _ of request);
    told.push(String(request.headers["webhook-id"]));
    response.writeHead(204).end();
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const settings = settingsSchema.parse({
    port: 0,
    accounts: "on",
    "log.level": "silent",
    "webhooks.allow": "127.0.0.0/8",
    "sources.allow": "127.0.0.0/8",
  });
  const database = join(folder, "freehold.db");
  const server = await startPortfolioServer({ database, settings });
  let cookie = "";
  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { cookie, origin: server.address, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) cookie = line.split(";")[0] ?? cookie;
    return { status: response.status, body: JSON.parse((await response.text()) || "{}") };
  };
  const rename = async (name: string) =>
    await send("POST", "/api/v1/products/prd_api/corrections", { kind: "rename", name }, { "idempotency-key": name });

  const secret = new URL(server.setup ?? "").hash.slice(1);
  const ann = { name: "Ann", email: "ann@acme.example", password: "correct horse battery" };
  expect((await send("POST", "/api/v1/join", { secret, ...ann })).status).toBe(200);
  const { token } = (await send("POST", "/api/v1/tokens", { name: "CI", scopes: ["read"] })).body;
  expect((await send("POST", "/api/v1/snapshots", smallSnapshot())).status).toBe(201);
  expect((await send("POST", "/api/v1/webhooks", { url: hook, events: ["product.*"] })).status).toBe(201);
  const before = await rename("before");
  const page = (await send("GET", "/api/v1/changes?limit=2")).body;
  const source = await send("POST", "/api/v1/sources", { kind: "git", url: "https://127.0.0.1:9/none.git" });
  expect(source.status).toBe(201);

  setBack(DAY);
  expect((await send("GET", "/api/v1/session")).body.account).toMatchObject({ email: ann.email });
  const bearer = { authorization: `Bearer ${token}`, cookie: "", origin: "" };
  expect((await send("GET", "/api/v1/products", undefined, bearer)).status).toBe(200);
  expect((await rename("before")).body, "a key from before").toEqual(before.body);
  const after = await rename("after");
  expect(after.status).toBe(201);
  expect((await rename("after")).body).toEqual(after.body);

  const changes = (await send("GET", "/api/v1/changes?limit=100")).body.items as { revision: number; at: string }[];
  const ordered = changes.toSorted((a, b) => b.revision - a.revision);
  expect(changes.map(({ revision }) => revision)).toEqual(ordered.map(({ revision }) => revision));
  expect(ordered.map(({ at }) => at)).toEqual(
    ordered
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  const rest = (await send("GET", `/api/v1/changes?limit=100&cursor=${page.next}`)).body.items as typeof changes;
  expect(rest, "a cursor from before goes on from where it was").toEqual(changes.slice(-rest.length));

  const jobs = async () => (await send("GET", "/api/v1/jobs")).body.items as { state: string; started?: string }[];
  await expect.poll(async () => (await jobs())[0]?.started, { timeout: 60_000 }).toBeDefined();
  await expect.poll(() => told.length, { timeout: 60_000 }).toBeGreaterThan(1);
  expect(new Set(told).size, "each event once").toBe(told.length);
  await server.close();

  // Another process starts with the clock as it is now: what was known before is still before what is done now.
  const store = await openStore({ at: database, now: Date.now });
  const organisation = await store.forOrganisation("default");
  const { revision } = organisation;
  await organisation.correct({ actor: "ann", kind: "person" }, { kind: "rename", product: "prd_api", name: "later" });
  const { items } = await organisation.changes({ limit: 5 });
  expect(items[0]).toMatchObject({ revision: revision + 1 });
  expect(items[0]?.at).toBeGreaterThan(items.find((item) => item.revision <= revision)?.at ?? Infinity);
  await store.close();
  receiver.closeAllConnections();
  receiver.close();
  await rm(folder, { recursive: true });
});
