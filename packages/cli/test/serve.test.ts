import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { writeFileSync } from "node:fs";
import { type Client, createClient, pushSnapshot } from "@freehold/client";
import { afterAll, expect, inject, test } from "vitest";
import { makeShop, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const main = join(inject("bundled"), "bin/freehold.js");

test("serve keeps what push brings, also when it is started again", async () => {
  const shop = makeShop(join(folder.path, "shop"));
  const file = join(folder.path, "shop.json");
  expect((await freehold(shop.path, "scan", "--out", file)).code).toBe(0);
  const first = await serving("kept.db");
  const scanned = await freehold(folder.path, "push", "shop", "--server", first.address);
  expect(scanned.out).toContain("Revision 1: 3 products");
  const pushed = await freehold(folder.path, "push", "shop.json", "--server", first.address, "--json");
  expect(JSON.parse(pushed.out)).toMatchObject({ products: 3 });
  expect(await first.end("SIGTERM")).toBe(0);
  const second = await serving("kept.db");
  const again = await freehold(folder.path, "push", "shop.json", "--server", second.address);
  expect(again.out).toContain("nothing changed");
  const { data } = await createClient({ server: second.address }).GET("/api/v1/products");
  expect(data?.items.map(({ slug }) => slug)).toContain("stock");
  expect(await second.end("SIGINT")).toBe(0);
}, 120_000);

test("with accounts, told to end as soon as it is ready, it ends as it should", async () => {
  const port = await freePort();
  const args = [main, "serve", "--port", String(port), "--db", "brief.db"];
  const env = {
    ...process.env,
    INIT_CWD: folder.path,
    FREEHOLD_ACCOUNTS: "on",
    FREEHOLD_PUBLIC_URL: "https://freehold.example.org",
  };
  const child = spawn(process.execPath, args, { cwd: folder.path, env, stdio: "ignore" });
  const ended = once(child, "exit");
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true;
  while (!(await isReady())) expect(child.exitCode).toBeNull();
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
}, 60_000);

test("push says what to do where no server answers, or where it refuses", async () => {
  writeFileSync(
    join(folder.path, "bad.json"),
    JSON.stringify({ format: "freehold.snapshot", version: 1, people: [{ id: 1 }] }),
  );
  const nobody = await freehold(folder.path, "push", "bad.json", "--server", "http://127.0.0.1:9");
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining("freehold serve")]);
  const server = await serving("refused.db");
  const refused = await freehold(folder.path, "push", "bad.json", "--server", server.address);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("/people/0/id: ")]);
  await server.end("SIGTERM");
}, 120_000);

test("a server for other machines is not started without accounts and an address", async () => {
  const { code, err } = await freehold(folder.path, "serve", "--db", "no.db", "--host", "0.0.0.0");
  expect([code, err]).toEqual([2, expect.stringContaining("accounts need publicUrl")]);
});

/** `FREEHOLD_KILLS=100` for a long run. */
const KILLS = Number(process.env["FREEHOLD_KILLS"] ?? 4);

test(
  "killed at any moment, the server has everything that it acknowledged, once, and nothing by halves",
  { timeout: 120_000 + KILLS * 60_000 },
  async () => {
    const work: Work = { offered: 0, pushed: new Set(), renamed: new Map() };
    const random = mulberry(20_261_125);
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await serving("killed.db");
      // By answers and not by the clock alone, so that a busy machine gets as far as a fast one.
      let left = Math.floor(random() * 8);
      const pause = random() * 60;
      await workUntilItBreaks(server.address, work, () => {
        if (left-- === 0) setTimeout(() => server.kill(), pause);
      });
      await server.end("SIGKILL");
    }
    const server = await serving("killed.db");
    const client = createClient({ server: server.address });
    const kept = await allProducts(client);
    expect(work.pushed.difference(new Set(kept.keys()))).toEqual(new Set());
    expect(kept.size).toBeLessThanOrEqual(work.offered);
    for (const [slug, answer] of work.renamed) {
      expect(kept.get(slug), "what was acknowledged holds").toBe(`${slug} renamed`);
      expect(await rename(client, slug), "the same key again has the same answer").toEqual(answer);
    }
    const { data } = await client.GET("/api/v1/changes", { params: { query: { since: 0, limit: 500 } } });
    const renames = (data?.items ?? []).filter(({ revisionAction }) => revisionAction === "product.rename");
    expect(new Set(renames.map(({ subject }) => subject)).size, "each at most once").toBe(renames.length);
    for (const slug of [...kept.keys()].slice(0, 5)) {
      const units = await client.GET("/api/v1/products/{product}/units", { params: { path: { product: slug } } });
      expect(units.data?.items).toHaveLength(1);
    }
    expect(work.renamed.size).toBeGreaterThan(0);
    expect(await server.end("SIGTERM")).toBe(0);
  },
);

interface Work {
  offered: number;
  /** Slugs of what the server said that it took. */
  readonly pushed: Set<string>;
  /** What the server answered, by slug. */
  readonly renamed: Map<string, unknown>;
}

/** One repository with one product at a time, each a snapshot of its own; then the product is renamed, with a key. */
async function workUntilItBreaks(server: string, work: Work, answered: () => void): Promise<void> {
  const client = createClient({ server });
  try {
    // What was not answered when the server was killed is sent again.
    for (const slug of work.pushed) if (!work.renamed.has(slug)) work.renamed.set(slug, await rename(client, slug));
    answered();
    for (;;) {
      const slug = `part-${work.offered++}`;
      await pushSnapshot(client, new Blob([JSON.stringify(snapshotOf(slug))]), { attempts: 1 });
      work.pushed.add(slug);
      answered();
      work.renamed.set(slug, await rename(client, slug));
      answered();
    }
  } catch {
    // The server was killed.
  }
}

async function rename(client: Client, slug: string): Promise<unknown> {
  const { data } = await client.POST("/api/v1/products/{product}/corrections", {
    params: { path: { product: `prd_${slug}` }, header: { "Idempotency-Key": slug } },
    body: { kind: "rename", name: `${slug} renamed` },
  });
  if (data === undefined) throw new Error(`${slug} was not renamed`);
  return data;
}

/** Names by slug. */
async function allProducts(client: Client): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page: { items: { slug?: string; name?: string }[]; next?: string } = await pageAfter(client, cursor);
    for (const { slug = "", name = "" } of page.items) all.set(slug, name);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

async function pageAfter(client: Client, cursor: string | undefined) {
  const query = cursor === undefined ? { limit: 500 } : { limit: 500, cursor };
  const { data } = await client.GET("/api/v1/products", { params: { query } });
  if (data === undefined) throw new Error("no page");
  return data;
}

/** Mulberry32: the same moments in every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function snapshotOf(name: string) {
  const id = `${name}#npm:${name}`;
  const evidence = [{ rule: "npm.name", path: "package.json" }];
  const size = { files: 1, bytes: 1, commits: 1, missingObjects: 0 };
  const unit = { id, repository: name, ecosystem: "npm", kind: "package", role: "source", name, path: "", evidence };
  const product = { id: `prd_${name}`, slug: name, name, kind: "product", provenance: "inferred", confidence: 1 };
  const ownership = { declared: [], ranked: [], findings: [] };
  return {
    format: "freehold.snapshot",
    version: 1,
    generator: { name: "test", version: "1" },
    createdAt: "2026-01-31T12:00:00Z",
    repositories: [{ id: name, name, worktree: false, shallow: false, ...size }],
    units: [{ ...unit, provides: [{ id: `pkg:npm/${name}`, evidence }], consumes: [] }],
    people: [],
    products: [{ ...product, aliases: [], repositories: [name], units: [id], paths: [], reasons: evidence, ownership }],
    violations: [],
    problems: [],
  };
}

async function serving(database: string) {
  const child = spawn(process.execPath, [main, "serve", "--port", "0", "--db", database], {
    cwd: folder.path,
    env: { ...process.env, INIT_CWD: folder.path },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "exit");
  return {
    address: await addressOf(child.stdout),
    kill: () => void child.kill("SIGKILL"),
    /** The exit code; null where it was killed. */
    async end(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<unknown> {
      child.kill(signal);
      const [code]: unknown[] = await ended;
      return code;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function addressOf(out: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: out })) {
    const found = /^Open (http\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("the command ended without an address");
}
