/** `start`: a product from a need, or out of what is there. */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCharter, type Start, startSchema } from "@freehold/model";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { run } from "../src/program.ts";
import { type MadeRepository, makeRepository, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
let number = 0;
let app: MadeRepository;

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
});
afterAll(() => folder.remove());

beforeEach(() => {
  app = makeRepository(join(folder.path, `app-${number++}`));
  app.commit("Ada Lovelace", "Begin", {
    "package.json": '{"name":"app","version":"1.0.0","type":"module","dependencies":{"zod":"^4.0.0"}}\n',
    "src/main.ts":
      'import { send } from "./mail/send.ts";\nimport type { Letter } from "./mail/letter.ts";\nexport const go = (letter: Letter) => send(letter);\n',
    "src/text.ts": "export const trim = (text: string) => text.trim();\n",
    "src/only.ts": "export const only = 1;\n",
    "src/config.ts": 'import { send } from "./mail/send.ts";\nexport const config = { send, from: "a" };\n',
    "src/log.ts": 'import { trim } from "./text.ts";\nexport const log = trim;\n',
  });
  app.commit("Grace Hopper", "Mail", {
    "src/mail/send.ts":
      'import { z } from "zod";\nimport { trim } from "../text.ts";\nimport { only } from "../only.ts";\nimport { config } from "../config.ts";\nimport type { Letter } from "./letter.ts";\nexport function send(letter: Letter): string {\n  return trim(letter.text) + only + config.from + z;\n}\n',
    "src/mail/letter.ts": "export interface Letter {\n  readonly text: string;\n}\n",
    "src/mail.test.ts": 'import { hidden } from "./mail/parts.ts";\nhidden();\n',
    "src/mail/parts.ts": "export const hidden = () => 1;\n",
  });
});

async function brownfield(...args: string[]): Promise<Start> {
  const { out, err, code } = await freehold(app.path, "start", "--from", ...args, "--json");
  expect(`${code} ${code === 0 ? "" : err}`).toBe("0 ");
  return startSchema.parse(JSON.parse(out));
}

describe("brownfield", () => {
  test("shows the interface of the cut, what it needs, cycles, packages and who to ask", async () => {
    const { cut, consult } = await brownfield("src/mail");
    expect(cut?.promised.map(({ symbol, uses, typeOnly, testOnly }) => [symbol, uses, typeOnly, testOnly])).toEqual([
      ["send", 2, false, false],
      ["Letter", 1, true, false],
      ["hidden", 1, false, true],
    ]);
    expect(cut?.promised[0]?.places).toEqual([
      { path: "src/config.ts", line: 1 },
      { path: "src/main.ts", line: 1 },
    ]);
    expect(cut?.needed.map(({ symbol, others }) => [symbol, others])).toEqual([
      ["config", 0],
      ["only", 0],
      ["trim", 1],
    ]);
    expect(cut?.cycles).toEqual([{ path: "src/config.ts", uses: 1, usedBy: 1 }]);
    expect(cut?.packages).toEqual([{ id: "pkg:npm/zod", range: "^4.0.0", uses: 1 }]);
    expect(consult.map(({ name }) => name)).toContain("Grace Hopper");
  });

  test("plans small commits: knots first, then the entry, then what it needs", async () => {
    const { plan } = await brownfield("src/mail");
    expect(plan.map(({ title }) => title)).toEqual([
      "Say what mail is: commit its charter",
      "Stop needing src/config.ts",
      "Give it one entry with the 3 names that are used",
      "Point the 4 imports at the entry",
      "Move along the 1 file that only it uses",
      "Settle what it needs of src/text.ts",
      "Give it a manifest of its own",
      "Move its tests to it",
      "Hold the boundary: run freehold check in CI",
      "Release mail under a version of its own, and move the users over one by one",
    ]);
  });

  test("drafts a valid charter, an entry that exports what is used, and the plan; once written, check knows the product", async () => {
    const { files, name } = await brownfield("src/mail", "--write");
    expect(name).toBe("mail");
    const charter = parseCharter(readFileSync(join(app.path, "src/mail/product.yaml"), "utf8"), "product.yaml");
    expect(charter).toMatchObject({ charter: { name: "mail", stage: "alpha" }, problems: [] });
    expect(charter.charter?.mission).toBeUndefined();
    expect(readFileSync(join(app.path, "src/mail/index.ts"), "utf8")).toContain(
      'export type { Letter } from "./letter.ts";\nexport { hidden } from "./parts.ts";\nexport { send } from "./send.ts";',
    );
    expect(readFileSync(join(app.path, "src/mail/EXTRACTION.md"), "utf8")).toContain(
      "- [ ] **Stop needing src/config.ts.**",
    );
    expect(files).toHaveLength(3);
    const { out } = await freehold(app.path, "scan", "--worktree");
    expect(out).toMatch(/mail .*product \(declared\)/);
  });

  test("nothing is written over, nor through a link that leads out", async () => {
    writeFileSync(join(app.path, "src/mail/EXTRACTION.md"), "mine\n");
    const { code, err } = await freehold(app.path, "start", "--from", "src/mail", "--write");
    expect(code).toBe(2);
    expect(err).toContain("EXTRACTION.md is there already; nothing was written");
    expect(existsSync(join(app.path, "src/mail/product.yaml"))).toBe(false);
    symlinkSync(folder.path, join(app.path, "out"));
    const outside = await freehold(app.path, "start", "Kite", "--in", "out/kite", "--write");
    expect(outside.code).toBe(2);
    expect(existsSync(join(folder.path, "kite"))).toBe(false);
    const above = await freehold(app.path, "start", "Kite", "--in", "../kite", "--write");
    expect(above.code).toBe(2);
  });

  test.each([
    [["src/male"], "Did you mean `src/mail`?"],
    [["."], "freehold init"],
    [["nothing-like-it"], "Name a folder"],
  ])("%s is no part", async (from, hint) => {
    const { code, err } = await freehold(app.path, "start", "--from", ...from);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });
});

describe("greenfield", () => {
  test("what was answered is in the drafts, the rest stays a marked question", async () => {
    const args = [
      "--need",
      "Says when the wind is right.",
      "--not",
      "Sell kites",
      "--alternative",
      "Windy: it asks for an account",
    ];
    const { out } = await freehold(app.path, "start", "Kite Times", ...args, "--json");
    const start = startSchema.parse(JSON.parse(out));
    const [charter, readme] = start.files;
    expect(charter?.path).toBe("kite-times/product.yaml");
    expect(parseCharter(charter?.text ?? "", "product.yaml")).toMatchObject({
      charter: {
        name: "Kite Times",
        mission: "Says when the wind is right.",
        doesNot: ["Sell kites"],
        stage: "idea",
        alternatives: [{ name: "Windy", reason: "it asks for an account" }],
      },
      problems: [],
    });
    expect(readme?.text).toContain("QUESTION: who is it for");
    expect(start.questions).toContain("who is it for?");
    expect(existsSync(join(app.path, "kite-times"))).toBe(false);
  });

  test("what does it already is named first", async () => {
    app.commit("Ada Lovelace", "Describe", {
      "package.json": '{"name":"app","version":"1.0.0","description":"Sends letters by mail to customers."}\n',
    });
    await freehold(app.path, "scan");
    const { out } = await freehold(app.path, "start", "Post", "--need", "Sends a letter to every customer.", "--json");
    expect(startSchema.parse(JSON.parse(out)).similar).toMatchObject([{ slug: "app" }]);
  });

  test("a person is asked, one question at a time", async () => {
    const answers = [
      "Kite",
      "Says when the wind is right.",
      "Those who fly",
      "Sell; Rent",
      "",
      "A page with tomorrow's wind",
      "@ada",
    ];
    const asked: string[] = [];
    let out = "";
    const ask = async (question: string) => {
      asked.push(question);
      return answers[asked.length - 1] ?? "";
    };
    const terminal = {
      out: (text: string) => void (out += text),
      err: () => {},
      redraw: () => {},
      interactive: false,
      width: 100,
      cwd: app.path,
      ask,
    };
    expect(await run(["start", "--write"], terminal)).toBe(0);
    expect(asked).toHaveLength(7);
    expect(out).toContain("kite/product.yaml");
    const charter = parseCharter(readFileSync(join(app.path, "kite/product.yaml"), "utf8"), "product.yaml").charter;
    expect(charter).toMatchObject({ owners: ["@ada"], doesNot: ["Sell", "Rent"] });
  });

  test("without a name and nobody to ask, it says how", async () => {
    const { code, err } = await freehold(app.path, "start");
    expect(code).toBe(2);
    expect(err).toContain("freehold start <name>");
  });
});
