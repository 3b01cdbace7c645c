/** A store with the tools that jobs are done with, over a small forge; jobs are done when the test says so. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClones, openWeb, type Reach } from "@freehold/sources";
import { openStore, type OrganisationStore, type Store } from "@freehold/store";
import { sourceBodySchema } from "../../src/api/schemas/source.ts";
import { type SourceRules, sourceRules } from "../../src/sources/rules.ts";
import { saveSource } from "../../src/sources/save-source.ts";
import { listJob } from "../../src/sources/source-work.ts";
import { runJob } from "../../src/sources/work/run-job.ts";
import { scanApart } from "../../src/sources/work/scan-apart.ts";
import { scanOne } from "../../src/sources/work/scan-one.ts";
import type { WorkTools } from "../../src/sources/work/work.ts";

export interface TestWork extends AsyncDisposable {
  readonly store: Store;
  readonly acme: OrganisationStore;
  readonly rules: SourceRules;
  readonly tools: WorkTools;
  /** Makes a source as the API does, and returns its id. */
  add(body: object): Promise<string>;
  /** Does all jobs that are due, and those that come of them. How many there were. */
  drain(): Promise<number>;
  pass(milliseconds: number): void;
  now(): number;
}

function unexpected(error: unknown): void {
  throw error;
}

const reach: Reach = async ({ hostname }) => ({ address: hostname, family: 4 });

export async function makeWork({ at = ":memory:", apart = false } = {}): Promise<TestWork> {
  const folder = await mkdtemp(join(tmpdir(), "freehold-work-"));
  let moved = 0;
  const now = () => Date.now() + moved;
  const store = await openStore({ at, now });
  const known = await store.organisations();
  if (!known.some(({ id }) => id === "acme")) await store.createOrganisation({ id: "acme", name: "Acme" });
  const acme = await store.forOrganisation("acme");
  const rules = sourceRules(store);
  const web = openWeb(reach);
  const clones = openClones({ folder, mostBytes: 1024 ** 3, mostBytesEach: 1024 ** 3, reach });
  const places = { environment: { FREEHOLD_CREDENTIAL_ACME: "from-the-environment" }, folder: undefined };
  // A process of its own for each takes seconds on a busy machine; one test has them.
  const scan: WorkTools["scan"] = apart ? scanApart : async (call) => await scanOne(call, call.onProgress);
  const tools: WorkTools = { store, rules, web, reach, clones, places, scan, scanTime: 120_000, now };
  return {
    store,
    acme,
    rules,
    tools,
    async add(body) {
      const author = { actor: "ann", kind: "person" } as const;
      const { id } = await saveSource({ organisation: acme, of: "acme", author, rules }, sourceBodySchema.parse(body));
      await acme.jobs.enqueue(listJob(id));
      return id;
    },
    async drain() {
      const ending = new AbortController().signal;
      let done = 0;
      for (let jobs = await store.jobs.take(10); jobs.length > 0; jobs = await store.jobs.take(10)) {
        done += jobs.length;
        for (const job of jobs) await runJob(job, { tools, ending, unexpected, random: () => 0.5 });
      }
      return done;
    },
    pass: (milliseconds) => void (moved += milliseconds),
    now,
    async [Symbol.asyncDispose]() {
      await web.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
