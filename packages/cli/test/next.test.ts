/** `next`: the steps of a product, and drafts that git takes. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Assessment, type Next, nextSchema, parseCharter } from "@freehold/model";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MadeRepository, makeRepository, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
let lamp: MadeRepository;
let number = 0;

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
});
afterAll(() => folder.remove());

beforeEach(() => {
  lamp = makeRepository(join(folder.path, `lamp-${number++}`));
  lamp.git("remote", "add", "origin", "https://github.com/acme/lamp.git");
  lamp.commit("Ada Lovelace", "Begin", {
    "package.json": json({
      name: "lamp",
      version: "1.2.0",
      license: "MIT",
      type: "module",
      exports: "./src/index.ts",
      scripts: { build: "tsc", test: "vitest run", lint: "oxlint", deploy: "true" },
    }),
    "package-lock.json": json({ name: "lamp", lockfileVersion: 3, packages: { "": { name: "lamp" } } }),
    "src/index.ts": "export function light(room: string): string {\n  return room;\n}\n",
  });
  lamp.git("tag", "v1.2.0");
});

const charter = (name: string) => `name: ${name}\nowners: ["@acme/light"]\n`;
const read = (path: string) => readFileSync(join(lamp.path, path), "utf8");

async function steps(...args: string[]): Promise<Next> {
  const { out, err, code } = await freehold(lamp.path, "next", "--json", ...args);
  expect(`${code} ${code === 0 ? "" : err}`).toBe("0 ");
  return nextSchema.parse(JSON.parse(out));
}

async function apply(...ids: string[]): Promise<readonly string[]> {
  const { out } = await freehold(lamp.path, "next", "--patch", "--worktree", "--step", ...ids);
  execFileSync("git", ["-C", lamp.path, "apply", "--whitespace=nowarn", "-"], { input: out });
  return lamp
    .git("status", "--short", "--untracked-files=all")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(3));
}

async function resultOf(check: string): Promise<string | undefined> {
  const { out } = await freehold(lamp.path, "assess", "--worktree", "--json");
  const { products } = JSON.parse(out) as Assessment;
  return products[0]?.characteristics.flatMap(({ checks }) => checks).find((one) => one.check === check)?.result;
}

const subjects = async () =>
  (await steps("--worktree")).drift.map(({ subject, observed }) => `${subject}: ${observed}`);

test("steps come with what was found, the effort and what they raise, best first", async () => {
  const next = await steps();
  const gains = next.steps.map(({ gain }) => gain);
  expect(gains.every((gain) => gain > 0)).toBe(true);
  expect(next.steps[0]?.why.length).toBeGreaterThan(0);
  expect(next.steps.find(({ step }) => step === "charter")).toMatchObject({ draft: true, effort: "minutes" });
  expect(next.drafts.map(({ step }) => step)).toContain("charter");
  const { out } = await freehold(lamp.path, "next");
  expect(out).toContain("freehold next lamp --patch | git apply");
});

describe("drafts", () => {
  test("a charter says what is certain, asks the rest, and mends what it is answered for", async () => {
    expect(await apply("charter")).toEqual(["product.yaml"]);
    const text = read("product.yaml");
    expect(parseCharter(text, "product.yaml")).toMatchObject({ charter: { name: "lamp" }, problems: [] });
    expect(text).toContain("# QUESTION: what does it not do");
    expect(await resultOf("well-defined/says-what-not")).toBe("failed");
    writeFileSync(
      join(lamp.path, "product.yaml"),
      text.replace("# doesNot: [ … ]", "doesNot: [Make light without power]"),
    );
    expect(await resultOf("well-defined/says-what-not")).toBe("passed");
    expect((await steps("--worktree", "--step", "charter")).drafts).toEqual([]);
  });

  test("an existing charter keeps its words and comments", async () => {
    lamp.commit("Ada Lovelace", "Charter", {
      "product.yaml": "# Ours.\nname: Lamp\nmission: Lights a room. # short\n",
    });
    await apply("charter", "interfaces");
    expect(read("product.yaml")).toMatch(/^# Ours\.\nname: Lamp\nmission: Lights a room\. # short\n/);
    expect(read("product.yaml")).toContain("- { kind: typescript, path: src/index.ts }");
    expect(parseCharter(read("product.yaml"), "product.yaml").charter?.interfaces).toEqual([
      { kind: "typescript", path: "src/index.ts" },
    ]);
  });

  test("a charter with the line ends of Windows gets a patch that applies, and keeps them", async () => {
    lamp.git("config", "core.autocrlf", "false");
    lamp.commit("Ada Lovelace", "Charter", { "product.yaml": "name: Lamp\r\nmission: Lights a room.\r\n" });
    expect(await apply("charter")).toEqual(["product.yaml"]);
    expect(read("product.yaml")).toMatch(/^name: Lamp\r\nmission: Lights a room\.\r\n/);
    expect(read("product.yaml").replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("the name of a folder can't write a rule into CODEOWNERS", async () => {
    lamp.commit("Ada Lovelace", "Charters", {
      "product.yaml": charter("Lamp"),
      "a\n* @mallory\n/product.yaml": charter("Odd"),
      "b*/product.yaml": charter("Star"),
      "c d/product.yaml": charter("Spaced"),
    });
    await apply("codeowners");
    const rules = read(".github/CODEOWNERS")
      .split("\n")
      .slice(1)
      .filter((line) => line !== "");
    expect(rules.map((line) => line.replace(/ +(?=@)/, " "))).toEqual(["* @acme/light", "/c\\ d/ @acme/light"]);
  });

  test("a README and a guide name the real commands only", async () => {
    expect(await apply("readme", "contributing")).toEqual(["CONTRIBUTING.md", "README.md"]);
    expect(read("README.md")).toContain("npm install lamp");
    for (const command of ["npm ci", "npm run build", "npm test", "npm run lint"])
      expect(read("CONTRIBUTING.md")).toContain(`\n${command}\n`);
    expect(read("CONTRIBUTING.md")).not.toContain("deploy");
    expect(read("README.md")).toContain("QUESTION: what does it do");
    expect(read("README.md")).toContain("## Licence\n\nMIT");
  });

  test("a changelog has every release, and asks what changed", async () => {
    expect(await apply("changelog")).toEqual(["CHANGELOG.md"]);
    expect(read("CHANGELOG.md")).toMatch(
      /## 1\.2\.0 - 2026-01-\d\d\n\n<!-- QUESTION: what changed for its users in 1\.2\.0/,
    );
  });

  test("only owners that declare themselves become code owners", async () => {
    expect((await steps("--step", "codeowners")).drafts).toEqual([]);
    lamp.commit("Ada Lovelace", "Charter", { "product.yaml": 'name: Lamp\nowners: ["@acme/light"]\n' });
    expect(await apply("codeowners")).toEqual([".github/CODEOWNERS"]);
    expect(read(".github/CODEOWNERS")).toContain("\n* @acme/light\n");
    const { out } = await freehold(lamp.path, "check", "--json");
    expect(out).not.toContain("codeowners/");
  });

  test("forms ask for the problem, on a code host that takes them", async () => {
    expect(await apply("issue-templates")).toEqual([
      ".github/ISSUE_TEMPLATE/fault.yml",
      ".github/ISSUE_TEMPLATE/wish.yml",
    ]);
    expect(read(".github/ISSUE_TEMPLATE/wish.yml")).toContain("What do you want to get done?");
  });

  test("what is there already is left alone", async () => {
    lamp.commit("Ada Lovelace", "Write", {
      "README.md": "# Lamp\n\nLights a room.\n",
      "CONTRIBUTING.md": "# How\n",
      "CHANGELOG.md": "# Changes\n",
    });
    const { patch } = await steps("--step", "readme", "contributing", "changelog");
    expect(patch).toBe("");
    const { err } = await freehold(lamp.path, "next", "--patch", "--step", "readme");
    expect(err).toContain("Nothing can be drafted");
  });
});

test("a product that can't be told is asked for", async () => {
  const { code, err } = await freehold(lamp.path, "next", "lampe");
  expect(code).toBe(2);
  expect(err).toContain("Did you mean `lamp`?");
});

describe("drift", () => {
  const drifted = {
    "product.yaml":
      'name: Lamp # as people call it\nmission: >-\n  Lights a room,\n  and nothing else.\nstage: idea\nowners: ["@acme/light"]\n' +
      "scope:\n  include: [src/**, package.json, lib/**]\ninterfaces:\n  - kind: openapi\n    path: openapi.yaml\n" +
      "  - kind: typescript\ninert: [Makefile]\nalternatives:\n  - name: candle\n    reason: It needs fire.\n",
    "package.json": json({
      name: "lamp",
      version: "1.0.0",
      license: "ISC",
      repository: { type: "git", url: "git+https://github.com/former/lamp.git" },
      bugs: "https://github.com/former/lamp/issues",
      exports: "./src/index.ts",
      dependencies: { candle: "^1.0.0" },
    }),
    LICENSE:
      "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and " +
      'associated documentation files (the "Software"), to deal in the Software without restriction.\n',
  };

  test("every line is seen; its patch applies, and then declared and observed agree", async () => {
    lamp.commit("Ada Lovelace", "Drift", drifted);
    expect(await subjects()).toEqual([
      expect.stringMatching(/^stage: /),
      "scope: no file matches it",
      "scope: no file matches it",
      "scope: no file matches it",
      "alternatives: lamp needs pkg:npm/candle when it runs",
      "repository: it lies in https://github.com/acme/lamp",
      "repository: it lies in https://github.com/acme/lamp",
      "licence: the text is MIT",
      "version: v1.2.0 is released",
    ]);
    const { out } = await freehold(lamp.path, "next", "--drift", "--worktree");
    execFileSync("git", ["-C", lamp.path, "apply", "--whitespace=nowarn", "-"], { input: out });
    expect(read("product.yaml")).toMatch(
      /^name: Lamp # as people call it\nmission: >-\n {2}Lights a room,\n {2}and nothing else\.\nstage: \w[\w-]*\nowners: \["@acme\/light"\]\nscope:\n {2}include: \[src\/\*\*, package\.json\]\ninterfaces:\n {2}- kind: typescript\n$/,
    );
    expect(JSON.parse(read("package.json"))).toMatchObject({
      version: "1.2.0",
      license: "MIT",
      repository: { url: "git+https://github.com/acme/lamp.git" },
      bugs: "https://github.com/acme/lamp/issues",
    });
    expect(await subjects()).toEqual([]);
    const again = await freehold(lamp.path, "next", "--drift", "--worktree");
    expect([again.out, again.err]).toEqual(["", expect.stringContaining("agree")]);
  });

  test("CODEOWNERS that asks somebody else than the charter: a line for the product's folder", async () => {
    lamp.commit("Ada Lovelace", "Drift", {
      "packages/bulb/package.json": json({ name: "bulb", version: "1.0.0" }),
      "packages/bulb/index.js": "module.exports = 1;\n",
      "packages/bulb/product.yaml": 'name: bulb\nowners: ["@acme/bulbs"]\n',
      CODEOWNERS: "* @acme/light\n",
    });
    const { out } = await freehold(lamp.path, "next", "bulb", "--drift", "--worktree");
    execFileSync("git", ["-C", lamp.path, "apply", "-"], { input: out });
    expect(read("CODEOWNERS")).toBe("* @acme/light\n/packages/bulb/ @acme/bulbs\n");
  });
});
