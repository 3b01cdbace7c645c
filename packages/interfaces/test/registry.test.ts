import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Place } from "../src/kind.ts";
import { aboutKind, knownKinds } from "../src/known-kinds.ts";
import { loadKind } from "../src/load-kind.ts";
import { interfaceKind, interfaceKinds } from "../src/registry.ts";

const empty: Place = { folder: "", paths: [], read: () => undefined };

test("every folder or file of kinds/ is registered under its own name, and nothing else is", () => {
  const names = readdirSync(new URL("../src/kinds/", import.meta.url)).map((name) => name.replace(/\.ts$/, ""));
  expect(interfaceKinds.map((kind) => kind.id).sort()).toEqual([...new Set(names)].sort());
});

test("what is known of every kind without loading it is what the kind says", () => {
  expect(knownKinds.map(({ id }) => id)).toEqual(interfaceKinds.map(({ id }) => id));
  for (const kind of interfaceKinds) expect(kind).toMatchObject(aboutKind(kind.id) ?? {});
});

test("a kind that is loaded by its id is the registered one", async () => {
  for (const kind of interfaceKinds) expect(await loadKind(kind.id)).toBe(kind);
  await expect(loadKind("none")).rejects.toThrow("`none` is no kind of interface");
});

test.each(interfaceKinds)("$id keeps the contract where there is nothing", (kind) => {
  expect(interfaceKind(kind.id)).toBe(kind);
  expect(kind.title).not.toBe("");
  expect(kind.version).toBeGreaterThan(0);
  expect(kind.find(empty)).toEqual([]);
  expect(kind.extract([], empty).elements).toEqual([]);
  expect(kind.compare([], [])).toEqual([]);
});
