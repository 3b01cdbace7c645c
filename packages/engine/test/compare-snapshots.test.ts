import type { Comparison, Element } from "@freehold/model";
import fc from "fast-check";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { compareWithSnapshot } from "../src/index.ts";
import { element, type Library, snapshotOf } from "./snapshot-maker.ts";

function compare(before: readonly Library[], after: readonly Library[]): Promise<Comparison> {
  const base = { label: "before.json", snapshot: snapshotOf(before) };
  const head = { label: "after.json", snapshot: snapshotOf(after) };
  // No repository is there: only the snapshots themselves can be compared.
  return compareWithSnapshot(base, head, tmpdir(), { cache: false, today: "2026-11-22" });
}

async function changes(before: readonly Element[], after: readonly Element[], kind = "typescript"): Promise<string[]> {
  const found = await compare([{ name: "lib", elements: before, kind }], [{ name: "lib", elements: after, kind }]);
  return found.products.flatMap(({ units }) =>
    units.flatMap((unit) => unit.changes.map((one) => `${one.effect} ${one.element} ${one.class}`)),
  );
}

const parse = element("parse", "parse(text: string)");
const print = element("print", "print()");

function input(name: string): Element {
  return element(name, name, { kind: "input", id: `input ${name}` });
}

function unknown(signature: string): Element {
  const { shape: _, ...rest } = element("parse", signature);
  return rest;
}

function elements(): fc.Arbitrary<Element[]> {
  const name = fc.constantFrom("a", "b", "c", "a.d", "b.e");
  return fc
    .uniqueArray(fc.tuple(name, fc.constantFrom("x", "y")), { selector: ([id]) => id })
    .map((list) => list.map(([id, signature]) => element(id, signature)));
}

describe("two snapshots", () => {
  it("have no change when they are the same", async () => expect(await changes([parse], [parse])).toEqual([]));
  it("break by what is gone", async () =>
    expect(await changes([parse, print], [parse])).toEqual(["removed .#print breaking"]));
  it("are not judged where a shape changed", async () =>
    expect(await changes([parse], [element("parse", "parse(text: number)")])).toEqual(["changed .#parse unknown"]));
  it("break by what becomes internal", async () =>
    expect(await changes([parse], [{ ...parse, stability: "internal" }])).toEqual(["changed .#parse breaking"]));
  it("hide what was internal before", async () =>
    expect(await changes([{ ...parse, stability: "internal" }], [])).toEqual([]));
  it("gain a new name without harm", async () =>
    expect(await changes([parse], [parse, print])).toEqual(["added .#print compatible"]));
  it("gain a member that somebody may have to implement", async () => {
    const query = element("Query", "interface Query", { kind: "interface" });
    const member = element("Query.fetch", "fetch(): void", { kind: "method" });
    expect(await changes([query], [query, member])).toEqual(["added .#Query.fetch unknown"]);
    expect(await changes([parse], [parse, query, member])).toEqual([
      "added .#Query compatible",
      "added .#Query.fetch compatible",
    ]);
  });
  it("gain an input that may be required, where inputs are given and not imported", async () => {
    expect(await changes([input("a")], [input("a"), input("b")], "github-action")).toEqual(["added input b unknown"]);
  });
  it("are not judged where the shape is unknown and the signature another", async () => {
    expect(await changes([unknown("a")], [unknown("b")])).toEqual(["changed .#parse unknown"]);
    expect(await changes([unknown("a")], [unknown("a")])).toEqual([]);
  });

  it("name whom a change hits, and the version that it needs", async () => {
    const consumer = { name: "app", elements: [], uses: { lib: ["parse"] } };
    const found = await compare(
      [{ name: "lib", elements: [parse, print] }, consumer],
      [{ name: "lib", elements: [print], version: "1.1.0" }, consumer],
    );
    expect(found).toMatchObject({ judged: "shapes", base: { label: "before.json" }, unchanged: 1 });
    expect(found.products).toMatchObject([
      {
        product: { slug: "lib" },
        removed: 1,
        units: [
          {
            version: { required: "major", verdict: "too-small", next: "2.0.0" },
            changes: [{ hits: [{ product: "app", places: [{ path: "app/src/index.ts", line: 3 }] }] }],
          },
        ],
      },
    ]);
  });

  it("say where interfaces were not read, rather than that nothing changed", async () => {
    const found = await compare([{ name: "lib" }], [{ name: "lib", elements: [parse] }]);
    expect(found.products).toEqual([]);
    expect(found.problems).toMatchObject([{ code: "comparison/interfaces-not-read" }]);
  });

  it("mirror each other: what one direction adds, the other removes", () =>
    fc.assert(
      fc.asyncProperty(elements(), elements(), async (one, other) => {
        const there = (await changes(one, other)).map((line) => line.split(" ").slice(0, 2).join(" "));
        const back = (await changes(other, one)).map((line) => line.split(" ").slice(0, 2).join(" "));
        const mirrored = back.map((line) =>
          line.replace(/^added|^removed/, (word) => (word === "added" ? "removed" : "added")),
        );
        expect(there.sort()).toEqual(mirrored.sort());
        expect(await changes(one, one)).toEqual([]);
      }),
      { numRuns: 25 },
    ));
});
