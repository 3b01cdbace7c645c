import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { characteristics, checksDocument, shippedStandard } from "../src/index.ts";

const folder = new URL("../src/characteristics/", import.meta.url);

test("every folder of characteristics is registered, and none besides", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(characteristics.map(({ id }) => id).sort());
});

describe.each(characteristics.map((characteristic) => [characteristic.id, characteristic] as const))(
  "%s",
  (id, { checks }) => {
    test("every file that exports a check is registered under its own name", () => {
      const files = readdirSync(new URL(`${id}/`, folder)).map((name) => name.replace(/\.ts$/, ""));
      const names = checks.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(files).toEqual(expect.arrayContaining(names));
      // What is no check is named for what it holds: text that several checks read.
      expect(files.filter((file) => !names.includes(file) && file !== "registry" && !file.endsWith("-text"))).toEqual(
        [],
      );
    });

    test("every check says what it looks at, how to mend it and where it comes from", () => {
      for (const { name, title, looksAt, mend, source, thresholds = {} } of checks) {
        for (const text of [title, looksAt, mend, source, ...Object.values(thresholds)]) {
          expect(text.length, name).toBeGreaterThan(10);
        }
      }
    });

    test("the shipped standard lists every check", () => {
      const listed = shippedStandard()
        .characteristics.find((one) => one.id === id)
        ?.checks.map(({ check }) => check.name);
      expect(listed?.toSorted()).toEqual(checks.map(({ name }) => name).toSorted());
    });
  },
);

test("docs/checks.md is that of the checks (else: npm run checks -w @freehold/assess)", () => {
  expect(readFileSync(new URL("../../../docs/checks.md", import.meta.url), "utf8")).toBe(checksDocument());
});

test("no check with false alarms above one in ten has a weight", () => {
  type Counts = Record<string, { judged: number; wrong: number; mended?: number } | undefined>;
  const [tuned, unseen] = ["false-alarms.json", "false-alarms-unseen.json"].map(
    (name) => JSON.parse(readFileSync(new URL(`../standard/${name}`, import.meta.url), "utf8")) as Counts,
  );
  const weights = new Map(
    shippedStandard().characteristics.flatMap((one) => one.checks.map(({ id, weight }) => [id, weight])),
  );
  for (const id of new Set([...Object.keys(tuned ?? {}), ...Object.keys(unseen ?? {})])) {
    const counts = [tuned?.[id], unseen?.[id]].flatMap((one) => one ?? []);
    const judged = counts.reduce((sum, one) => sum + one.judged, 0);
    const wrong = counts.reduce((sum, one) => sum + one.wrong - (one.mended ?? 0), 0);
    expect(weights.has(id), id).toBe(true);
    if (wrong > judged / 10) expect(weights.get(id), id).toBe(0);
  }
});
