import type { Product, Unit } from "@freehold/model";
import { findPeople, type History, memoryTree, noCache } from "@freehold/repository";
import { describe, expect, test } from "vitest";
import { gatherProducts, gatherRepository, type GatherInput, readFacts } from "../../src/index.ts";

const DAY = 24 * 3600;
const START = Date.parse("2026-01-01T00:00:00Z") / 1000;

interface Told {
  readonly by: string;
  readonly files: readonly string[];
  readonly day: number;
  readonly subject?: string;
}

/** Commits, oldest first; every path is added when it first appears. */
function historyOf(commits: readonly Told[]): History {
  const paths = [...new Set(commits.flatMap(({ files }) => files))];
  const authors = [...new Set(commits.map(({ by }) => by))];
  const changes = commits.flatMap(({ files }, commit) => files.map((file) => ({ commit, file })));
  const seen = new Set<string>();
  return {
    commits: {
      id: commits.map((_, index) => `c${index}`),
      time: Float64Array.from(commits, ({ day }) => START + day * DAY),
      author: Uint32Array.from(commits, ({ by }) => authors.indexOf(by)),
      coAuthors: new Map(),
      subject: commits.map(({ subject }) => subject ?? "Change"),
      parents: new Uint8Array(commits.length).fill(1),
      firstChange: Uint32Array.from(
        [...commits, undefined],
        (_, index) => changes.filter(({ commit }) => commit < index).length,
      ),
    },
    changes: {
      path: Uint32Array.from(changes, ({ file }) => paths.indexOf(file)),
      status: Uint8Array.from(changes, ({ file }) => (seen.has(file) ? 1 : (seen.add(file), 0))),
      added: new Int32Array(changes.length).fill(1),
      deleted: new Int32Array(changes.length),
      from: new Int32Array(changes.length).fill(-1),
    },
    paths,
    authors: authors.map((name) => ({ name, email: `${name}@acme.test` })),
    shallow: false,
    missingObjects: 0,
  };
}

const product = (id: string, path: string, owner?: string): Product => ({
  id,
  slug: id,
  aliases: [],
  name: id,
  kind: "product",
  provenance: "inferred",
  confidence: 1,
  repositories: ["r"],
  units: [`${id}-unit`],
  paths: [`r:${path}`],
  reasons: [{ rule: "x" }],
  ownership: {
    declared:
      owner === undefined
        ? []
        : [{ value: { kind: "group", id: owner, name: owner }, provenance: "declared", confidence: 1, evidence: [] }],
    ranked: [],
    findings: [],
  },
});
const unit = (id: string, path: string): Unit => ({
  id: `${id}-unit`,
  repository: "r",
  ecosystem: "npm",
  kind: "package",
  role: "source",
  name: `@acme/${id}`,
  path,
  manifest: `${path}/package.json`,
  provides: [],
  consumes: [],
  evidence: [],
});

async function gather(files: Readonly<Record<string, string>>, more: Partial<GatherInput> = {}) {
  const tree = memoryTree(files);
  const input: GatherInput = {
    repository: "r",
    files: tree.files,
    facts: await readFacts(tree, noCache),
    references: { branches: [], tags: [] },
    history: undefined,
    people: undefined,
    products: [product("lamp", "lamp", "@acme/light"), product("door", "door", "@acme/doors")],
    units: [unit("lamp", "lamp"), unit("door", "door")],
    charters: [],
    ...more,
  };
  return {
    products: new Map(gatherProducts(input).map((one) => [one.product, one])),
    repository: gatherRepository(input),
  };
}

const past = (commits: readonly Told[]) => {
  const history = historyOf(commits);
  return { history, people: findPeople(history) };
};

test("documents, size and scripts of a product are those of its folder", async () => {
  const { products, repository } = await gather({
    "README.md": "# House\n\nAll that a house needs to be one.",
    "lamp/README.md": "# Lamp\n\nLights a room when somebody enters.",
    "lamp/docs/dim.md": "[gone](gone.md)",
    "lamp/package.json": '{"scripts": {"build": "tsc"}, "license": "MIT"}',
    "lamp/src/a.ts": "export const a = 1;",
    "lamp/src/a.test.ts": "test();",
    "door/main.go": "package main",
    ".github/workflows/ci.yml":
      "on: [push]\njobs:\n  a:\n    steps:\n      - run: |\n          npm ci\n          npm test\n      - uses: actions/checkout@v4\n",
    Makefile: "build: lint\n\tgo build\n.PHONY: build\nVERSION := 1\n",
  });
  expect(products.get("lamp")).toMatchObject({
    documents: [{ path: "lamp/README.md", title: { text: "Lamp" } }],
    guides: { count: 1, deadCount: 1, dead: [{ path: "lamp/docs/dim.md", target: "gone.md" }] },
    manifests: [{ scripts: { build: "tsc" }, license: "MIT" }],
    size: { sourceFiles: 1, testFiles: 1, languages: { TypeScript: 19 } },
  });
  expect(products.get("door")?.size.languages).toEqual({ Go: 12 });
  expect(repository.documents.map(({ path }) => path)).toEqual(["README.md"]);
  expect(repository.pipelines).toMatchObject([
    {
      system: "github-actions",
      events: ["push"],
      commands: [{ text: "npm ci" }, { text: "npm test" }],
      uses: [{ text: "actions/checkout@v4", line: 8 }],
    },
  ]);
  expect(repository.tasks).toEqual([{ path: "Makefile", names: ["build"] }]);
});

test("what lies at the root speaks of the only product, in whichever folder that is, and of none of several", async () => {
  const files = {
    "README.md": "# Lamp\n\nLights a room.",
    "src/package.json": "{}",
    "src/README.md": "# Source\n\nBuilt by make.",
  };
  const sole = product("lamp", "src");
  const pathsOf = async (...products: Product[]) => {
    const found = await gather(files, { products, units: [unit("lamp", "src")] });
    return found.products.get("lamp")?.documents.map(({ path }) => path);
  };
  expect(await pathsOf(sole)).toEqual(["src/README.md", "README.md"]);
  expect(await pathsOf(sole, { ...product("part", "tools"), kind: "component", partOf: "lamp" })).toContain(
    "README.md",
  );
  expect(await pathsOf(sole, product("door", "door"))).toEqual(["src/README.md"]);
});

const tag = (name: string, day: number) => ({ name, commit: `c${day}`, time: START + day * DAY });

test("tags release the product that they name, plain ones every product without tags of its own", async () => {
  const { products } = await gather(
    {},
    {
      references: {
        branches: [],
        tags: [
          tag("@acme/lamp@2.1.0", 9),
          tag("v1.0.0", 5),
          tag("lamp-v2.0.0", 4),
          tag("15.2.0", 3),
          tag("nightly", 1),
        ],
      },
    },
  );
  expect(products.get("lamp")?.releases.map(({ version }) => version)).toEqual(["2.1.0", "2.0.0"]);
  expect(products.get("door")?.releases.map(({ version }) => version)).toEqual(["1.0.0", "15.2.0"]);
  expect(products.get("lamp")).toMatchObject({ releaseCount: 2, firstStable: { version: "2.0.0" } });
});

describe("how a product changes", () => {
  const commits: Told[] = [
    { by: "ada", files: ["lamp/a.ts"], day: 0 },
    { by: "ada", files: ["lamp/a.ts", "door/b.ts"], day: 10 },
    { by: "grace", files: ["lamp/a.ts", "package-lock.json"], day: 20 },
    { by: "grace", files: ["lamp/a.ts", "door/b.ts"], day: 30, subject: "Release 1.0.0" },
    { by: "renovate[bot]", files: ["lamp/a.ts", "door/b.ts"], day: 40 },
  ];

  test("commits that cross its boundary, and the owners that they need; releases and machines say nothing", async () => {
    const { products } = await gather({ "lamp/a.ts": "", "door/b.ts": "" }, past(commits));
    expect(products.get("lamp")?.history).toMatchObject({
      commits: 5,
      people: 2,
      recent: {
        commits: 5,
        counted: 3,
        crossing: 1,
        parties: { median: 1, most: 2 },
        together: [{ product: "door", commits: 1 }],
        example: "c1",
      },
    });
  });

  test("the last commit that changed more than what is there to be read", async () => {
    const told: Told[] = [
      { by: "ada", files: ["lamp/a.ts"], day: 0 },
      { by: "ada", files: ["lamp/README.md", "lamp/product.yaml"], day: 10 },
    ];
    const { products } = await gather({ "lamp/a.ts": "", "lamp/README.md": "" }, past(told));
    expect(products.get("lamp")?.history).toMatchObject({
      lastCommit: "2026-01-11T00:00:00.000Z",
      lastShipped: "2026-01-01T00:00:00.000Z",
    });
  });

  test("where no file names an owner, the repository is one party", async () => {
    const unowned = [product("lamp", "lamp"), product("door", "door")];
    const { products } = await gather({ "lamp/a.ts": "", "door/b.ts": "" }, { ...past(commits), products: unowned });
    expect(products.get("lamp")?.history?.recent?.parties.most).toBe(1);
  });

  test("a folder around it is no neighbour", async () => {
    const nested = [product("lamp", "lamp"), product("house", "")];
    const { products } = await gather(
      { "lamp/a.ts": "", "package-lock.json": "{}" },
      { ...past(commits), products: nested },
    );
    expect(products.get("lamp")?.history?.recent?.crossing).toBe(0);
  });
});

const commandsOf = async (text: string) =>
  (await gather({ ".travis.yml": text }, {})).repository.pipelines[0]?.commands.map((one) => one.text);

test("what Travis runs of a language when no script is named", async () => {
  expect(await commandsOf("sudo: false\nlanguage: node_js\n")).toEqual(["npm test"]);
  expect(await commandsOf("language: node_js\nscript: make\n")).toEqual(["make"]);
  expect(await commandsOf("language: c\n")).toEqual([]);
});

test("a guide that says why not something else compares with it", async () => {
  const { products } = await gather({
    "lamp/README.md": "# Lamp\n\nLights a room when somebody enters.",
    "lamp/docs/why.md": "# Why Lamp\n\n## Why not Candles?\n\nThey burn down.\n",
    "lamp/docs/faq.md": "# Questions\n\n## Why not now?\n",
  });
  expect(products.get("lamp")?.guides?.comparing).toEqual([
    { path: "lamp/docs/why.md", line: 3, text: "Why not Candles?" },
  ]);
});

test("a tag of the whole repository released nothing that was begun after it", async () => {
  const { products } = await gather(
    { "lamp/a.ts": "a", "door/b.ts": "b" },
    {
      ...past([
        { by: "ada", files: ["door/b.ts"], day: 1 },
        { by: "ada", files: ["lamp/a.ts"], day: 20 },
      ]),
      references: {
        branches: [],
        tags: [5, 30].map((day, index) => ({ name: `v1.${index}.0`, commit: "c1", time: START + day * DAY })),
      } as unknown as GatherInput["references"],
    },
  );
  expect(products.get("door")?.releaseCount).toBe(2);
  expect(products.get("lamp")?.releases.map(({ tag }) => tag)).toEqual(["v1.1.0"]);
});

test("of several folders the one with the product's name speaks for it first", async () => {
  const both = { ...product("lamp", "bulb"), name: "@acme/lamp", paths: ["r:bulb", "r:lamp"] };
  const { products } = await gather(
    { "bulb/README.md": "# Bulb\n\nGlows as long as it can.", "lamp/README.md": "# Lamp\n\nLights a room." },
    { products: [both], units: [unit("lamp", "lamp")] },
  );
  expect(products.get("lamp")?.documents[0]?.path).toBe("lamp/README.md");
});

test("a command of a pipeline that goes on in the next line is one", async () => {
  const { repository } = await gather({
    ".github/workflows/ci.yml":
      "on: [push]\njobs:\n  a:\n    steps:\n      - run: |\n          npm install \\\n            release-it\n          npm test\n",
  });
  expect(repository.pipelines[0]?.commands.map(({ text }) => text)).toEqual(["npm install release-it", "npm test"]);
});

test("jobs and steps whose condition is written as false never run", async () => {
  const { repository } = await gather({
    ".github/workflows/ci.yml":
      "on: [push]\njobs:\n  a:\n    steps:\n      - run: npm test\n      - name: Browser\n        if: false\n        run: npm run e2e\n  b:\n    if: ${{ false }}\n    steps: []\n  c:\n    if: github.ref == 'x'\n    steps: []\n",
    ".gitlab-ci.yml": "lamp:\n  script: [make]\n  when: never\ndoor:\n  script: [make]\n  when: manual\n",
  });
  expect(repository.pipelines.flatMap(({ off = [] }) => off)).toEqual([
    { text: "Browser", line: 7 },
    { text: "b", line: 10 },
    { text: "lamp", line: 3 },
  ]);
});

test("platforms as Cordova's plugins list them", async () => {
  const engines = [{ name: "cordova-android", version: ">=10" }];
  const { products } = await gather({
    "lamp/package.json": JSON.stringify({ name: "lamp", engines }),
    "lamp/a.js": "a",
  });
  expect(products.get("lamp")?.manifests[0]?.engines).toEqual({ "cordova-android": ">=10" });
});

test("a part that has tags of its own no more is released with the whole since, under the end of the whole's name", async () => {
  const tags = ["parent-2.6", "parent-2.5", "parent-2.4", "parent-2.3", "lamp-2.3", "lamp-2.2"].map((name, index) => ({
    name,
    commit: `t${index}`,
    time: START - index * DAY,
  }));
  const { products } = await gather(
    { "lamp/a.ts": "" },
    {
      products: [product("lamp-parent", ""), { ...product("lamp", "lamp"), partOf: "lamp-parent" }],
      units: [unit("lamp-parent", ""), unit("lamp", "lamp")],
      references: { branches: [], tags },
    },
  );
  const versions = (id: string) => products.get(id)?.releases.map(({ version }) => version);
  expect(versions("lamp-parent")).toEqual(["2.6", "2.5", "2.4", "2.3"]);
  expect(versions("lamp")).toEqual(["2.6", "2.5", "2.4", "2.3", "2.2"]);
});

test("what once had tags of its name goes on with plain ones", async () => {
  const tags = ["1.3.0", "1.2.0", "1.1.0", "lamp-1.0.0"].map((name, index) => ({
    name,
    commit: `t${index}`,
    time: START - index * DAY,
  }));
  const { products } = await gather(
    { "a.ts": "" },
    { products: [product("lamp", "")], units: [unit("lamp", "")], references: { branches: [], tags } },
  );
  expect(products.get("lamp")?.releases.map(({ version }) => version)).toEqual(["1.3.0", "1.2.0", "1.1.0", "1.0.0"]);
});
