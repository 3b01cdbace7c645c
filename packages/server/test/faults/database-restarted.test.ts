/** The database goes away under load and comes back: requests are told so, nothing is lost, no server is restarted. */
import { openStore } from "@freehold/store";
import { expect, test } from "vitest";
import { createPortfolioApp } from "../../src/api/app.ts";
import type { Actor } from "../../src/api/actor.ts";
import { smallSnapshot } from "../small-snapshot.ts";
import { makeCluster, PROGRAMS } from "./cluster.ts";

test.skipIf(PROGRAMS === undefined)("a database that is restarted under load", { timeout: 180_000 }, async () => {
  await using cluster = await makeCluster(PROGRAMS ?? "");
  await cluster.start();
  const store = await openStore({ at: cluster.url });
  await store.createOrganisation({ id: "acme", name: "Acme" });
  const actor: Actor = { id: "ann", kind: "person", organisation: "acme", may: () => true };
  const app = await createPortfolioApp({ store, authenticate: () => actor });
  const headers = { host: "127.0.0.1:4000" };
  const pushed = await app.inject({
    method: "POST",
    url: "/api/v1/snapshots",
    payload: { ...smallSnapshot() },
    headers,
  });
  expect(pushed.statusCode).toBe(201);

  const acknowledged: string[] = [];
  const refused = new Set<string>();
  let sent = 0;
  const until = { ended: false };
  const writer = async () => {
    while (!until.ended) {
      const name = `name ${sent++}`;
      const answer = await app.inject({
        method: "POST",
        url: "/api/v1/products/prd_api/corrections",
        payload: { kind: "rename", name },
        headers: { ...headers, "idempotency-key": name.replace(" ", "-") },
      });
      if (answer.statusCode === 201) acknowledged.push(name);
      else refused.add(`${answer.statusCode} ${String(answer.headers["retry-after"])}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const writers = Promise.all([writer(), writer(), writer()]);
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(3);
  await cluster.stop();
  await expect.poll(() => refused.size, { timeout: 30_000 }).toBeGreaterThan(0);
  const read = await app.inject({ url: "/api/v1/products", headers });
  expect([read.statusCode, read.headers["retry-after"]]).toEqual([503, "1"]);
  expect(read.json()).toMatchObject({ type: "/api/problems/unavailable" });
  await cluster.start();
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before + 3);
  until.ended = true;
  await writers;

  expect([...refused]).toEqual(["503 1"]);
  const { items } = await (await store.forOrganisation("acme")).changes({ product: "prd_api", limit: 500 });
  const named = items.flatMap(({ fields }) => fields.filter(([field]) => field === "name").map(([, , after]) => after));
  expect(new Set(acknowledged).difference(new Set(named))).toEqual(new Set());
  expect(new Set(named).size, "each once").toBe(named.length);
  await app.close();
  await store.close();
});
