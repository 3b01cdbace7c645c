import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@freehold/store";
import { expect, test, vi } from "vitest";
import { assessApart } from "../../src/api/assessing/assess-apart.ts";
import { smallSnapshot } from "../small-snapshot.ts";

const PATIENTLY = { timeout: 60_000, interval: 50 };

test("what waits is judged in a thread beside, and its figures are columns of lists", async () => {
  const folder = await mkdtemp(join(tmpdir(), "freehold-assess-"));
  const at = join(folder, "freehold.db");
  const store = await openStore({ at });
  const failures: unknown[] = [];
  const assessing = assessApart(at, store, (error) => failures.push(error));
  try {
    await store.createOrganisation({ id: "acme", name: "Acme" });
    const acme = await store.forOrganisation("acme");
    const bytes = Buffer.from(JSON.stringify(smallSnapshot()));
    await acme.ingest(
      { actor: "ann@acme.example", kind: "person" },
      (async function* () {
        yield bytes;
      })(),
    );
    await vi.waitFor(async () => expect(await store.toAssess()).toEqual([]), PATIENTLY);
    const { items } = await acme.products({ filter: { hidden: false } });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ assessment }) => assessment !== undefined)).toBe(true);
    expect(failures).toEqual([]);
  } finally {
    await assessing.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
}, 90_000);

test("a thread that can't open the database says so, and the server goes on", async () => {
  const failures: unknown[] = [];
  const store = { toAssess: async () => ["acme"] };
  const assessing = assessApart(join(tmpdir(), "no-such-folder", "freehold.db"), store, (error) =>
    failures.push(error),
  );
  try {
    await vi.waitFor(() => expect(failures).toHaveLength(1), PATIENTLY);
  } finally {
    await assessing.stop();
  }
}, 90_000);
