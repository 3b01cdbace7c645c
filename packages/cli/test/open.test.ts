import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, inject, test } from "vitest";
import { makeShop, temporaryFolder } from "./repository-maker.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const main = join(inject("bundled"), "bin/freehold.js");
const env = { ...process.env, XDG_CACHE_HOME: join(folder.path, "cache") };

test("open serves the products of a repository on this machine until it is told to end", async () => {
  const shop = makeShop(join(folder.path, "shop"));
  await opened([shop.path], async (address) => {
    expect(new URL(address).hostname).toBe("127.0.0.1");
    expect(await resource(address, "/summary")).toMatchObject({ products: 3, repository: { name: "shop" } });
    expect(await resource(address, "/products/stock/interface")).toMatchObject({ units: [{ state: "read" }] });
    expect(await resource(address, "/products/stock/drafts")).toMatchObject({
      drafts: expect.arrayContaining([
        expect.objectContaining({
          step: "charter",
          patch: expect.stringContaining("+++ b/packages/stock/product.yaml"),
        }),
      ]),
    });
    expect((await fetch(address)).headers.get("content-type")).toContain("text/html");
  });
});

test("open compares with a revision, and two snapshots with each other", async () => {
  const shop = makeShop(join(folder.path, "compared"));
  const scan = (out: string) => execFileSync(process.execPath, [main, "scan", shop.path, "--out", out], { env });
  const [before, after] = [join(folder.path, "before.json"), join(folder.path, "after.json")];
  scan(before);
  shop.commit("Ada Lovelace", "Rename count", {
    "packages/stock/src/index.ts": 'export { count as tally } from "./count.ts";\n',
  });
  scan(after);
  const broken = { product: { slug: "stock" }, units: [{ version: { required: "major" } }] };
  await opened([shop.path, "--base", "HEAD~1"], async (address) =>
    expect(await resource(address, "/comparison")).toMatchObject({ judged: "sources", products: [broken] }),
  );
  // In the repository of both its sources are compared; elsewhere only what the snapshots hold.
  await opened([before, after], async (address) => {
    expect(await resource(address, "/comparison")).toMatchObject({ judged: "shapes", products: [broken] });
    expect(await resource(address, "/products/stock/drafts")).toMatchObject({ status: 409 });
  });
  await opened(
    [before, after],
    async (address) =>
      expect(await resource(address, "/comparison")).toMatchObject({ judged: "sources", products: [broken] }),
    shop.path,
  );
}, 120_000);

test.each([
  [["before.json", "--base", "main"], "names a revision"],
  [["a.json", "b.json", "c.json"], "3 snapshots were given"],
  [["one", "two", "--base", "main"], "2 paths were given"],
])("open %j says what does not go together", (args, words) => {
  for (const path of ["one", "two"]) if (args.includes(path)) makeShop(join(folder.path, path));
  const { status, stderr } = spawnSync(process.execPath, [main, "open", "--no-open", ...args], {
    cwd: folder.path,
    env: { ...env, INIT_CWD: folder.path },
    encoding: "utf8",
  });
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});

async function opened(args: readonly string[], look: (address: string) => Promise<void>, cwd = folder.path) {
  const child = spawn(process.execPath, [main, "open", ...args, "--no-open"], {
    cwd,
    env: { ...env, INIT_CWD: cwd },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "exit");
  try {
    await look(await addressOf(child.stdout));
  } finally {
    child.kill("SIGTERM");
  }
  expect(await ended).toEqual([0, null]);
}

async function resource(address: string, path: string): Promise<unknown> {
  return (await fetch(new URL(`/api/v1${path}`, address))).json();
}

async function addressOf(out: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: out })) {
    const found = /^Open (http\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("the command ended without an address");
}

test("open has the patch that lets a charter say what is observed", async () => {
  const shop = makeShop(join(folder.path, "declared"));
  shop.commit("Ada Lovelace", "Declare", { "packages/stock/product.yaml": "name: Stock\nstage: mature # for years\n" });
  await opened([shop.path], async (address) => {
    const { drift } = (await resource(address, "/products/stock/drafts")) as { drift: { patch: string }[] };
    const assessed = (await resource(address, "/products/stock/assessment")) as {
      assessment: { drift: { observed: string }[] };
    };
    const observed = assessed.assessment.drift[0]?.observed ?? "";
    expect(drift).toMatchObject([{ subject: "stage", file: "packages/stock/product.yaml" }]);
    expect(drift[0]?.patch).toContain(`-stage: mature # for years\n+stage: ${observed} # for years\n`);
    execFileSync("git", ["-C", shop.path, "apply", "--check", "-"], { input: drift[0]?.patch ?? "" });
  });
});
