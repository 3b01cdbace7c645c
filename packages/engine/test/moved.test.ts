/** What moved within a repository breaks who uses the old name, and says where it is now. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diff } from "../src/index.ts";
import { beginStory } from "./scan/story.ts";

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "freehold-moved-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MANIFEST = (name: string) => `[project]\nname = "${name}"\nversion = "1.0.0"\n`;
const KIND = "def kind(of: str) -> int:\n    return 1\n";
const OTHER = "def other() -> None: ...\n";
const holder = (name: string, members: string) => `class ${name}:\n    ${members}\n\n`;

test("an element that one package lost and another gained is said to have moved, and breaks", async () => {
  const story = beginStory(join(folder, "moved"));
  story.tell([
    {
      "one/pyproject.toml": MANIFEST("one"),
      "one/one/__init__.py": `${KIND}\n${OTHER}\ndef twice(): ...\n${holder("Old", "size: int")}`,
      "two/pyproject.toml": MANIFEST("two"),
      "two/two/__init__.py": OTHER,
    },
    {
      "one/one/__init__.py": `${OTHER}\n${holder("Old", "pass")}`,
      "two/two/__init__.py": `${KIND}\n${OTHER}\ndef twice(): ...\n${holder("New", "size: int")}`,
      "two/two/more.py": "def twice(): ...\n",
    },
  ]);
  const { products } = await diff(story.path, { base: "main~1", head: "main", cache: false });
  const removed = products
    .flatMap(({ units }) => units.flatMap(({ changes }) => changes))
    .filter(({ effect }) => effect === "removed");
  expect(removed.map((change) => [change.element, change.class])).toEqual([
    ["one#Old.size", "breaking"],
    ["one#kind", "breaking"],
    ["one#twice", "breaking"],
  ]);
  expect(removed[1]?.message).toMatch(/; moved to two#kind of two$/);
  // A member goes where its class goes; two places could be meant.
  for (const index of [0, 2]) expect(removed[index]?.message).not.toContain("moved");
});
