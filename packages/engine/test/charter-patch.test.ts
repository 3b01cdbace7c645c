/** The patch of an edit applies to the charter that it was made of, and then the charter says so. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseCharter } from "@freehold/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { charterPatch } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "freehold-charter-"));
const path = "packages/my lamp/product.yaml";
const file = join(folder, path);

beforeAll(() => {
  execFileSync("git", ["init", "-q", folder]);
  execFileSync("git", ["-C", folder, "config", "core.autocrlf", "false"]);
  mkdirSync(dirname(file), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function applied(text: string, fields: Readonly<Record<string, unknown>>): string {
  writeFileSync(file, text);
  execFileSync("git", ["-C", folder, "apply", "--whitespace=nowarn", "-"], {
    input: charterPatch({ path, text }, fields),
  });
  return readFileSync(file, "utf8");
}

const TEXT = '# Ours.\nname: Lamp\nmission: Lights a room. # short\nstage: alpha\n\nowners: ["@acme/light"]\n';

test("a word changes in its place, and all around it stays as it is written", () => {
  expect(applied(TEXT, { mission: "Lights a house." })).toBe(TEXT.replace("Lights a room.", "Lights a house."));
  expect(applied(TEXT, { mission: "Lights a house.", stage: "beta" })).toBe(
    TEXT.replace("Lights a room.", "Lights a house.").replace("alpha", "beta"),
  );
});

test.each([
  ["a field that it does not have", TEXT, { kind: "component" }],
  ["a list", TEXT, { owners: ["ada@example.org"] }],
  ["a text without a line end", "name: Lamp\nmission: Lights a room.", { mission: "Lights a house." }],
  ["the line ends of Windows", TEXT.replaceAll("\n", "\r\n"), { mission: "Lights a house.", kind: "process" }],
  [
    "a mission in several lines",
    "name: Lamp\nmission: >-\n  Lights\n  a room.\nstage: idea\n",
    { mission: "Lights: all # of it" },
  ],
])("%s", (_, text, fields) => {
  const before = parseCharter(text).charter;
  expect(parseCharter(applied(text, fields)).charter).toEqual({ ...before, ...fields });
});

test("nothing that differs is no patch, and what is no charter is refused", () => {
  expect(charterPatch({ path, text: TEXT }, { stage: "alpha" })).toBe("");
  expect(() => charterPatch({ path, text: "- a\n" }, { stage: "alpha" })).toThrow(RangeError);
});
