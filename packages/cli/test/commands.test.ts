import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCharter, type Snapshot, snapshotSchema } from "@freehold/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../src/commands/registry.ts";
import { type MadeRepository, makeRepository, makeShop, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
let shop: MadeRepository;

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
  shop = makeShop(join(folder.path, "shop"));
});
afterAll(() => folder.remove());

describe("scan", () => {
  test("shows products with owners, dependencies and violations", async () => {
    const { code, out } = await freehold(shop.path, "scan");
    expect(code).toBe(0);
    expect(out).toMatch(/stock .*Ada Lovelace/);
    expect(out).toMatch(/orders .*Grace Hopper/);
    expect(out).toContain("entry-bypassed");
    expect(out).toContain("packages/orders/src/index.ts:2");
  });

  test("--json is a valid snapshot, the same every time but for the time", async () => {
    const first = JSON.parse((await freehold(shop.path, "scan", "--json")).out) as Snapshot;
    const second = JSON.parse((await freehold(shop.path, "scan", "--json", "--no-cache")).out) as Snapshot;
    expect(snapshotSchema.safeParse(first).error).toBeUndefined();
    expect({ ...first, createdAt: "" }).toEqual({ ...second, createdAt: "" });
  });

  test("every claim of a product has its evidence", async () => {
    const { products, units } = JSON.parse((await freehold(shop.path, "scan", "--json")).out) as Snapshot;
    for (const product of products) {
      expect(product.reasons.length, product.slug).toBeGreaterThan(0);
      expect(product.ownership.owner?.evidence.length, product.slug).toBeGreaterThan(0);
    }
    for (const unit of units)
      for (const consume of unit.consumes) expect(consume.evidence.length, consume.id).toBeGreaterThan(0);
  });

  test("--rev reads an older commit, --no-history no people", async () => {
    const first = shop.git("rev-list", "--max-parents=0", "HEAD").trim();
    const old = JSON.parse((await freehold(shop.path, "scan", "--json", "--rev", first)).out) as Snapshot;
    expect(old.units.map(({ name }) => name)).toEqual(["shop"]);
    const without = JSON.parse((await freehold(shop.path, "scan", "--json", "--no-history")).out) as Snapshot;
    expect(without.people).toEqual([]);
    expect(without.products.length).toBeGreaterThan(0);
  });

  test("a folder of repositories is one portfolio", async () => {
    const family = join(folder.path, "family");
    const library = makeRepository(join(family, "library"));
    library.commit("Ada Lovelace", "Begin", {
      "package.json": '{"name":"the-library","version":"1.0.0"}',
      "index.js": "export const a = 1;\n",
    });
    const app = makeRepository(join(family, "app"));
    app.commit("Grace Hopper", "Begin", {
      "package.json": '{"name":"the-app","version":"1.0.0","dependencies":{"the-library":"^1.0.0"}}',
      "index.js": 'import { a } from "the-library";\nconsole.log(a);\n',
    });
    const { out } = await freehold(folder.path, "scan", family);
    expect(out).toMatch(/the-library .* 1 +1\n/);
    const explained = await freehold(folder.path, "explain", "the-app -> the-library");
    expect(explained.out).toContain("index.js:1");
    expect(explained.out).toContain("declared as ^1.0.0");
  });
});

describe("explain", () => {
  test("gives the evidence of an owner", async () => {
    await freehold(shop.path, "scan");
    const { code, out } = await freehold(shop.path, "explain", "orders.owner");
    expect(code).toBe(0);
    expect(out).toContain("Grace Hopper");
    expect(out).toMatch(/\(owner\S*\./);
  });

  test("of what is here, whatever was scanned since", async () => {
    await freehold(shop.path, "scan");
    const other = makeRepository(join(folder.path, "other"));
    other.commit("Ada Lovelace", "Begin", { "package.json": '{"name":"other","version":"1.0.0"}' });
    await freehold(other.path, "scan");
    expect((await freehold(shop.path, "explain", "orders.owner")).err).toBe("");
    const elsewhere = await freehold(join(folder.path, "cache"), "explain", "other");
    expect(elsewhere.err).toContain(`From the scan of ${other.path}`);
  });

  test("suggests what was meant", async () => {
    await freehold(shop.path, "scan");
    const { code, err } = await freehold(shop.path, "explain", "ordres");
    expect(code).toBe(2);
    expect(err).toContain("Did you mean `orders`?");
  });
});

describe("init and check", () => {
  test("a draft is a valid charter that invents nothing, and check then holds", async () => {
    const one = makeRepository(join(folder.path, "one"));
    one.commit("Ada Lovelace", "Begin", {
      "package.json": '{"name":"one","version":"0.1.0","description":"Does one thing."}',
      "index.js": "export const a = 1;\n",
    });
    expect((await freehold(one.path, "check")).code).toBe(1);
    expect((await freehold(one.path, "init")).code).toBe(0);
    const text = readFileSync(join(one.path, "product.yaml"), "utf8");
    const { charter, problems } = parseCharter(text);
    expect(problems).toEqual([]);
    expect(charter?.mission).toBeUndefined();
    expect(charter?.owners).toBeUndefined();
    expect(text).toContain('seen: "Does one thing."');
    expect(text).toContain("QUESTION");
    const checked = await freehold(one.path, "check");
    expect(checked.out).toContain("Nothing found");
    expect(checked.code).toBe(0);
    const again = await freehold(one.path, "init");
    expect(again.code).toBe(2);
    expect(again.err).toContain("--force");
  });

  test("the id of the candidate is kept by its charter", async () => {
    const one = makeRepository(join(folder.path, "kept"));
    one.commit("Ada Lovelace", "Begin", { "package.json": '{"name":"kept","version":"0.1.0"}' });
    const before = JSON.parse((await freehold(one.path, "scan", "--json")).out) as Snapshot;
    await freehold(one.path, "init");
    const after = JSON.parse((await freehold(one.path, "scan", "--json", "--worktree")).out) as Snapshot;
    expect(after.products[0]).toMatchObject({ id: before.products[0]?.id, provenance: "declared" });
  });

  test("with several products, init asks which one", async () => {
    const { code, err } = await freehold(shop.path, "init", "--print");
    expect(code).toBe(2);
    expect(err).toContain("--unit");
    const { out } = await freehold(shop.path, "init", "--print", "--unit", "packages/stock");
    expect(out).toMatch(/^name: .*stock/m);
    expect(existsSync(join(shop.path, "packages/stock/product.yaml"))).toBe(false);
  });

  test("a charter that is not valid fails with its place", async () => {
    const broken = makeRepository(join(folder.path, "broken"));
    broken.commit("Ada Lovelace", "Begin", { "product.yaml": "name: Broken\nstage: done\n" });
    const { code, out } = await freehold(broken.path, "check");
    expect(code).toBe(1);
    expect(out).toContain("product.yaml:2:8");
  });

  test("layers that do not hold are found", async () => {
    const layered = makeShop(join(folder.path, "layered"));
    layered.commit("Ada Lovelace", "Charter", {
      "product.yaml": "name: Shop\nlayers: [[orders], [stock]]\n",
      "packages/stock/product.yaml": "name: stock\n",
      "packages/orders/product.yaml": "name: orders\n",
    });
    const { code, out } = await freehold(layered.path, "check");
    expect(code).toBe(1);
    expect(out).toMatch(/check\/layer/);
  });
});

describe("errors say what to do, with exit code 2", () => {
  test.each([
    [["scan", "nowhere"], /nowhere/],
    [["scan", "--rev", "no-such-branch"], /no-such-branch/],
    [["scan", "--rev", "--output=/tmp/x"], /./],
    [["explain", "--snapshot", "nothing.json", "x"], /freehold scan/],
    [["skan"], /scan/],
    [["open", "--port", "many"], /0 to 65535/],
  ])("freehold %j", async (args, says) => {
    const { code, err } = await freehold(shop.path, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});

test("every command file is in the registry and has help with examples", async () => {
  const files = readdirSync(new URL("../src/commands/", import.meta.url)).filter(
    (name) => !["command.ts", "registry.ts"].includes(name) && !name.endsWith("-options.ts"),
  );
  expect(files.map((name) => name.replace(".ts", "")).sort()).toEqual(commands.map(({ name }) => name).sort());
  for (const { name } of commands) {
    const { code, out } = await freehold(shop.path, name, "--help");
    expect(code).toBe(0);
    expect(out).toContain("Examples:");
  }
});
