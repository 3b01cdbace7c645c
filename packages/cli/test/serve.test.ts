import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { writeFileSync } from "node:fs";
import { createClient, pushSnapshot } from "@freehold/client";
import { afterAll, expect, test } from "vitest";
import { makeShop, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

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

test("killed at any moment, the server has everything that it acknowledged, and nothing by halves", async () => {
  const acknowledged = new Set<string>();
  const offered = new Set<string>();
  for (const moment of [40, 90, 150, 260]) {
    const server = await serving("killed.db");
    const kill = setTimeout(() => server.kill(), moment);
    await pushUntilItBreaks(server.address, offered, acknowledged);
    clearTimeout(kill);
    await server.end("SIGKILL");
  }
  const server = await serving("killed.db");
  const client = createClient({ server: server.address });
  const { data } = await client.GET("/api/v1/products", { params: { query: { limit: 500 } } });
  const kept = (data?.items ?? []).map(({ slug }) => slug ?? "");
  expect(acknowledged.difference(new Set(kept))).toEqual(new Set());
  expect(new Set(kept).difference(offered)).toEqual(new Set());
  for (const slug of kept.slice(0, 5)) {
    const units = await client.GET("/api/v1/products/{product}/units", { params: { path: { product: slug } } });
    expect(units.data?.items).toHaveLength(1);
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(await server.end("SIGTERM")).toBe(0);
}, 120_000);

/** One repository with one product at a time, each a snapshot of its own. */
async function pushUntilItBreaks(server: string, offered: Set<string>, acknowledged: Set<string>): Promise<void> {
  const client = createClient({ server });
  for (;;) {
    const name = `part-${offered.size}`;
    offered.add(name);
    try {
      await pushSnapshot(client, new Blob([JSON.stringify(snapshotOf(name))]), { attempts: 1 });
    } catch {
      return;
    }
    acknowledged.add(name);
  }
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

async function addressOf(out: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: out })) {
    const found = /^Serving (http\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("the command ended without an address");
}
