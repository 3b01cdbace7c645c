/** `check` on a repository of three products: what crosses a boundary, and what somebody decided to leave. */
import { join } from "node:path";
import type { Problem } from "@freehold/model";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MadeRepository, makeRepository, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
let shop: MadeRepository;
let number = 0;

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
});
afterAll(() => folder.remove());

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const manifest = (name: string, dependencies: Record<string, string> = {}) =>
  json({ name, version: "1.0.0", type: "module", exports: "./src/index.ts", dependencies });
/** Comments of ours as text, which must not be taken for those of this file. */
const IGNORE = ["freehold", "ignore"].join("-");

const uses = (comment: string) => `[project]\nname = 'orders-py'\n${comment}dependencies = ['core-py']\n`;
const core = (visibility: string) => ({
  "packages/orders/src/index.ts": 'import { count } from "core";\nexport const total: number = count;\n',
  "packages/orders/package.json": manifest("orders", { core: "^1.0.0" }),
  "packages/stock/core/package.json": manifest("core"),
  "packages/stock/core/src/index.ts": "export const count: number = 1;\n",
  "packages/stock/core/product.yaml": `name: Core\nvisibility: ${visibility}\n`,
  "packages/stock/src/index.ts": 'export { count } from "core";\n',
  "packages/stock/package.json": manifest("stock", { core: "^1.0.0" }),
});
const charter = (expires: string) =>
  `name: Orders\nwaivers:\n  - rule: check/entry-bypassed\n    element: stock\n    reason: Moves with stock.\n    expires: ${expires}\n`;

const lines = (count: number) =>
  Array.from({ length: count }, () => `import "../../stock/src/inner.ts"; // ${IGNORE} entry-bypassed: Moves.\n`);

beforeEach(() => {
  shop = makeRepository(join(folder.path, `shop-${number++}`));
  shop.commit("Ada Lovelace", "Begin", {
    "package.json": json({ name: "shop", private: true, workspaces: ["packages/*"] }),
    "product.yaml": "name: Shop\n",
    "packages/stock/package.json": manifest("stock"),
    "packages/stock/src/index.ts": "export const count: number = 1;\n",
    "packages/stock/src/inner.ts": "export const secret: number = 1;\n",
    "packages/stock/product.yaml": "name: Stock\n",
    "packages/orders/package.json": manifest("orders", { stock: "^1.0.0" }),
    "packages/orders/src/index.ts": orders(),
    "packages/orders/product.yaml": "name: Orders\n",
  });
});

function orders(before = "", behind = ""): string {
  return `import { count } from "stock";\n${before}import { secret } from "../../stock/src/inner.ts";${behind}\nexport const total: number = count + secret;\n`;
}

async function checked(...args: string[]): Promise<Record<string, Problem[]>> {
  const { out } = await freehold(shop.path, "check", "--json", ...args);
  return Object.groupBy(JSON.parse(out) as Problem[], ({ code }) => code) as Record<string, Problem[]>;
}

test("an import past the entry is found with its line and how to mend it", async () => {
  const { "check/entry-bypassed": found } = await checked();
  expect(found).toMatchObject([
    { severity: "error", path: "packages/orders/src/index.ts", line: 2, message: expect.stringContaining("stock") },
  ]);
  expect(found?.[0]?.hint).toContain("Import what");
});

describe("freehold-ignore", () => {
  test.each([
    ["on the line above", orders(`// ${IGNORE} entry-bypassed: Moves with stock.\n`)],
    ["on the line", orders("", ` // ${IGNORE} check/entry-bypassed: Moves with stock.`)],
    ["in a comment of the other form", orders(`/* ${IGNORE} entry-bypassed: Moves with stock. */\n`)],
  ])("%s leaves just that finding, and --all lists it with the reason", async (_, text) => {
    shop.write({ "packages/orders/src/index.ts": text });
    const { code, out } = await freehold(shop.path, "check");
    expect(out).toContain("1 left on purpose");
    expect(code).toBe(0);
    const { "check/entry-bypassed": found } = await checked("--all");
    expect(found).toMatchObject([{ accepted: { by: "comment", reason: "Moves with stock." } }]);
    expect((await freehold(shop.path, "check", "--all")).out).toContain("ignored: Orders imports files inside stock");
    expect((await freehold(shop.path, "scan", "--worktree")).out).not.toContain("entry-bypassed");
  });

  test("one of two places is left, the other is found", async () => {
    shop.write({
      "packages/orders/src/index.ts": orders(`// ${IGNORE} entry-bypassed: Moves with stock.\n`),
      "packages/orders/src/more.ts": '\n\nexport { secret } from "../../stock/src/inner.ts";\n',
    });
    const found = await checked();
    expect(found["check/entry-bypassed"]).toMatchObject([{ path: "packages/orders/src/more.ts", line: 3 }]);
    expect(found["ignore/unused"]).toBeUndefined();
  });

  test("many more places than evidence keeps: every one needs its comment", async () => {
    shop.write({ "packages/orders/src/index.ts": `${lines(20).join("")}import "../../stock/src/inner.ts";\n` });
    expect((await checked())["check/entry-bypassed"]).toMatchObject([{ line: 21 }]);
    shop.write({ "packages/orders/src/index.ts": lines(20).join("") });
    expect(await checked()).toEqual({});
  });

  test("without a reason, for no rule, or for nothing, it is a finding itself", async () => {
    shop.write({
      "packages/orders/src/index.ts": orders(`// ${IGNORE} entry-bypassed\n`),
      "packages/stock/src/index.ts": `// ${IGNORE} entry-bypast: Because.\n// ${IGNORE} layer: Because.\nexport const count: number = 1;\nconst text = "// ${IGNORE} cycle";\n`,
    });
    const found = await checked();
    expect(found["ignore/without-reason"]).toMatchObject([{ severity: "error", line: 2 }]);
    expect(found["check/entry-bypassed"]).toMatchObject([{ line: 3 }]);
    expect(found["ignore/unknown-rule"]).toMatchObject([{ line: 1, hint: "Did you mean `entry-bypassed`?" }]);
    expect(found["ignore/unused"]).toMatchObject([{ severity: "warning", line: 2 }]);
    expect(Object.keys(found)).toHaveLength(4);
  });

  test("in a manifest, with its kind of comment", async () => {
    shop.write({
      "packages/orders/src/index.ts": "export const total: number = 1;\n",
      "py/stock/product.yaml": "name: Py stock\n",
      "py/stock/core/pyproject.toml": "[project]\nname = 'core-py'\n",
      "py/stock/core/product.yaml": "name: Py core\nvisibility: private\n",
      "py/orders/pyproject.toml": uses(""),
      "py/orders/product.yaml": "name: Py orders\n",
    });
    expect((await checked())["check/private-used"]).toMatchObject([{ path: "py/orders/pyproject.toml", line: 3 }]);
    shop.write({ "py/orders/pyproject.toml": uses(`# ${IGNORE} private-used: Until May.\n`) });
    expect(await checked()).toEqual({});
  });
});

describe("a product that is kept private", () => {
  test("is used from outside: an error at the import; by the product that it is a part of: fine", async () => {
    shop.write(core("private"));
    const found = await checked();
    expect(found).toMatchObject({
      "check/private-used": [
        {
          severity: "error",
          message: "Orders uses Core, which is private",
          path: "packages/orders/src/index.ts",
          line: 1,
          hint: expect.stringContaining("packages/stock/core/product.yaml"),
        },
      ],
    });
    expect((await freehold(shop.path, "check")).code).toBe(1);
  });

  test("may be used by its own organisation, kept internal", async () => {
    shop.write(core("internal"));
    expect((await checked())["check/private-used"]).toBeUndefined();
  });
});

test("a waiver in the charter lets a rule pass until its last day, by the time of the newest commit", async () => {
  shop.write({ "packages/orders/product.yaml": charter("2999-01-01") });
  expect(await checked()).toEqual({});
  expect((await freehold(shop.path, "check", "--all")).out).toContain("until 2999-01-01");
  shop.write({ "packages/orders/product.yaml": charter("2020-01-01") });
  const late = await checked();
  expect(Object.keys(late).sort()).toEqual(["charter/waiver-expired", "check/entry-bypassed"]);
});

test("--format github annotates, gitlab reports code quality, and text of the repository begins no command", async () => {
  shop.write({ "packages/orders/product.yaml": 'name: "Orders\\n::error::x"\n' });
  const github = (await freehold(shop.path, "check", "--format", "github")).out;
  expect(github).toMatch(
    /^::error file=packages\/orders\/src\/index\.ts,line=2,title=check\/entry-bypassed::Orders%0A/,
  );
  expect(github.trim().split("\n")).toHaveLength(1);
  const gitlab = JSON.parse((await freehold(shop.path, "check", "--format", "gitlab")).out) as unknown[];
  expect(gitlab).toEqual([
    {
      check_name: "check/entry-bypassed",
      description: expect.stringContaining("stock"),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: "major",
      location: { path: "packages/orders/src/index.ts", lines: { begin: 2 } },
    },
  ]);
});
