/** A disk that is full says so by 507, keeps what was, and goes on when there is room: the same requests then work. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@freehold/store";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/api/actor.ts";
import { createPortfolioApp } from "../../src/api/app.ts";
import { smallSnapshot } from "../small-snapshot.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "freehold-full-"))));
afterAll(async () => await rm(folder, { recursive: true }));

const actor: Actor = { id: "ann", kind: "person", organisation: "acme", may: () => true };

async function serverOver(store: Store) {
  const app = await createPortfolioApp({ store, authenticate: () => actor });
  return {
    ask: async (request: InjectOptions) =>
      await app.inject({ ...request, headers: { host: "127.0.0.1:4000", ...request.headers } }),
    async close() {
      await app.close();
      await store.close();
    },
  };
}

/** Too much for the room that is left. */
function largeSnapshot() {
  const small = smallSnapshot();
  const [unit] = small.units;
  if (unit === undefined) throw new Error("no unit");
  const units = Array.from({ length: 800 }, (_, place) => ({
    ...unit,
    id: `large#npm:part-${place}`,
    name: `part-${place}`,
    repository: "large",
    provides: [{ id: `pkg:npm/part-${place}`, evidence: [] }],
  }));
  const repositories = small.repositories.map((repository) => ({ ...repository, id: "large", name: "large" }));
  return { ...small, repositories, units, products: [], people: [], problems: [], violations: [] };
}

function rename(name: string, key: string): InjectOptions {
  return {
    method: "POST",
    url: "/api/v1/products/prd_api/corrections",
    headers: { "idempotency-key": key },
    payload: { kind: "rename", name },
  };
}

test(
  "a full disk refuses by 507, takes nothing by halves, and is gone when there is room",
  { timeout: 120_000 },
  async () => {
    const at = join(folder, "freehold.db");
    const first = await openStore({ at });
    await first.createOrganisation({ id: "acme", name: "Acme" });
    const before = await serverOver(first);
    expect(
      (await before.ask({ method: "POST", url: "/api/v1/snapshots", payload: { ...smallSnapshot() } })).statusCode,
    ).toBe(201);
    const pages = Math.ceil((await first.size()) / 4096);
    await before.close();

    const full = await serverOver(await openStore({ at, maxPages: pages + 8 }));
    const push = { method: "POST", url: "/api/v1/snapshots", payload: largeSnapshot() } as const;
    const state = async ({ ask }: typeof full) =>
      await Promise.all(
        ["products", "changes", "snapshots"].map(async (url) => (await ask({ url: `/api/v1/${url}` })).json()),
      );
    const was = await state(full);
    const refused = await full.ask(push);
    expect([refused.statusCode, refused.json()]).toMatchObject([507, { type: "/api/problems/storage-full" }]);
    expect(await state(full)).toEqual(was);

    // Small changes go on until none does; each is there as a whole or not at all.
    const answers: number[] = [];
    const taken: string[] = [];
    const left: string[] = [];
    for (let count = 0; count < 400 && left.length === 0; count++) {
      const name = `name ${count} ${"x".repeat(150)}`;
      const { statusCode } = await full.ask(rename(name, `key-${count}`));
      answers.push(statusCode);
      (statusCode === 201 ? taken : left).push(name);
    }
    expect(new Set(answers)).toEqual(new Set([201, 507]));
    const now = await full.ask({ url: "/api/v1/products/prd_api" });
    expect([now.statusCode, now.json().row.name]).toEqual([200, taken.at(-1)]);
    expect((await full.ask({ url: "/api/v1/products" })).statusCode).toBe(200);
    await full.close();

    const roomy = await serverOver(await openStore({ at }));
    const again = await roomy.ask(rename(left[0] ?? "", `key-${taken.length}`));
    expect([again.statusCode, again.headers["idempotency-replayed"]], "a failure kept no key").toEqual([
      201,
      undefined,
    ]);
    const repeated = await roomy.ask(rename(taken[0] ?? "", "key-0"));
    expect(repeated.statusCode, "what was done is not done again").toBe(201);
    expect((await roomy.ask({ url: "/api/v1/products/prd_api" })).json().row.name).toBe(left[0]);
    expect((await roomy.ask(push)).statusCode).toBe(201);
    expect((await roomy.ask({ url: "/api/v1/repositories" })).json().items).toHaveLength(2);
    await roomy.close();
  },
);
