import type { Consume } from "@freehold/model";
import { expect, test } from "vitest";
import { mergeConsumes } from "../../src/imports/merge-consumes.ts";

const declared: Consume = {
  id: "pkg:npm/b",
  scope: "development",
  range: "^1",
  declared: true,
  imported: false,
  evidence: [{ rule: "npm.dependency" }],
};
const imported: Consume = {
  id: "pkg:npm/b",
  scope: "runtime",
  declared: false,
  imported: true,
  uses: 3,
  symbols: ["x"],
  bypass: false,
  typeOnly: false,
  evidence: [{ rule: "typescript.import" }],
};

test("the manifest's scope and range stand, the source adds the use", () => {
  expect(mergeConsumes([declared], [imported])).toEqual([
    {
      ...imported,
      scope: "development",
      range: "^1",
      declared: true,
      evidence: [{ rule: "npm.dependency" }, { rule: "typescript.import" }],
    },
  ]);
});

test("what may be left out is so until the source, not only its tests, imports it", () => {
  const extra: Consume = { ...declared, scope: "optional", optIn: true };
  const optIn = (found: readonly Consume[]) => mergeConsumes([extra], found).map((consume) => consume.optIn);
  expect(optIn([])).toEqual([true]);
  expect(optIn([{ ...imported, scope: "test" }])).toEqual([true]);
  expect(optIn([imported])).toEqual([undefined]);
});

test("keeps what only one of them has, sorted", () => {
  const ids = mergeConsumes(
    [declared],
    [
      { ...imported, id: "pkg:npm/c" },
      { ...imported, id: "pkg:npm/a" },
    ],
  ).map(({ id }) => id);
  expect(ids).toEqual(["pkg:npm/a", "pkg:npm/b", "pkg:npm/c"]);
});
