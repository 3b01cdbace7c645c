/** `diff` and `affected` on a repository of three products: app uses orders, orders uses stock. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Affected, affectedSchema, type Diff, diffSchema, type Tier } from "@freehold/model";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MadeRepository, makeRepository, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";
import { sarifProblems } from "./sarif-schema.ts";

const folder = temporaryFolder();
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
let shop: MadeRepository;
let number = 0;

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
});
afterAll(() => folder.remove());

const STOCK =
  "export function count(item: string): number {\n  return item.length;\n}\nexport function order(item: string): void {\n  count(item);\n}\n";
const item = (price: string) =>
  `interface Hidden {\n  readonly name: string;${price}\n}\nexport interface Item {\n  readonly inner: Hidden;\n}\nexport function sell(item: Item): void {}\nexport function other(): void {}\n`;
const waiver = (expires: string) =>
  `name: Stock\nwaivers:\n  - rule: typescript/*\n    element: .#count\n    reason: Only orders uses it, and moves along.\n    expires: ${expires}\n`;
const manifest = (name: string, version: string, dependencies: Record<string, string> = {}) =>
  json({ name, version, type: "module", exports: "./src/index.ts", dependencies });

beforeEach(() => {
  shop = makeRepository(join(folder.path, `shop-${number++}`));
  shop.commit("Ada Lovelace", "Begin", {
    "package.json": json({ name: "shop", private: true, workspaces: ["packages/*"] }),
    "packages/stock/package.json": manifest("stock", "1.0.0", { "left-pad": "^1.0.0" }),
    "packages/stock/src/index.ts": STOCK,
    "packages/stock/product.yaml": "name: Stock\n",
    "packages/orders/package.json": manifest("orders", "1.0.0", { stock: "^1.0.0" }),
    "packages/orders/src/index.ts":
      'import { count } from "stock";\nexport function total(items: readonly string[]): number {\n  return items.reduce((sum, item) => sum + count(item), 0);\n}\n',
    "packages/orders/product.yaml": "name: Orders\n",
    "packages/app/package.json": manifest("app", "1.0.0", { orders: "^1.0.0" }),
    "packages/app/src/index.ts": 'import { total } from "orders";\nexport const shown: string = `${total([])}`;\n',
    "packages/app/product.yaml": "name: App\n",
    "packages/site/package.json": manifest("site", "1.0.0"),
    "packages/site/src/index.ts": "export const title: string = 'x';\n",
    "packages/site/product.yaml": "name: Site\n",
    "package-lock.json": lock("1.0.0"),
  });
});

function lock(leftPad: string): string {
  return json({
    name: "shop",
    lockfileVersion: 3,
    packages: {
      "": { name: "shop", workspaces: ["packages/*"] },
      "node_modules/left-pad": { version: leftPad, integrity: `sha512-${leftPad}` },
      "node_modules/stock": { resolved: "packages/stock", link: true },
      "node_modules/orders": { resolved: "packages/orders", link: true },
      "node_modules/app": { resolved: "packages/app", link: true },
      "packages/stock": { version: "1.0.0", dependencies: { "left-pad": "^1.0.0" } },
      "packages/orders": { version: "1.0.0", dependencies: { stock: "^1.0.0" } },
      "packages/app": { version: "1.0.0", dependencies: { orders: "^1.0.0" } },
      "packages/site": { version: "1.0.0" },
    },
  });
}

async function diffed(...args: string[]): Promise<Diff> {
  const { out, err } = await freehold(shop.path, "diff", "HEAD~1", "--json", ...args);
  const parsed = diffSchema.safeParse(JSON.parse(out === "" ? `{"err":${JSON.stringify(err)}}` : out));
  expect(parsed.error).toBeUndefined();
  return JSON.parse(out) as Diff;
}

async function tiers(...args: string[]): Promise<Record<string, Tier>> {
  const { out } = await freehold(shop.path, "affected", "HEAD~1", "--json", ...args);
  const found = JSON.parse(out) as Affected;
  expect(affectedSchema.safeParse(found).error).toBeUndefined();
  for (const { reason } of found.products) expect(reason).not.toBe("");
  return Object.fromEntries(found.products.map(({ product, tier }) => [product.slug, tier]));
}

const requireItem = (text: string) => text.replace("count(item: string)", "count(item: string, unit: string)");

describe("diff", () => {
  test("a break names the rule, both signatures, the place, who is hit, and the version it needs", async () => {
    shop.commit("Ada Lovelace", "Ask for a unit", { "packages/stock/src/index.ts": requireItem(STOCK) });
    const { products } = await diffed();
    expect(products.map(({ product }) => product.slug)).toEqual(["stock"]);
    const unit = products[0]?.units[0];
    expect(unit?.version).toMatchObject({ before: "1.0.0", required: "major", verdict: "not-released", next: "2.0.0" });
    const [change] = unit?.changes ?? [];
    expect(change).toMatchObject({ class: "breaking", element: ".#count", effect: "changed" });
    expect(change?.rule).toMatch(/^typescript\//);
    expect(change?.before?.signature).toContain("count(item: string): number");
    expect(change?.after?.signature).toContain("unit: string");
    expect(change?.after?.evidence).toMatchObject({ path: "packages/stock/src/index.ts", line: 1 });
    expect(change?.hits).toEqual([
      {
        product: "orders",
        unit: expect.stringContaining("orders"),
        symbols: ["count"],
        uses: 1,
        places: [{ path: "packages/orders/src/index.ts", line: 1, repository: expect.any(String) }],
      },
    ]);
    const { code, out } = await freehold(shop.path, "diff", "HEAD~1");
    expect(code).toBe(1);
    expect(out).toContain("used by orders  packages/orders/src/index.ts:1");
    expect(out).toContain("needs a major release: 2.0.0");
  });

  test("the version that the break needs makes it fine, a smaller one does not", async () => {
    const change = { "packages/stock/src/index.ts": requireItem(STOCK) };
    shop.commit("Ada Lovelace", "Release", { ...change, "packages/stock/package.json": manifest("stock", "1.1.0") });
    expect((await diffed()).products[0]?.units[0]?.version.verdict).toBe("too-small");
    expect((await freehold(shop.path, "diff", "HEAD~1", "--fail-on", "version")).code).toBe(1);
    shop.commit("Ada Lovelace", "Release", { "packages/stock/package.json": manifest("stock", "2.0.0") });
    const { out, code } = await freehold(shop.path, "diff", "HEAD~2");
    expect(out).toContain("1.0.0 → 2.0.0, honoured");
    expect(code).toBe(0);
  });

  test("what is not published breaks for those alone who use it", async () => {
    const kept = json({ ...(JSON.parse(manifest("stock", "1.0.0")) as object), private: true });
    shop.commit("Ada Lovelace", "Keep it", { "packages/stock/package.json": kept });
    const unused = STOCK.replace("order(item: string)", "order(item: string, now: boolean)");
    shop.commit("Ada Lovelace", "Break what nobody uses", { "packages/stock/src/index.ts": unused });
    const { code, out } = await freehold(shop.path, "diff", "HEAD~1");
    expect(code).toBe(0);
    expect(out).toContain("not published: a break matters to whom it hits");
    shop.commit("Ada Lovelace", "Break what orders uses", { "packages/stock/src/index.ts": requireItem(unused) });
    expect((await freehold(shop.path, "diff", "HEAD~1")).code).toBe(1);
  });

  test("a change inside is no change of the interface", async () => {
    shop.commit("Ada Lovelace", "Count better", {
      "packages/stock/src/index.ts": STOCK.replace("item.length", "item.length + 0"),
    });
    const { out, code } = await freehold(shop.path, "diff", "HEAD~1");
    expect(out).toContain("No interface changed; 1 more changed inside only.");
    expect(code).toBe(0);
    expect((await diffed("--exact")).products).toEqual([]);
  });

  test("a waiver lets a rule pass with its reason, until its last day", async () => {
    shop.commit("Ada Lovelace", "Ask", {
      "packages/stock/src/index.ts": requireItem(STOCK),
      "packages/stock/product.yaml": waiver("2999-12-31"),
    });
    expect((await diffed()).products[0]).toMatchObject({ breaking: 0, waived: 1 });
    expect((await freehold(shop.path, "diff", "HEAD~1")).code).toBe(0);
    shop.commit("Ada Lovelace", "Late", { "packages/stock/product.yaml": waiver("2020-01-01") });
    const late = JSON.parse((await freehold(shop.path, "diff", "HEAD~2", "--json")).out) as Diff;
    expect(late.products[0]?.breaking).toBe(1);
    expect(late.problems).toMatchObject([{ code: "charter/waiver-expired", path: "packages/stock/product.yaml" }]);
  });

  test("SARIF and Markdown carry place, rule and users; markup in names stays text", async () => {
    shop.commit("Ada Lovelace", "Ask", {
      "packages/stock/src/index.ts": requireItem(STOCK).replace("unit: string", "unit: '<img src=x>|@all'"),
    });
    const sarif = JSON.parse((await freehold(shop.path, "diff", "HEAD~1", "--format", "sarif")).out) as {
      runs: { results: { level: string; locations: unknown; relatedLocations: unknown[] }[] }[];
    };
    expect(sarifProblems(sarif)).toEqual([]);
    expect(sarif.runs[0]?.results[0]).toMatchObject({
      level: "error",
      locations: [
        { physicalLocation: { artifactLocation: { uri: "packages/stock/src/index.ts" }, region: { startLine: 1 } } },
      ],
      relatedLocations: [{ message: { text: "used by orders" } }],
    });
    const { out } = await freehold(shop.path, "diff", "HEAD~1", "--format", "markdown");
    expect(out).toContain("🔴 breaking");
    expect(out).not.toMatch(/<img|\|@all/);
  });

  test("the work tree, and where a branch left the base", async () => {
    shop.git("checkout", "-q", "-b", "feature");
    shop.commit("Grace Hopper", "Feature", {
      "packages/site/src/index.ts": "export const title: string = 'x';\nexport const more: number = 1;\n",
    });
    shop.git("checkout", "-q", "main");
    shop.commit("Ada Lovelace", "Main moves on", {
      "packages/stock/src/index.ts": `${STOCK}export const extra: number = 1;\n`,
    });
    const parted = JSON.parse((await freehold(shop.path, "diff", "main", "feature", "--json")).out) as Diff;
    expect(parted.products.map(({ product }) => product.slug)).toEqual(["site"]);
    const exact = JSON.parse((await freehold(shop.path, "diff", "main", "feature", "--exact", "--json")).out) as Diff;
    expect(exact.products.map(({ product }) => product.slug)).toEqual(["stock", "site"]);
    shop.write({ "packages/stock/src/index.ts": "export const nothing: number = 1;\n" });
    const now = JSON.parse((await freehold(shop.path, "diff", "HEAD", "--worktree", "--json")).out) as Diff;
    expect(now.products[0]).toMatchObject({ product: { slug: "stock" }, removed: 3 });
  });

  test("what can't be compared is said, with what to do", async () => {
    const unknown = await freehold(shop.path, "diff", "no-such-branch");
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.err).toContain("`no-such-branch` names no commit");
    shop.commit("Ada Lovelace", "Second", { a: "1" });
    const shallow = join(folder.path, `shallow-${number}`);
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${shop.path}`, shallow]);
    const lacking = await freehold(shallow, "affected", "HEAD~1");
    expect(lacking.code).toBe(2);
    expect(lacking.err).toContain("shallow");
    expect(lacking.err).toContain("fetch-depth: 0");
  });
});

describe("affected", () => {
  test("inside only: whoever depends on it is exercised, the rest is not reached", async () => {
    shop.commit("Ada Lovelace", "Inside", {
      "packages/stock/src/index.ts": STOCK.replace("item.length", "item.length + 0"),
    });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "exercise", app: "exercise", site: "unreached" });
  });

  test("an interface that changed reaches who uses the element, and nobody beyond", async () => {
    shop.commit("Ada Lovelace", "Break", { "packages/stock/src/index.ts": requireItem(STOCK) });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "contract", app: "exercise", site: "unreached" });
  });

  test("an element that nobody uses reaches nobody by contract", async () => {
    shop.commit("Ada Lovelace", "Break", {
      "packages/stock/src/index.ts": STOCK.replace("order(item: string)", "order(item: string, now: boolean)"),
    });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "exercise", app: "exercise" });
  });

  test("who shows the changed type in its own interface passes it on", async () => {
    shop.commit("Ada Lovelace", "Types", {
      "packages/stock/src/index.ts": `${STOCK}export interface Item {\n  readonly name: string;\n}\n`,
      "packages/orders/src/index.ts":
        'import type { Item } from "stock";\nexport function total(items: readonly Item[]): number {\n  return items.length;\n}\n',
    });
    shop.commit("Ada Lovelace", "Break", {
      "packages/stock/src/index.ts": `${STOCK}export interface Item {\n  readonly name: string;\n  readonly price: number;\n}\n`,
    });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "contract", app: "contract", site: "unreached" });
  });

  test("who never names the changed type, but calls what takes it, is reached; so is all when an engine is raised", async () => {
    const files = {
      "packages/stock/src/index.ts": item(""),
      "packages/orders/src/index.ts":
        'import { sell } from "stock";\nexport const total: number = 1;\nsell({ inner: { name: "x" } });\n',
      "packages/app/src/index.ts": 'import { other } from "stock";\nexport const shown: number = 1;\nother();\n',
      "packages/app/package.json": manifest("app", "1.0.0", { stock: "^1.0.0" }),
    };
    shop.commit("Ada Lovelace", "Types", files);
    shop.commit("Ada Lovelace", "Break", { "packages/stock/src/index.ts": item("\n  readonly price: number;") });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "contract", app: "exercise", site: "unreached" });
    expect((await diffed()).products[0]?.units[0]?.changes[0]?.hits).toMatchObject([{ product: "orders" }]);
    const engines = { ...(JSON.parse(manifest("stock", "1.0.0")) as object), engines: { node: ">=99" } };
    shop.commit("Ada Lovelace", "Engine", { "packages/stock/package.json": json(engines) });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "contract", app: "contract" });
  });

  test("a lock file counts for those only whose dependencies changed", async () => {
    shop.commit("Ada Lovelace", "Update", { "package-lock.json": lock("1.0.1") });
    const { out } = await freehold(shop.path, "affected", "HEAD~1", "--json");
    const { products } = JSON.parse(out) as Affected;
    const reasonOf = (slug: string) => products.find(({ product }) => product.slug === slug)?.reason;
    expect(reasonOf("stock")).toBe("package-lock.json resolves left-pad: 1.0.0 → 1.0.1");
    expect(reasonOf("site")).toBe("nothing that changed leads to it");
    expect(reasonOf("orders")).toContain("every interface between is unchanged");
    const shown = `${STOCK}export type { Pad } from "left-pad";\n`;
    shop.commit("Ada Lovelace", "Show it", { "packages/stock/src/index.ts": shown });
    shop.commit("Ada Lovelace", "Update", { "package-lock.json": lock("2.0.0") });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "contract", site: "unreached" });
  });

  test("tests and documents reach nobody; configuration above reaches everybody below", async () => {
    shop.commit("Ada Lovelace", "Tests", {
      "packages/stock/test/count.test.ts": "export {};\n",
      "packages/stock/README.md": "# Stock\n",
    });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "unreached", app: "unreached" });
    shop.commit("Ada Lovelace", "A list of tasks", { Makefile: "all:\n" });
    expect(await tiers()).toMatchObject({ stock: "changed", site: "changed" });
    shop.commit("Ada Lovelace", "Say so", { "product.yaml": "name: Shop\ninert: [Makefile]\n" });
    shop.commit("Ada Lovelace", "Another task", { Makefile: "all:\nmore:\n" });
    expect(await tiers()).toMatchObject({ shop: "changed", stock: "unreached", site: "unreached" });
    shop.commit("Ada Lovelace", "Configuration", { "tsconfig.json": "{}\n" });
    expect(await tiers()).toMatchObject({ stock: "changed", orders: "changed", app: "changed", site: "changed" });
  });

  test("a product that is gone changes those that still ask for it", async () => {
    shop.git("rm", "-rq", "packages/stock");
    shop.commit("Ada Lovelace", "Remove stock", {});
    expect(await tiers()).toMatchObject({ orders: "changed", site: "unreached" });
  });

  test("each tier holds the ones before it, and --matrix lists what to run", async () => {
    shop.commit("Ada Lovelace", "Break", { "packages/stock/src/index.ts": requireItem(STOCK) });
    const listed = async (upTo: string) => {
      const { out } = await freehold(shop.path, "affected", "HEAD~1", "--matrix", "--up-to", upTo);
      return (JSON.parse(out) as { include: { product: string; paths: string }[] }).include;
    };
    expect((await listed("changed")).map(({ product }) => product)).toEqual(["stock"]);
    expect((await listed("contract")).map(({ product }) => product)).toEqual(["stock", "orders"]);
    expect((await listed("exercise")).map(({ product }) => product)).toEqual(["stock", "orders", "app"]);
    expect(await listed("contract")).toMatchObject([{ paths: "packages/stock" }, { paths: "packages/orders" }]);
    const { out } = await freehold(shop.path, "affected", "HEAD~1", "--all");
    expect(out).toMatch(/site +unreached +later +nothing that changed leads to it/);
  });

  test("a replay shows what would have run, and the fix that landed where nobody looked", async () => {
    shop.commit("Ada Lovelace", "Inside", {
      "packages/stock/src/index.ts": STOCK.replace("item.length", "item.length + 1"),
    });
    const broken = shop.git("rev-parse", "HEAD").trim();
    shop.commit("Grace Hopper", `fix: totals\n\nFixes: ${broken.slice(0, 12)}`, {
      "packages/orders/src/index.ts":
        'import { count } from "stock";\nexport function total(items: readonly string[]): number {\n  return items.reduce((sum, item) => sum + count(item) - 1, 0);\n}\n',
    });
    const { out } = await freehold(shop.path, "affected", "--replay", "2", "--json");
    const { commits } = JSON.parse(out) as {
      commits: { subject: string; misses: { product: string; proven: boolean }[]; tiers: Record<Tier, number> }[];
    };
    expect(commits.map(({ subject }) => subject)).toEqual(["Inside", "fix: totals"]);
    expect(commits[0]).toMatchObject({
      tiers: { changed: 1, contract: 0, exercise: 2 },
      misses: [{ product: "orders", tier: "exercise", proven: true }],
    });
    expect((await freehold(shop.path, "affected", "--replay", "2")).out).toContain("miss: ");
    expect((await freehold(shop.path, "affected")).code).toBe(2);
  });
});
