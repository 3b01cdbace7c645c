/** Edits of a charter's text change the one value, and no other character. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { type CharterEdit, editCharterText } from "../src/next/edits/charter-edit.ts";

const word = fc.stringMatching(/^[\w:#{[,.' @/-]{1,12}$/).filter((text) => text.trim() !== "");
const charters = fc.record(
  {
    name: word,
    stage: fc.constantFrom("beta", "stable"),
    aliases: fc.array(word, { minLength: 1, maxLength: 4 }),
    scope: fc.record({ include: fc.array(word, { minLength: 1, maxLength: 3 }) }),
    interfaces: fc.array(fc.record({ kind: word, path: word }), { minLength: 1, maxLength: 3 }),
    mission: fc.string({ minLength: 1 }),
  },
  { requiredKeys: ["name"] },
);
type Charter = Readonly<Record<string, unknown>>;
const edits = fc.oneof(
  fc.record({
    op: fc.constant("add" as const),
    at: fc.constantFrom<(string | number)[][]>(["aliases"], ["interfaces"]),
    value: word,
  }),
  fc.record({
    op: fc.constant("replace" as const),
    at: fc.constantFrom<(string | number)[][]>(["stage"], ["name"], ["aliases", 0], ["interfaces", 0, "path"]),
    value: word,
  }),
  fc.record({
    op: fc.constant("remove" as const),
    at: fc.constantFrom<(string | number)[][]>(
      ["aliases", 0],
      ["aliases", 1],
      ["scope", "include", 0],
      ["interfaces", 0],
      ["stage"],
    ),
  }),
);

function edited(text: string, edit: Omit<CharterEdit, "kind" | "file">): string | undefined {
  return editCharterText(text, { kind: "charter", file: "product.yaml", ...edit });
}

test("what is there can be edited, and comments, other fields and their order stay", () => {
  fc.assert(
    fc.property(charters, edits, (charter: Charter, edit) => {
      const text = stringify(charter, { lineWidth: 0 });
      const commented = `# kept\n${text}# kept as well\n`;
      const after = edited(commented, edit);
      const [field, index] = edit.at;
      const list = charter[String(field)];
      const there =
        edit.op === "add" || (list !== undefined && (typeof index !== "number" || (list as unknown[]).length > index));
      expect(after !== undefined, commented).toBe(there);
      if (after === undefined) return;
      expect(after.startsWith("# kept\n")).toBe(true);
      expect(after).toContain("# kept as well\n");
      const now = parse(after) as Charter;
      for (const key of Object.keys(charter)) if (key !== field) expect(now[key]).toEqual(charter[key]);
    }),
  );
});

test.each<[string, Omit<CharterEdit, "kind" | "file">, string | undefined]>([
  [
    "name: A\nmission: >-\n  folded\n  text\naliases: [b] # why\n",
    { op: "add", at: ["aliases"], value: "c d" },
    "name: A\nmission: >-\n  folded\n  text\naliases: [b, c d] # why\n",
  ],
  ["name: A\n", { op: "add", at: ["aliases"], value: "@acme/b" }, 'name: A\naliases: ["@acme/b"]\n'],
  [
    "name: A",
    { op: "add", at: ["interfaces"], value: { kind: "cli", path: "a, b" } },
    'name: A\ninterfaces: [{ kind: cli, path: "a, b" }]\n',
  ],
  [
    "scope:\n  include:\n    - a/** # one\n    - b/**\nname: A\n",
    { op: "remove", at: ["scope", "include", 0] },
    "scope:\n  include:\n    - b/**\nname: A\n",
  ],
  [
    "name: A\nscope:\n  exclude: [old/**]\nstage: beta\n",
    { op: "remove", at: ["scope", "exclude", 0] },
    "name: A\nstage: beta\n",
  ],
  [
    "interfaces:\n  - kind: cli\n    path: a\n  - kind: go\nname: A\n",
    { op: "remove", at: ["interfaces", 0] },
    "interfaces:\n  - kind: go\nname: A\n",
  ],
  ["a: &x [1]\naliases: *x\nname: A\n", { op: "add", at: ["aliases"], value: "b" }, undefined],
  ["name: [", { op: "replace", at: ["name"], value: "b" }, undefined],
])("%j", (text, edit, after) => {
  expect(edited(text, edit)).toBe(after);
});
