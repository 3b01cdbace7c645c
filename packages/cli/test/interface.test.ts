/** The boundary as promised beside the boundary as used, in `explain` and in the report of a scan. */
import { join } from "node:path";
import type { ProductInterface } from "@freehold/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeRepository, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const shop = makeRepository(join(folder.path, "shop"));

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
  const dependencies = { stock: "^1.0.0" };
  shop.commit("Ada Lovelace", "Begin", {
    "package.json": json({ name: "shop", private: true, workspaces: ["*"] }),
    "stock/package.json": json({ name: "stock", version: "1.0.0", type: "module", exports: "./index.ts" }),
    "stock/product.yaml": "name: Stock\n",
    "stock/index.ts":
      "export function count(): number {\n  return 1;\n}\nexport function order(): void {}\n/** @internal */\nexport function reset(): void {}\nexport class Shelf {\n  fill(): void {}\n}\n",
    "stock/inner.ts": "export const secret: number = 1;\n",
    "orders/package.json": json({ name: "orders", version: "1.0.0", type: "module", dependencies }),
    "orders/product.yaml": "name: Orders\n",
    "orders/index.ts":
      'import { count, reset } from "stock";\nimport { secret } from "../stock/inner.ts";\nexport const total: number = count() + secret;\nreset();\n',
    "app/package.json": json({ name: "app", version: "1.0.0", type: "module", dependencies }),
    "app/product.yaml": "name: App\n",
    "app/index.ts": 'import "stock";\nimport { Shelf } from "stock";\nnew Shelf().fill();\n',
  });
});
afterAll(() => folder.remove());

test("each element with who uses it and where; what nobody uses; what is used and not promised", async () => {
  const { out: report } = await freehold(shop.path, "scan");
  expect(report).toMatch(/stock +3 +2 +1 +2\n/);
  const { out, code } = await freehold(shop.path, "explain", "stock.interface");
  expect(code).toBe(0);
  expect(out).toContain("promises: 3 elements: 2 used by other products, 1 by none; 2 used that are not promised");
  expect(out).toMatch(/used: count, by orders: 1 import\n +stock\/index\.ts:1 .*\n +shop orders\/index\.ts:1 /);
  expect(out).toMatch(/used: Shelf, by app/);
  expect(out).toMatch(/used, not promised: `secret` of \.\.\/stock\/inner\.ts, by orders\n +shop orders\/index\.ts:2 /);
  expect(out).toMatch(/used though internal: reset \(internal\), by orders/);
  expect(out).toMatch(/used by no other product: order\n +stock\/index\.ts:4 /);
  expect((await freehold(shop.path, "explain", "stock")).out).toContain("promises: 3 elements");
});

test("--json has every element with its users", async () => {
  await freehold(shop.path, "scan");
  const { out } = await freehold(shop.path, "explain", "stock.interface", "--json");
  const { interface: found } = JSON.parse(out) as { interface: ProductInterface };
  const elements = new Map(found.units[0]?.elements.map((element) => [element.id, element]));
  const usersOf = (id: string) => elements.get(id)?.users.map((index) => found.uses[index]?.unit.name);
  expect(usersOf(".#count")).toEqual(["orders"]);
  expect(usersOf(".#Shelf.prototype.fill")).toEqual(["app"]);
  expect(usersOf(".#order")).toEqual([]);
});

test("interfaces that were not read are unknown, not unused", async () => {
  await freehold(shop.path, "scan", "--no-interfaces");
  expect((await freehold(shop.path, "explain", "stock.interface")).out).toContain("unknown: interfaces were not read");
});
