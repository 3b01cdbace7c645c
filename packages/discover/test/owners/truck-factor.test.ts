import { expect, test } from "vitest";
import { createLedger } from "../../src/owners/ledger.ts";
import { createTruckFactors } from "../../src/owners/truck-factor.ts";
import { type Step, tell } from "./story.ts";

function factorOf(steps: readonly Step[], paths: readonly string[]) {
  const { history, people } = tell(steps);
  const ledger = createLedger(history, people, paths);
  return createTruckFactors(ledger)(ledger.paths.keys());
}

const names = ["Ada Lee", "Bob Moe", "Cat Noe", "Dan Orr"];

test("one who wrote everything", () => {
  const paths = ["a", "b", "c"];
  expect(factorOf([{ by: "Ada Lee <a@a.org>", year: 0, changes: { a: 1, b: 1, c: 1 } }], paths)?.count).toBe(1);
});

test("four who wrote a file each: three must go until fewer than half of the files are covered", () => {
  const steps = names.map((name, index) => ({
    by: `${name} <${index}@a.org>`,
    year: index,
    changes: { [`f${index}`]: 9 },
  }));
  expect(factorOf(steps, ["f0", "f1", "f2", "f3"])?.count).toBe(3);
});

test("who only touched a file is no author of it", () => {
  const steps: Step[] = [
    ...Array.from({ length: 10 }, (_, year) => ({ by: "Ada Lee <a@a.org>", year, changes: { a: 5 } })),
    { by: "Bob Moe <b@b.org>", year: 11, changes: { a: 500 } },
  ];
  expect(factorOf(steps, ["a"])?.people.map(({ files }) => files)).toEqual([1]);
});

test("no files, no factor", () => {
  expect(factorOf([], [])).toBeUndefined();
});
