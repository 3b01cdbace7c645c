/** Two servers on one PostgreSQL are one to whoever uses them, from their first start on; either may be killed. */
import { createClient, listen, type OrganisationEvent } from "@freehold/client";
import { expect, test } from "vitest";
import { type PortfolioServer, startPortfolioServer } from "../../src/api/start.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { DATABASES } from "../api/databases.ts";
import { smallSnapshot } from "../small-snapshot.ts";

function statuses(answers: readonly { readonly status: number }[]): number[] {
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}

const PATH = "/api/v1/products/prd_api/corrections";
const postgres = DATABASES.find(({ engine }) => engine === "postgres");

test.skipIf(postgres === undefined)("two servers on one database", { timeout: 120_000 }, async () => {
  const { at = "", remove } = (await postgres?.make()) ?? {};
  const settings = settingsSchema.parse({
    port: 0,
    accounts: "on",
    "log.level": "silent",
    "worker.inProcess": false,
  });
  const start = async () => await startPortfolioServer({ database: at, settings });
  // The schema is made by one of them, while the other waits.
  const [one, two] = await Promise.all([start(), start()]);
  let cookie = "";
  const send = async (server: PortfolioServer, method: string, path: string, body?: object, headers: object = {}) => {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { cookie, origin: server.address, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) cookie = line.split(";")[0] ?? cookie;
    return { status: response.status, body: JSON.parse((await response.text()) || "{}"), headers: response.headers };
  };
  const everywhere = async (...request: [method: string, path: string, body?: object, headers?: object]) =>
    await Promise.all([send(one, ...request), send(two, ...request)]);

  // Each printed a link; the link of the later one counts, wherever it is followed, and once.
  const ann = { name: "Ann", email: "ann@acme.example", password: "correct horse battery" };
  const links = [one, two].map(({ setup }) => new URL(setup ?? "").hash.slice(1));
  const joined: Awaited<ReturnType<typeof send>>[] = [];
  for (const secret of links) {
    if (joined.some(({ status }) => status === 200)) break;
    joined.push(...(await everywhere("POST", "/api/v1/join", { secret, ...ann })));
  }
  expect(
    joined.filter(({ status }) => status === 200),
    "one account",
  ).toHaveLength(1);
  expect((await everywhere("GET", "/api/v1/session")).map(({ body }) => body.account)).toEqual(
    [1, 2].map(() => ({ email: ann.email, name: "Ann" })),
  );

  const pushed = await everywhere("POST", "/api/v1/snapshots", smallSnapshot());
  expect(statuses(pushed), "the same snapshot at both is taken once").toEqual([200, 201]);

  const events: OrganisationEvent[] = [];
  const stop = new AbortController();
  const { token } = (await send(one, "POST", "/api/v1/tokens", { name: "listener", scopes: ["read"] })).body;
  const client = createClient({ server: two.address, token });
  const listening = (async () => {
    for await (const event of listen(client, { organisation: "default", signal: stop.signal })) events.push(event);
  })().catch(() => undefined);

  // One write at both at a time, by one key: done once, answered alike.
  const keys = Array.from({ length: 20 }, (_, place) => `name ${place}`);
  for (const name of keys) {
    const key = { "idempotency-key": name.replace(" ", "-") };
    const [a, b] = await everywhere("POST", PATH, { kind: "rename", name }, key);
    expect([a?.status, b?.status, b?.body]).toEqual([201, 201, a?.body]);
  }
  const [here, there] = await everywhere("GET", "/api/v1/products/prd_api");
  expect([here?.body.row.name, there?.body]).toEqual([keys.at(-1), here?.body]);
  expect(here?.headers.get("etag")).toBe(there?.headers.get("etag"));
  const changes = (await send(two, "GET", "/api/v1/changes?limit=100&product=prd_api")).body.items;
  const renames = changes.filter(
    ({ revisionAction }: { revisionAction: string }) => revisionAction === "product.rename",
  );
  expect(renames).toHaveLength(keys.length);
  const missions = async () => await send(one, "POST", PATH, { kind: "edit", mission: `told ${events.length}` });
  await expect.poll(async () => (await missions()) && events.length, { timeout: 60_000 }).toBeGreaterThan(0);

  // A version that one has read is a version at the other.
  const { version } = (await send(two, "GET", "/api/v1/products/prd_api")).body.row;
  const racing = await everywhere("POST", PATH, { kind: "rename", name: "last" }, { "if-match": `"${version}"` });
  expect(statuses(racing)).toEqual([201, 412]);

  // Either ends; the other goes on, and what was revoked there is revoked here.
  await one.close();
  expect((await send(two, "GET", "/api/v1/products")).status).toBe(200);
  const { items } = (await send(two, "GET", "/api/v1/sessions")).body;
  const three = await start();
  expect(three.setup).toBeUndefined();
  for (const { id } of items) await send(three, "DELETE", `/api/v1/sessions/${id}`);
  expect((await send(two, "GET", "/api/v1/products")).status).toBe(401);
  stop.abort();
  await listening;
  await two.close();
  await three.close();
  await remove?.();
});
