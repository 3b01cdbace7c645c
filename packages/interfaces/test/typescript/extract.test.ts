import { expect, test } from "vitest";
import { typescript } from "../../src/kinds/typescript/kind.ts";
import { indexElements } from "../../src/used.ts";
import { diff, extract, place } from "./package.ts";
import type { Files } from "./package.ts";

function signatures(source: string | Files): Record<string, string | undefined> {
  const found = extract(source).elements.filter((element) => element.id.includes("#"));
  return Object.fromEntries(found.map((element) => [element.id, element.signature]));
}

test("names every export and member with its signature, place, stability and doc line", () => {
  const source = [
    "/** Gets it. More of it.",
    " * @deprecated use h",
    " */",
    "export function f(a: string, b = 3): Promise<number> { return Promise.resolve(a.length + b); }",
    "export class Client<T> {",
    "  /** Asks.\n   * @beta */",
    "  get(key: string): T | undefined { return undefined; }",
    "  static of<U>(x: U): Client<U> { return new Client(); }",
    "  #secret = 1;",
    "}",
  ].join("\n");
  const { elements } = extract(source);
  const byId = new Map(elements.map((element) => [element.id, element]));
  expect(byId.get(".#f")).toMatchObject({
    kind: "function",
    signature: "function f(a: string, b?: number): Promise<number>",
    stability: "deprecated",
    doc: "Gets it. More of it.",
    evidence: { path: "src/index.ts", line: 4 },
  });
  expect(byId.get(".#Client.prototype.get")).toMatchObject({
    signature: "get(key: string): T | undefined",
    stability: "beta",
    doc: "Asks.",
    evidence: { line: 8 },
  });
  expect([...byId.keys()].filter((id) => id.includes("Client"))).toEqual([
    ".#Client",
    ".#Client.prototype.get",
    ".#Client.of",
  ]);
});

test("version 0 promises no stability", () => {
  const manifest = JSON.stringify({ name: "young", version: "0.3.0", exports: "./src/index.ts" });
  const { elements } = extract({ "package.json": manifest, "src/index.ts": "export const a: string = '';" });
  expect(elements.find((element) => element.id === ".#a")?.stability).toBe("beta");
});

test("a package whose build goes by its name begins at the index of its sources", () => {
  const built = JSON.stringify({ name: "lamp", version: "1.0.0", types: "dist/lamp.d.ts", main: "dist/lamp.cjs" });
  const files = { "package.json": built, "src/index.ts": "export const a: string = '';", "src/b.ts": "export {};" };
  expect(Object.keys(signatures(files))).toEqual([".#a"]);
});

test("finds the sources of what a build would make", () => {
  const source = "export const a: string = '';";
  const byConfig = {
    "package.json": JSON.stringify({
      name: "acme",
      exports: { ".": { types: "./out/types/main.d.ts", default: "./out/main.js" }, "./x/*": "./out/x/*.js" },
    }),
    "tsconfig.json":
      '{ // built\n "compilerOptions": { "outDir": "out", "declarationDir": "out/types", "rootDir": "code", } }',
    "code/main.ts": source,
    "code/x/one.ts": source,
    "code/x/two.ts": source,
  };
  expect(Object.keys(signatures(byConfig))).toEqual([".#a", "./x/one#a", "./x/two#a"]);
  const byName = {
    "package.json": JSON.stringify({ name: "acme", main: "lib/index.js", types: "lib/index.d.ts" }),
    "src/index.ts": source,
    "test/index.ts": "export const b: string = '';",
  };
  expect(Object.keys(signatures(byName))).toEqual([".#a"]);
});

test("follows re-exports, namespaces, default and cycles", () => {
  const files = {
    "src/index.ts":
      "export * from './a.ts'; export * as deep from './b.ts'; export { default as main } from './b.ts'; export type { T } from './b.ts'; export { X } from 'outside';",
    "src/a.ts": "export * from './index.ts'; export function a(): void {}",
    "src/b.ts": "export type T = string; export default function b(x: T): void {}",
  };
  expect(signatures(files)).toMatchObject({
    ".#a": "function a(): void",
    ".#deep": "export deep = module",
    ".#deep.T": "type T = string",
    ".#main": "function main(x: T): void",
    ".#T": "type T = string",
    ".#X": 'export X = X from "outside"',
  });
});

test("what destructuring binds is exported like anything else", () => {
  const source = [
    "const make = () => ({ a: 1, b: [2, 3] as const, d: { e: '' } });",
    "export const { a, b: [c], d: { e: f = 'x' }, ...rest } = make(), z: number = 1;",
    "const { a: local } = make();",
    "export { local as renamed };",
    "export function g(): void {}",
  ].join("\n");
  const { elements, problems } = extract(source);
  expect(problems).toEqual([]);
  const names = elements.filter(({ id }) => id.includes("#")).map(({ id, evidence }) => `${id}:${evidence.line}`);
  expect(names.toSorted()).toEqual([".#a:2", ".#c:2", ".#f:2", ".#g:5", ".#renamed:3", ".#rest:2", ".#z:2"]);
  expect(diff(source, source.replace("{ a, b:", "{ b:"))).toMatchObject([
    { rule: "typescript/variable-removed", class: "breaking", element: ".#a" },
  ]);
  const changed = diff(source, source.replace("a: 1", "a: 'one'"));
  expect(changed.map(({ element, class: found }) => `${element} ${found}`)).toEqual([
    ".#a breaking",
    ".#renamed breaking",
  ]);
  expect(diff(source, `${source}\n// more`)).toEqual([]);
});

test("a script with elements in it is read, whatever it is called", () => {
  const manifest = '{"name": "lamp", "main": "index.js"}';
  const { elements, problems } = extract({
    "package.json": manifest,
    "index.js": "export const Lamp = () => <b>on</b>;",
  });
  expect(problems).toEqual([]);
  expect(elements.map(({ id }) => id)).toContain(".#Lamp");
});

test("bad input is a problem, never an exception", () => {
  const broken = extract({ "src/index.ts": "export const x: = 3; class {" });
  expect(broken.problems).toMatchObject([{ code: "typescript/syntax-error", path: "src/index.ts", line: 1 }]);
  expect(extract({ "package.json": "{ nope" }).problems).toMatchObject([{ code: "typescript/invalid-manifest" }]);
  expect(extract({ "package.json": "[]" }).elements).toEqual([]);
  expect(
    extract({ "package.json": JSON.stringify({ name: "a", exports: { ".": null } }) }).elements.map(
      (element) => element.id,
    ),
  ).toEqual(["package", "declarations"]);
  const strange = extract({
    "src/index.ts":
      "export const constructor: string = ''; export const toString: string = ''; export const __proto__: number = 1;",
  });
  expect(strange.elements.map((element) => element.id)).toContain(".#constructor");
  const deep = `export type T = ${"[".repeat(5_000)}${"]".repeat(5_000)};`;
  expect(() => extract(deep)).not.toThrow();
  // Deep enough to end the native parser, which costs this file and nothing else.
  const fatal = extract({
    "package.json": JSON.stringify({ name: "p", exports: { ".": "./a.ts", "./b": "./b.ts" } }),
    "a.ts": `export const a: number = ${"[".repeat(60_000)}${"]".repeat(60_000)};`,
    "b.ts": "export const b: string = '';",
  });
  expect(fatal.problems).toMatchObject([{ code: "typescript/unreadable", path: "a.ts" }]);
  expect(fatal.elements.map((element) => element.id)).toContain("./b#b");
  expect(extract("export const a: string = '';").elements.map((element) => element.id)).toContain(".#a");
});

test("units below the folder and files outside stay apart", () => {
  const files = {
    "packages/a/package.json": JSON.stringify({ name: "a", main: "./index.ts" }),
    "packages/a/index.ts": "export * from '../b/index.ts'; export const a: string = '';",
  };
  const at = place(files, "packages/a");
  expect(typescript.find(at)).toEqual(["packages/a/package.json", "packages/a/index.ts"]);
  expect(typescript.extract([], at).elements.map((element) => element.id)).toContain(".#a");
});

test("a change names the rule, both signatures and both places", () => {
  const [change, ...rest] = diff(
    "export function f(a: string): void {}",
    "\nexport function f(a: string, b: number): void {}",
  );
  expect(rest).toEqual([]);
  expect(change).toMatchObject({
    rule: "typescript/parameter-added",
    class: "breaking",
    effect: "changed",
    element: ".#f",
    old: { signature: "function f(a: string): void", evidence: { line: 1 } },
    new: { signature: "function f(a: string, b: number): void", evidence: { line: 2 } },
  });
});

test("a generic class moved through its parameters stays what it is", () => {
  const before = "export declare class Box<T> { map<U>(f: (x: T) => U): Box<U>; readonly value: T }";
  const after = "export declare class Box<V> { map<W>(g: (y: V) => W): Box<W>; readonly value: V }";
  expect(diff(before, after)).toEqual([]);
});

test("JavaScript: the comment and the line of what is exported, wherever that is said", () => {
  const source = [
    "/** All of it.",
    " * @module lamp */",
    "exports.on = on;",
    "/** Puts it out. */",
    "exports.off = function () {};",
    "/** Lights it. */",
    "function on() {}",
    "exports.bare = 1;",
  ].join("\n");
  const { elements } = extract({ "package.json": '{"name": "lamp", "main": "index.js"}', "index.js": source });
  const found = new Map(elements.map(({ id, doc, evidence }) => [id, [doc, evidence.line]]));
  expect(found.get(".#bare")).toEqual([undefined, 8]);
  expect(found.get(".#off")).toEqual(["Puts it out.", 5]);
  expect(found.get(".#on")).toEqual(["Lights it.", 7]);
  const whole = "/** Dims. */\nconst dim = () => 1;\nmodule.exports = { dim };\n";
  const object = extract({ "package.json": '{"name": "lamp", "main": "index.js"}', "index.js": whole }).elements;
  expect(object.find(({ id }) => id === ".#dim")).toMatchObject({ doc: "Dims.", evidence: { line: 2 } });
});

test("a declaration file that is one ambient module declares what the package gives", () => {
  const types = [
    "declare module 'lamp' {",
    "  namespace lamp {",
    "    export interface Bulb { watt: number }",
    "  }",
    "  function lamp(bulb: lamp.Bulb): void;",
    "  export = lamp;",
    "}",
  ].join("\n");
  const manifest = '{"name": "lamp", "main": "index.js", "types": "lamp.d.ts"}';
  const { elements } = extract({
    "package.json": manifest,
    "index.js": "module.exports = () => {};",
    "lamp.d.ts": types,
  });
  const found = elements.find(({ id }) => id.endsWith("Bulb"));
  expect(found).toMatchObject({ kind: "interface", evidence: { path: "lamp.d.ts", line: 3 } });
});

const asked = (files: Files, symbol: string) =>
  indexElements(
    "typescript",
    extract({ "package.json": '{"name": "lamp", "main": "index.js"}', ...files }).elements,
  ).match({
    id: "pkg:npm/lamp",
    from: "lamp",
    symbol,
  })?.missing;

test("names of what is exported whole are its members, and may be any where they are not known", () => {
  const known = {
    "index.d.ts": "declare namespace lamp { interface Bulb {} }\ndeclare function lamp(): void;\nexport = lamp;",
  };
  expect(asked(known, "Bulb")).toBe(false);
  expect(asked(known, "default")).toBe(false);
  expect(asked(known, "Torch")).toBe(true);
  expect(asked({ "index.js": "module.exports = make();" }, "Bulb")).toBe(false);
});
