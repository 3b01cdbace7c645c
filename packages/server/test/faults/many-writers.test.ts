/** A thousand writers at a time, each with a key of its own and each twice: every write is done once, and answered alike. */
import { openStore } from "@freehold/store";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/api/actor.ts";
import { createPortfolioApp } from "../../src/api/app.ts";
import { DATABASES } from "../api/databases.ts";
import { smallSnapshot } from "../small-snapshot.ts";

/** On PostgreSQL each write is ten round trips, and fewer writers wait for each other all the same; `FREEHOLD_WRITERS` for a long run. */
const MOST = Number(process.env["FREEHOLD_WRITERS"] ?? 200);
const PRODUCTS = ["prd_api", "prd_client", "prd_app"];

describe.each(DATABASES)("writers on $engine", (database) => {
  const count = database.engine === "sqlite" ? 1000 : MOST;

  test(`${count} at once, with repeats`, { timeout: 120_000 * Math.max(1, count / 1000, MOST / 200) }, async () => {
    const { at, remove } = await database.make();
    const store = await openStore({ at });
    await store.createOrganisation({ id: "acme", name: "Acme" });
    const actor: Actor = { id: "ann", kind: "person", organisation: "acme", may: () => true };
    const app = await createPortfolioApp({ store, authenticate: () => actor });
    const headers = { host: "127.0.0.1:4000" };
    const payload = { ...smallSnapshot() };
    const pushed = await app.inject({ method: "POST", url: "/api/v1/snapshots", payload, headers });
    expect(pushed.statusCode).toBe(201);

    const write = async (writer: number) =>
      await app.inject({
        method: "POST",
        url: `/api/v1/products/${PRODUCTS[writer % PRODUCTS.length]}/corrections`,
        headers: { ...headers, "idempotency-key": `writer-${writer}` },
        payload: { kind: "rename", name: `named by ${writer}` },
      });
    const writers = Array.from({ length: count }, (_, writer) => writer);
    // The repeat of each is sent before the first was answered.
    const answers = await Promise.all(writers.map(async (writer) => await Promise.all([write(writer), write(writer)])));
    expect(new Set(answers.flat().map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    for (const [one, other] of answers) expect(one.body).toBe(other.body);
    const replayed = answers.flat().filter((answer) => answer.headers["idempotency-replayed"] !== undefined);
    expect(replayed).toHaveLength(count);

    const acme = await store.forOrganisation("acme");
    const names = new Set<unknown>();
    for (const product of PRODUCTS) {
      const { items } = await acme.changes({ product, limit: 500 });
      const said = items.flatMap(({ fields }) =>
        fields.filter(([field]) => field === "name").map(([, , after]) => after),
      );
      for (const name of said.filter((text) => String(text).startsWith("named by"))) {
        expect(names.has(name), "each once").toBe(false);
        names.add(name);
      }
    }
    expect(names).toEqual(new Set(writers.map((writer) => `named by ${writer}`)));
    await app.close();
    await store.close();
    await remove();
  });
});
