import { blobId, type Cache, type FileTree, memoryTree, noCache } from "@freehold/repository";
import { expect, test } from "vitest";
import { discoverUnits } from "../../src/units.ts";
import { discover, problemsOf, providesOf, REPOSITORY, unitAt, unitsOf } from "../ecosystems/discover.ts";

const pkg = (value: object) => JSON.stringify({ version: "1.0.0", ...value });

test("a repository without any manifest is one folder, even when it is empty", async () => {
  for (const files of [{ "README.md": "# Procedures" }, {}]) {
    const found = await discover(files);
    expect(unitsOf(found)).toEqual([". folder source shop"]);
    expect(providesOf(unitAt(found, ""))).toEqual(["unit:github.com/acme/shop", "repo:github.com/acme/shop"]);
  }
});

test("every file belongs to the deepest unit, and what is nested is not counted twice", async () => {
  const found = await discover({
    "package.json": pkg({ name: "root" }),
    "README.md": "12345",
    "packages/a/package.json": pkg({ name: "a" }),
    "packages/a/src/index.ts": "",
    "packages/a/openapi.yaml": "openapi: 3.0.0\ninfo: { title: A }\n",
    "images/proxy/Dockerfile": "FROM nginx",
    "images/proxy/nginx.conf": "",
    "packages/a/docker/Dockerfile": "FROM node",
    "packages/a/docker/start.ts": "",
  });
  const owner = (path: string) => found.unitOf(path)?.split("#")[1];
  expect(owner("README.md")).toBe("npm:root");
  expect(owner("packages/a/src/new.ts")).toBe("npm:a");
  expect(owner("packages/a/openapi.yaml")).toBe("openapi:A");
  expect(owner("images/proxy/nginx.conf")).toBe("docker:proxy");
  expect(owner("packages/a/docker/start.ts")).toBe("npm:a");
  expect(found.units.reduce((sum, { files }) => sum + (files ?? 0), 0)).toBe(9);
  expect(unitAt(found, "packages/a", "npm").files).toBe(3);
});

test("a folder with several manifests belongs to the ecosystem with most source there", async () => {
  const manifests = { "package.json": pkg({ name: "web" }), "pyproject.toml": '[project]\nname = "shop"\n' };
  const python = await discover({ ...manifests, "shop/a.py": "", "shop/b.py": "", "static/x.js": "" });
  const script = await discover({ ...manifests, "x.ts": "" });
  expect(python.unitOf("x")).toBe("github.com/acme/shop#python:shop");
  expect(script.unitOf("x")).toBe("github.com/acme/shop#npm:web");
  expect(python.unitOf("package.json")).toBe("github.com/acme/shop#npm:web");
});

test("an id survives a move to another folder", async () => {
  const before = await discover({ "packages/a/package.json": pkg({ name: "a" }) });
  const after = await discover({ "libs/deep/a/package.json": pkg({ name: "a" }) });
  expect(unitAt(after, "libs/deep/a").id).toBe(unitAt(before, "packages/a").id);
});

test("two units of one name are told apart and reported; copies in fixtures are not", async () => {
  const found = await discover({
    "a/package.json": pkg({ name: "same" }),
    "b/package.json": pkg({ name: "same" }),
    "a/test/fixtures/x/package.json": pkg({ name: "same" }),
  });
  expect(found.units.filter(({ ecosystem }) => ecosystem === "npm").map(({ id }) => id)).toEqual([
    "github.com/acme/shop#npm:same",
    "github.com/acme/shop#npm:same@a/test/fixtures/x",
    "github.com/acme/shop#npm:same@b",
  ]);
  expect(problemsOf(found)).toEqual(["warning units/duplicate-name a/package.json:1:undefined"]);
});

test("contents are parsed once, by blob and dialect", async () => {
  const stored = new Map<string, Map<string, unknown>>();
  const cache: Cache = {
    getMany: async (extractor, blobs) =>
      new Map([...(stored.get(extractor) ?? [])].filter(([blob]) => blobs.includes(blob))),
    putMany: async (extractor, entries) =>
      void stored.set(extractor, new Map([...(stored.get(extractor) ?? []), ...entries])),
  };
  const files = {
    "package.json": pkg({ name: "a" }),
    "x/package.json": pkg({ name: "a" }),
    "x/project.json": pkg({ name: "a" }),
  };
  const tree = memoryTree(files);
  const first = await discoverUnits(tree, REPOSITORY, cache);
  expect([...stored.keys()].sort()).toEqual(["npm.package.json@3", "npm.project.json@3"]);
  const unreadable: FileTree = { ...tree, read: () => expect.unreachable() };
  const silent: FileTree = {
    ...unreadable,
    read: (wanted) => (wanted.length === 0 ? tree.read([]) : unreadable.read(wanted)),
  };
  const second = await discoverUnits(silent, REPOSITORY, cache);
  expect(second.units).toEqual(first.units);
  expect(second.problems).toEqual(first.problems);
});

test("a manifest that is too large, missing or a link is a finding or nothing", async () => {
  const tree = memoryTree({
    "package.json": `${" ".repeat(5 << 20)}{}`,
    "a/package.json": pkg({ name: "a" }),
    "b/package.json": "../a/package.json",
  });
  const files = tree.files.map((file) =>
    file.path === "b/package.json" ? { ...file, mode: "symlink" as const } : file,
  );
  const gone = blobId(Buffer.from(pkg({ name: "a" })));
  const partial: FileTree = {
    ...tree,
    files,
    async *read(wanted, options) {
      for await (const content of tree.read(wanted, options)) {
        yield content.file.blob === gone ? { file: content.file, bytes: undefined, absence: "missing" } : content;
      }
    },
  };
  const found = await discoverUnits(partial, REPOSITORY, noCache);
  expect(unitsOf(found)).toEqual([". folder source shop"]);
  expect(found.problems.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
    "npm/missing a/package.json",
    "npm/too-large package.json",
  ]);
});

test("twice the same tree gives twice the same units", async () => {
  const files = {
    "a/package.json": pkg({ name: "a", dependencies: { z: "1", b: "1" } }),
    Dockerfile: "FROM x",
    "go.mod": "module m",
  };
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  expect((await discover(reversed)).units).toEqual((await discover(files)).units);
});
