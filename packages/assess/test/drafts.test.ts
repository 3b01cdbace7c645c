import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { characteristics } from "../src/characteristics/registry.ts";
import { stepOf, steps } from "../src/next/steps.ts";

test("every draft is that of a step, and every step of a check is there", () => {
  const files = readdirSync(new URL("../src/next/drafts", import.meta.url)).map((name) => name.replace(/\.ts$/, ""));
  expect(steps.map(({ id }) => id)).toEqual(files.sort());
  for (const { checks } of characteristics)
    for (const { step, name } of checks) if (step !== undefined) expect(stepOf(step)?.id, name).toBe(step);
});
