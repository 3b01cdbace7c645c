import { expect, test } from "vitest";
import { consumesOf, discover, providesOf, unitAt, unitsOf } from "./discover.ts";

const SHOP = `apiVersion: v2
name: shop
version: 1.2.0
description: Sells
maintainers:
  - name: Ann Lee
    email: ann@example.com
dependencies:
  - name: stock
    version: 1.x
    repository: file://../stock
  - name: postgresql
    version: ">=12"
    repository: oci://charts.example.com/database
  - name: settings
    version: 0.0.0
`;

const VALUES = `replicas: 2
image:
  registry: ghcr.io
  repository: acme/shop
  tag: 1.2
sidecars:
  - image: { repository: envoyproxy/envoy, pullPolicy: Always }
git: { repository: acme/config }
source: { repository: "https://example.com/x", tag: v1 }
`;

const found = await discover({
  "charts/shop/Chart.yaml": SHOP,
  "charts/shop/values.yaml": VALUES,
  "charts/shop/charts/settings/Chart.yaml": "apiVersion: v2\nname: settings\nversion: 0.0.0\n",
  "charts/shop/charts/postgresql/Chart.yaml": "apiVersion: v2\nname: postgresql\nversion: 12.1.0\n",
  "charts/stock/Chart.yaml": "apiVersion: v1\nname: stock\nversion: 1.0.0\n",
  "charts/stock/requirements.yaml": "dependencies:\n  - name: redis\n    version: ^17\n",
  "notes/Chart.yaml": "title: sales by month\n",
  "values.yaml": "image: { repository: a/b, tag: 1 }\n",
});

test("a chart is a unit, one inside another is part of its release, and an unpacked copy is none", () => {
  expect(unitsOf(found)).toEqual([
    ". folder source shop",
    "charts/shop chart source shop",
    "charts/shop/charts/settings chart source settings",
    "charts/stock chart source stock",
  ]);
  expect(unitAt(found, "charts/shop")).toMatchObject({ version: "1.2.0", description: "Sells", published: true });
  expect(unitAt(found, "charts/shop/charts/settings").published).toBe(false);
  expect(providesOf(unitAt(found, "charts/shop"))).toEqual(["pkg:helm/shop"]);
});

test("it consumes charts and the images of its values, each with its line", () => {
  expect(consumesOf(unitAt(found, "charts/shop"))).toEqual([
    "pkg:docker/envoyproxy/envoy runtime @7",
    "pkg:docker/ghcr.io/acme/shop runtime 1.2 @4",
    "pkg:helm/postgresql runtime >=12 @12",
    "pkg:helm/settings runtime 0.0.0 @15",
    "pkg:helm/stock runtime 1.x @9",
  ]);
  expect(consumesOf(unitAt(found, "charts/stock"))).toEqual(["pkg:helm/redis runtime ^17 @2"]);
});

test("who maintains it is told to the owners", () => {
  const unit = unitAt(found, "charts/shop");
  expect(found.extras.get(unit.id)?.maintainers).toEqual([{ text: "Ann Lee <ann@example.com>", line: 6 }]);
});
