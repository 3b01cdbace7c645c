import { describe, expect, test } from "vitest";
import { groupingRules } from "../../src/products/grouping/registry.ts";
import { discoverProducts } from "../../src/products/index.ts";
import { groups, history, repository } from "./sample.ts";

describe("one repository, one product", () => {
  test("a single package", () => expect(groups(["."])).toEqual(["acme: ."]));
  test("a package below a private root", () =>
    expect(groups([". private", "packages/core"])).toEqual(["core: . packages/core"]));
  test("its image and its action are forms of it", () =>
    expect(groups([".", "docker image", "action action"])).toEqual(["acme: . action docker"]));
  test("nothing in it at all", () => expect(groups([])).toEqual([]));
});

describe("nested", () => {
  const root = ". private";
  test("what lies in the folder of a unit belongs to it", () =>
    expect(groups([root, "api", "api/image image", "web"])).toEqual([
      "acme workspace: .",
      "api: api api/image",
      "web: web",
    ]));
  test("a private unit around released ones is a container", () =>
    expect(groups([root, "libs private", "libs/a", "libs/b"])).toContain("a: libs/a"));
});

describe("images below a released root", () => {
  const imports = { paths: ["cmd/main.go", "lib/a.go"], from: Uint32Array.of(0), to: Uint32Array.of(1) };
  const files = ["cmd/main.go", "lib/a.go", "cmd/api/main.go", "images/git/run.sh"].map((path) => ({ path, size: 10 }));
  test("one image is the form of the root", () =>
    expect(groups([".", "images/git image"], { imports, files })).toEqual(["acme: . images/git"]));
  test("of several, those without source of the root are their own", () =>
    expect(groups([".", "cmd/api image", "images/git image"], { imports, files })).toEqual([
      "acme: . cmd/api",
      "git: images/git",
    ]));
});

describe("dominated", () => {
  test("a private unit that one product alone uses", () =>
    expect(groups([". private", "api -> queue", "queue private", "web"])).toContain("api: api queue"));
  test("also through another private unit", () =>
    expect(groups([". private", "api -> queue", "queue private -> codec", "codec private", "web"])).toContain(
      "api: api codec queue",
    ));
  test("also through units that only later turn out to be of that product", () => {
    const commits = Array.from({ length: 6 }, (_, index) => ({ changes: [`api/${index}.ts`, `store/${index}.ts`] }));
    expect(
      groups([". private", "api -> store log", "store -> log", "log private", "web"], { history: history(commits) }),
    ).toContain("api: api log store");
  });
  test("not what two products use", () =>
    expect(groups([". private", "api -> log", "web -> log", "log private"])).toContain("log: log"));
  test("not what has a release of its own", () =>
    expect(groups([". private", "api -> queue", "queue"])).toContain("queue: queue"));
  test("a tool that one product is built with", () =>
    expect(groups([". private", "api -> !build", "build private", "web"])).toContain("api: api build"));
  test("what the root alone uses is a tool of the repository", () =>
    expect(groups([". private -> !lint", "lint private", "api", "web"])).toContain("acme workspace: . lint"));
});

describe("name family", () => {
  const base = [". private", "plugins/chat", "plugins/mail", "plugins/maps"];
  test("a longer name and a dependency", () =>
    expect(groups([...base, "plugins/chat-common", "plugins/chat-backend -> chat-common chat"])).toContain(
      "chat: plugins/chat plugins/chat-backend plugins/chat-common",
    ));
  test("a name alone is no reason", () =>
    expect(groups([...base, "plugins/chat-export"])).toContain("chat: plugins/chat"));
  test("a longer name and the same people", () => {
    const commits = ["chat", "mail", "maps", "chat-backend"].flatMap((name) =>
      [1, 2, 3].map((file) => ({ author: name.slice(0, 4), changes: [`plugins/${name}/${file}.ts`] })),
    );
    expect(groups([...base, "plugins/chat-backend"], { history: history(commits) })).toContain(
      "chat: plugins/chat plugins/chat-backend",
    );
  });
  test("a brand that all share is no family", () =>
    expect(
      groups([". private", "p/acme-chat -> acme-mail", "p/acme-mail", "p/acme-maps", "p/acme-news"], { name: "mono" }),
    ).toHaveLength(5));
});

describe("lockstep", () => {
  const released = ["core", "cli", "web", "docs", "log"];
  test("units of one version are one product with parts", () => {
    const found = groups([". private", ...released.map((name) => `packages/${name}@4.2.0`)]);
    expect(found).toContain("acme > core: packages/core");
    expect(found).toContain("acme: .");
  });
  test("the product is called as its root is released, else as the repository", () => {
    const inside = released.map((name) => `packages/${name}@4.2.0`);
    expect(groups([".@4.2.0", ...inside], { name: "Our Repo" })).toContain("acme: .");
    expect(groups([". private", ...inside], { name: "Our Repo" })).toContain("Our Repo: .");
  });
  test("a few may lag behind", () => {
    const found = groups([". private", ...released.map((name) => `packages/${name}@4.2.0`), "packages/old@4.1.7"]);
    expect(found).toContain("acme > old: packages/old");
  });
  test("a version that everybody begins with is no sign", () =>
    expect(groups([". private", ...released.map((name) => `packages/${name}@1.0.0`)])).toContain(
      "core: packages/core",
    ));
  test("the same version by accident: each is released by itself", () => {
    const commits = [1, 2, 3].flatMap(() =>
      released.map((name) => ({ subject: `chore(release): ${name}`, changes: [`packages/${name}/package.json`] })),
    );
    const found = groups([". private", ...released.map((name) => `packages/${name}@1.7.0`)], {
      history: history(commits),
    });
    expect(found).toContain("core: packages/core");
  });
  test("released together, but each with its own version", () =>
    expect(groups([". private", ...released.map((name, index) => `packages/${name}@2.${index}.0`)])).toContain(
      "core: packages/core",
    ));
  test("what is released by nobody serves the one product", () =>
    expect(groups([". private", ...released.map((name) => `packages/${name}@4.2.0`), "website private"])).toContain(
      "acme: . website",
    ));
});

describe("served", () => {
  const together = Array.from({ length: 6 }, () => ({ changes: ["api/a.ts", "codec/a.ts"] }));
  const apart = Array.from({ length: 20 }, (_, index) => ({ changes: ["codec/a.ts", `web/${index}.ts`] }));
  const lines = [". private", "api -> codec", "codec", "web"];
  test("one user, and changes come together", () =>
    expect(groups(lines, { history: history(together) })).toContain("api: api codec"));
  test("a part of something does not take all of it along", () => {
    const both = Array.from({ length: 6 }, () => ({ changes: ["api/a.ts", "codec/bits/a.ts"] }));
    const found = groups([". private", "api -> bits", "codec", "codec/bits", "web -> codec"], {
      history: history(both),
    });
    expect(found).toContain("codec: codec codec/bits");
  });
  test("one user, and a life of its own", () =>
    expect(groups(lines, { history: history([...together, ...apart]) })).toContain("codec: codec"));
});

describe("shared README", () => {
  const readmes = new Map([
    ["python/README.md", { text: "Everything for Python: a runtime and its workers.", line: 1 }],
  ]);
  const lines = [". private", "a", "b", "c", "d", "python/runtime -> workers", "python/workers"];
  test("explains units that use each other", () =>
    expect(groups(lines, { readmes })).toContain("runtime: python/runtime python/workers"));
  test("without it they stay apart", () => expect(groups(lines)).toContain("workers: python/workers"));
});

describe("what is never a product", () => {
  test("an example belongs to what it shows", () =>
    expect(groups([". private", "core", "web", "examples/demo example -> core"])).toContain(
      "core: core examples/demo",
    ));
  test("a fixture belongs to the folder around it", () =>
    expect(groups([". private", "core", "web", "core/test/fixtures/a fixture -> web"])).toContain(
      "core: core core/test/fixtures/a",
    ));
  test("nothing but examples leaves no product", () => expect(groups(["examples/demo example"])).toEqual([]));
});

describe("the repository's own", () => {
  test("what several use and nobody releases is a component", () => {
    const { products } = discoverProducts([repository([". private", "a -> log", "b -> log", "log private"])]);
    expect(products.find(({ name }) => name === "log")).toMatchObject({
      kind: "component",
      reasons: [{ rule: "products.shared" }],
    });
  });
  test("packages named after the repository are one product", () => {
    const lines = [
      ". private",
      "packages/kite@3.1.0",
      "packages/kite-react@2.0.1",
      "packages/kite-vue@5.2.0",
      "packages/kite-cli@0.3.0",
    ];
    expect(groups(lines, { repository: "kite" })).toContain("kite > kite-vue: packages/kite-vue");
  });
  test("documents and workflows are a process", () => {
    const files = [
      { path: "handbook/onboarding.md", size: 90_000 },
      { path: ".github/workflows/check.yml", size: 2000 },
      { path: "scripts/lint.sh", size: 1000 },
    ];
    const facts = repository([". private"], { files });
    expect(discoverProducts([facts]).products).toMatchObject([
      { kind: "process", reasons: [{ rule: "products.procedure" }] },
    ]);
  });
});

test("every product says why, and how sure it is", () => {
  const { products } = discoverProducts([
    repository([". private", "api -> queue", "queue private", "web@2.0.0", "docker image"]),
  ]);
  for (const product of products) {
    expect(product.reasons.length).toBeGreaterThan(0);
    for (const reason of product.reasons) expect(reason.detail).toBeTruthy();
    expect(product.confidence).toBeGreaterThan(0);
    expect(product.confidence).toBeLessThanOrEqual(1);
  }
});

test("every rule says why in a sentence, under an id of its own", () => {
  expect(new Set(groupingRules.map(({ id }) => id)).size).toBe(groupingRules.length);
  for (const rule of groupingRules) expect(rule.why).toMatch(/\w+ \w+/);
});
