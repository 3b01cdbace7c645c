import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { declaredFormats } from "../../src/declared/registry.ts";

const folder = new URL("../../src/declared/formats/", import.meta.url);
/** Read by both dialects of CODEOWNERS; no format itself. */
const shared = new Set(["codeowners-lines"]);

test("folder and registry agree", () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ""));
  expect(files.filter((name) => !shared.has(name)).sort()).toEqual(declaredFormats.map((format) => format.id).sort());
});

test.each(declaredFormats.map((format) => [format.id, format] as const))("%s survives any text", (_, format) => {
  for (const text of [
    "",
    "\0\u{ffff}",
    "a: &a [*a, *a]",
    "[".repeat(20_000),
    "<maintainer>".repeat(5_000),
    "*a".repeat(2_000) + " @x",
  ]) {
    const facts = format.parse({ path: "x/OWNERS", text });
    expect(Array.isArray(facts.rules)).toBe(true);
  }
});
