import type { Charter } from "@freehold/model";
import { describe, expect, test } from "vitest";
import { discoverProducts, type DeclaredEntity } from "../../src/products/index.ts";
import { groups, repository } from "./sample.ts";

const charter = (path: string, name: string, more: Partial<Charter> = {}) => ({
  path,
  charter: { name, ...more } as Charter,
});
const entity = (path: string, name: string, more: Partial<DeclaredEntity> = {}): DeclaredEntity => ({
  format: "backstage",
  path,
  kind: "Component",
  name,
  ...more,
});
const lines = [". private", "api", "web -> api", "tools/gen"];

describe("charters", () => {
  test("own their folder", () =>
    expect(groups(lines, { charters: [charter("api/product.yaml", "Orders")] })).toContain("Orders: api"));
  test("deeper ones own their part", () =>
    expect(
      groups(lines, { charters: [charter("product.yaml", "Shop"), charter("api/product.yaml", "Orders")] }),
    ).toEqual(["Shop > Orders: api", "Shop: . tools/gen web"]));
  test("own what they include elsewhere", () =>
    expect(
      groups(lines, {
        charters: [charter("api/product.yaml", "Orders", { scope: { include: ["**", "../tools/gen"] } })],
      }),
    ).toContain("Orders: api tools/gen"));
  test("do not own what they exclude", () =>
    expect(groups(lines, { charters: [charter("product.yaml", "Shop", { scope: { exclude: ["tools"] } })] })).toContain(
      "gen: tools/gen",
    ));
  test("are what a rule would join, never joined themselves", () =>
    expect(
      groups([". private", "api -> queue", "queue private", "web"], {
        charters: [charter("queue/product.yaml", "Queue")],
      }),
    ).toContain("Queue: queue"));
  test("take in what only they use", () =>
    expect(
      groups([". private", "api -> queue", "queue private", "web"], {
        charters: [charter("api/product.yaml", "Orders")],
      }),
    ).toContain("Orders: api queue"));
  test("a component is part of the charter around it", () =>
    expect(
      groups(lines, {
        charters: [charter("product.yaml", "Shop"), charter("api/product.yaml", "Orders", { kind: "component" })],
      }),
    ).toContain("Shop > Orders: api"));
  test("an id is kept, a mission is declared", () => {
    const charters = [charter("product.yaml", "Shop", { id: "prd_shop", mission: "Sells things" })];
    expect(discoverProducts([repository(lines, { charters })]).products).toMatchObject([
      {
        id: "prd_shop",
        charter: "product.yaml",
        provenance: "declared",
        confidence: 1,
        mission: { value: "Sells things", provenance: "declared" },
      },
    ]);
  });
});

function check(...charters: ReturnType<typeof charter>[]): string[] {
  return discoverProducts([repository(lines, { charters })]).violations.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
}

describe("scope violations", () => {
  test("a root charter leaves nothing unowned", () => expect(check(charter("product.yaml", "Shop"))).toEqual([]));
  test("folders without an owner", () =>
    expect(check(charter("api/product.yaml", "Orders"))).toEqual(["unowned-path: no product owns the root (3 files)"]));
  test("two charters that claim the same", () =>
    expect(
      check(
        charter("product.yaml", "Shop"),
        charter("api/product.yaml", "A", { scope: { include: ["../web"] } }),
        charter("web/product.yaml", "B"),
        charter("tools/product.yaml", "C"),
      ),
    ).toEqual(["scope-overlap: api/product.yaml and web/product.yaml both own web/package.json"]));
  test("without charters nobody promised anything", () => expect(check()).toEqual([]));
});

describe("what other tools declare", () => {
  test("a component is a product", () =>
    expect(groups(lines, { declarations: [entity("api/catalog-info.yaml", "orders")] })).toContain("orders: api"));
  test("a charter beside it wins", () =>
    expect(
      groups(lines, {
        charters: [charter("api/product.yaml", "Orders")],
        declarations: [entity("api/catalog-info.yaml", "orders")],
      }),
    ).not.toContain("orders: api"));
  test("several in one file mean the units of their names", () =>
    expect(
      groups(lines, {
        declarations: [
          entity("catalog-info.yaml", "api"),
          entity("catalog-info.yaml", "web"),
          entity("catalog-info.yaml", "gone"),
        ],
      }),
    ).toEqual(expect.arrayContaining(["api: api", "gone:", "web: web"])));
  test("components of one system are parts of one product", () =>
    expect(
      groups(lines, {
        declarations: [
          entity("api/catalog-info.yaml", "orders", { system: "shop" }),
          entity("web/catalog-info.yaml", "site", { system: "system:default/shop" }),
        ],
      }),
    ).toEqual(expect.arrayContaining(["shop > orders: api", "shop > site: web", "shop:"])));
  test("teams and APIs are no products", () =>
    expect(
      groups(["."], {
        declarations: [
          entity("catalog-info.yaml", "core", { kind: "Group" }),
          entity("catalog-info.yaml", "rest", { kind: "API" }),
        ],
      }),
    ).toEqual(["acme: ."]));
});
