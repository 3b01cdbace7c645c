import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importedFormats } from "../../src/products/imported/registry.ts";
import { readImportedFile } from "../../src/products/index.ts";

const read = (path: string, text: string) => readImportedFile({ path, text })?.entities;

describe("files of other tools", () => {
  test("opslevel.yml", () =>
    expect(
      read("opslevel.yml", "version: 1\nservice:\n  name: Cart\n  owner: shop\n  description: Keeps carts\n"),
    ).toEqual([
      {
        format: "opslevel",
        path: "opslevel.yml",
        kind: "service",
        name: "Cart",
        owner: "shop",
        description: "Keeps carts",
      },
    ]));
  test("cortex.yaml", () =>
    expect(
      read(
        "a/cortex.yaml",
        "openapi: 3.0.1\ninfo:\n  title: Cart\n  x-cortex-tag: cart\n  x-cortex-owners:\n    - type: group\n      name: shop\n",
      ),
    ).toEqual([
      { format: "cortex", path: "a/cortex.yaml", kind: "service", name: "cart", title: "Cart", owner: "shop" },
    ]));
  test("compass.yml", () =>
    expect(read("compass.yml", "name: cart\ntypeId: SERVICE\nownerId: ari:team/1\n")).toEqual([
      { format: "compass", path: "compass.yml", kind: "SERVICE", name: "cart", owner: "ari:team/1" },
    ]));
  test("publiccode.yml", () =>
    expect(
      read(
        "publiccode.yml",
        "publiccodeYmlVersion: '0.4'\nname: Registry\ndescription:\n  en:\n    shortDescription: A registry\nlegal:\n  mainCopyrightOwner: City\n",
      ),
    ).toEqual([
      {
        format: "publiccode",
        path: "publiccode.yml",
        kind: "software",
        name: "Registry",
        description: "A registry",
        owner: "City",
      },
    ]));
  test("codemeta.json", () =>
    expect(
      read("codemeta.json", '{"name": "sim", "description": "Simulates", "maintainer": {"email": "a@b.c"}}'),
    ).toEqual([
      {
        format: "codemeta",
        path: "codemeta.json",
        kind: "software",
        name: "sim",
        description: "Simulates",
        owner: "a@b.c",
      },
    ]));
});

describe("trouble is a problem, not an exception", () => {
  const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `${String.fromCharCode(98 + (i % 20))}${i}: &n${i} [*${i === 0 ? "a" : `n${i - 1}`}, *${i === 0 ? "a" : `n${i - 1}`}]`).join("\n")}\n`;
  test.each([
    ["broken YAML", "name: [1, 2\nx: }"],
    ["a YAML bomb", bomb],
    ["a list", "- a\n- b\n"],
    ["nothing", ""],
    ["a name that is no text", "name: {a: 1}\n"],
    ["deep nesting", "[".repeat(20_000)],
  ])("%s", (_, text) => {
    for (const path of ["opslevel.yml", "cortex.yaml", "compass.yml", "publiccode.yml", "codemeta.json"]) {
      expect(readImportedFile({ path, text })?.entities).toEqual([]);
    }
  });
});

test("the registry lists every format in the folder", () => {
  const folder = new URL("../../src/products/imported/", import.meta.url);
  const known = new Set(["format.ts", "read-data.ts", "registry.ts"]);
  const names = readdirSync(folder).filter((name) => !known.has(name));
  expect(importedFormats.map((format) => `${format.id}.ts`)).toEqual(names.sort());
});
