/** Of any two versions of a unit: comparing one with itself finds nothing, and the two directions mirror. */
import fc from "fast-check";
import { blobId, noCache } from "@freehold/repository";
import { expect, test } from "vitest";
import { type Desk, NOTHING_WANTED, openDesk, type UnitSide } from "../src/interfaces/desk.ts";
import { type CompareAnswer, compareUnits as compareSides } from "../src/interfaces/job.ts";
import { touchedElements } from "../src/interfaces/touched.ts";

const TYPES = ["string", "number", "Shown", "Hidden"] as const;
const NAMES = ["a", "b", "c", "d"] as const;
const type = fc.constantFrom(...TYPES);
const version = fc.record({
  functions: fc.uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), takes: fc.array(type, { maxLength: 2 }) }), {
    selector: ({ name }) => name,
  }),
  hidden: fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }),
  shown: fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }),
});

const members = (names: readonly string[]) => [...new Set(names)].map((name) => `${name}: number;`).join(" ");

function unit({
  functions,
  hidden,
  shown,
}: typeof version extends fc.Arbitrary<infer T> ? T : never): Readonly<Record<string, string>> {
  const lines = [
    `interface Hidden { ${members(hidden)} }`,
    `export interface Shown { ${members(shown)} }`,
    ...functions.map(
      ({ name, takes }) => `export function ${name}(${takes.map((one, at) => `p${at}: ${one}`).join(", ")}): void {}`,
    ),
  ];
  const manifest = JSON.stringify({ name: "unit", version: "1.0.0", type: "module", exports: "./index.ts" });
  return { "index.ts": lines.join("\n"), "package.json": manifest };
}

type Files = ReturnType<typeof unit>;

async function compareUnits(before: Files, after: Files): Promise<CompareAnswer> {
  const desk = openDesk(noCache);
  return await compareSides(sideOf(before, desk), sideOf(after, desk), desk);
}

function sideOf(files: Files, { texts }: Desk): UnitSide {
  for (const text of Object.values(files)) texts.set(blobId(Buffer.from(text)), text);
  return {
    folder: "",
    files: Object.entries(files).map(([path, text]) => [path, blobId(Buffer.from(text))]),
    outside: new Map(),
  };
}

const changesOf = ({ kinds }: CompareAnswer) => kinds.flatMap(({ changes }) => changes);
const ids = (answer: CompareAnswer, effect: string) =>
  changesOf(answer)
    .filter((change) => change.effect === effect)
    .map(({ element }) => element)
    .sort();

test("diff(a, a) is empty, and nothing is touched", async () => {
  await fc.assert(
    fc.asyncProperty(version, async (a) => {
      const answer = await compareUnits(unit(a), unit(a));
      expect(answer.wanted).toEqual({ before: NOTHING_WANTED, after: NOTHING_WANTED });
      expect(changesOf(answer)).toEqual([]);
      expect(touchedElements(answer).size).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("what diff(a, b) adds, diff(b, a) removes; and either both find something or neither does", async () => {
  await fc.assert(
    fc.asyncProperty(version, version, async (a, b) => {
      const [there, back] = [await compareUnits(unit(a), unit(b)), await compareUnits(unit(b), unit(a))];
      expect(ids(there, "added")).toEqual(ids(back, "removed"));
      expect(ids(there, "removed")).toEqual(ids(back, "added"));
      expect(changesOf(there).length > 0).toBe(changesOf(back).length > 0);
    }),
    { numRuns: 40 },
  );
});

test("what is touched holds what broke, and whatever is made of it", async () => {
  await fc.assert(
    fc.asyncProperty(version, version, async (a, b) => {
      const answer = await compareUnits(unit(a), unit(b));
      const touched = touchedElements(answer);
      const broken = changesOf(answer).filter((change) => change.class === "breaking");
      for (const { element } of broken) expect(touched.has(element), element).toBe(true);
      const showing = answer.kinds.flatMap(({ before }) => before).filter(({ shows }) => shows?.includes(".#Shown"));
      if (touched.has(".#Shown")) for (const { id } of showing) expect(touched.has(id), id).toBe(true);
    }),
    { numRuns: 40 },
  );
});
