/**
 * What breaks consumers of a TypeScript library, case by case.
 *
 * Written from the published rules: semver.org (2.0.0), semver-ts.org (formal specification, breaking and
 * non-breaking changes), and what Microsoft's api-extractor reports as a change of the API. `unknown` is
 * expected only where those rules leave the answer to facts outside the text, and says which.
 */
import { describe, expect, test } from "vitest";
import type { ChangeClass } from "../../src/kind.ts";
import { diff, MANIFEST, verdict } from "./package.ts";
import type { Files } from "./package.ts";

function check(name: string, before: string | Files, after: string | Files, expected: ChangeClass): void {
  test(`${expected}: ${name}`, () => {
    const changes = diff(before, after);
    expect(
      verdict(changes),
      changes.map((change) => `${change.class} ${change.rule} ${change.element}: ${change.message}`).join("\n"),
    ).toBe(expected);
  });
}

function manifest(fields: Readonly<Record<string, unknown>>): Files {
  return {
    "package.json": JSON.stringify({ ...MANIFEST, ...fields }),
    "src/index.ts": "export const a: string = '';",
    "src/sub.ts": "export const b: string = '';",
  };
}

describe("symbols", () => {
  const two = "export const a: string = ''; export const b: string = '';";
  check("an export is added", "export const a: string = '';", two, "compatible");
  check("an export is removed", two, "export const a: string = '';", "breaking");
  check("an export is renamed", "export function a(): void {}", "export function b(): void {}", "breaking");
  check("a type is removed", "export type A = string; export type B = string;", "export type A = string;", "breaking");
  check(
    "a class becomes a type alone",
    "export class A { x: string = '' }",
    "class A { x: string = '' } export type { A };",
    "breaking",
  );
  check(
    "a class becomes a value alone",
    "export class A { x: string = '' }",
    "declare class B { x: string } export declare const A: typeof B;",
    "breaking",
  );
  check(
    "an interface becomes a type alias",
    "export interface A { x: string }",
    "export type A = { x: string };",
    "breaking",
  );
  check(
    "a type alias of an object becomes an interface",
    "export type A = { x: string };",
    "export interface A { x: string }",
    "compatible",
  );
  check(
    "a namespace becomes an object",
    "export declare namespace A { type T = string; const x: string; }",
    "export declare const A: { x: string };",
    "breaking",
  );
  check(
    "a namespace member is removed",
    "export declare namespace A { const x: string; const y: string; }",
    "export declare namespace A { const x: string; }",
    "breaking",
  );
  check(
    "a namespace member is added",
    "export declare namespace A { const x: string; }",
    "export declare namespace A { const x: string; const y: string; }",
    "compatible",
  );
  check(
    "the default export is removed",
    "export default function f(): void {}\nexport const a: string = '';",
    "export const a: string = '';",
    "breaking",
  );
  check(
    "the default export is renamed inside",
    "export default function f(): void {}",
    "export default function g(): void {}",
    "compatible",
  );
  check(
    "the default export takes more",
    "export default function f(a: string): void {}",
    "export default function f(a: string, b?: number): void {}",
    "compatible",
  );
  check(
    "a declaration moves to another file",
    { "src/index.ts": "export function f(a: string): void {}" },
    { "src/index.ts": "export * from './f.ts';", "src/f.ts": "export function f(a: string): void {}" },
    "compatible",
  );
  check(
    "a re-export is dropped",
    {
      "src/index.ts": "export { f, g } from './f.ts';",
      "src/f.ts": "export function f(): void {}\nexport function g(): void {}",
    },
    {
      "src/index.ts": "export { f } from './f.ts';",
      "src/f.ts": "export function f(): void {}\nexport function g(): void {}",
    },
    "breaking",
  );
  check(
    "a declaration that is not exported is removed",
    "function inner(): void {}\nexport const a: string = '';",
    "export const a: string = '';",
    "compatible",
  );
  check(
    "a private file changes",
    {
      "src/index.ts": "import { b } from './b.ts';\nexport const a: string = b;",
      "src/b.ts": "export const b: string = '';",
    },
    {
      "src/index.ts": "import { b } from './b.ts';\nexport const a: string = b;",
      "src/b.ts": "export const b: string = 'x'; export const c: number = 1;",
    },
    "compatible",
  );
  check(
    "only comments and bodies change",
    "/** a */ export function f(a: string): string { return a; }",
    "/** b */\nexport function f(a: string): string {\n  return a + a; // more\n}",
    "compatible",
  );
});

describe("functions", () => {
  check(
    "a parameter takes more",
    "export declare function f(a: string): void;",
    "export declare function f(a: string | number): void;",
    "compatible",
  );
  check(
    "a parameter takes less",
    "export declare function f(a: string | number): void;",
    "export declare function f(a: string): void;",
    "breaking",
  );
  check(
    "a parameter takes something else",
    "export declare function f(a: number): void;",
    "export declare function f(a: { count: number }): void;",
    "breaking",
  );
  check(
    "a required parameter is added",
    "export declare function f(a: string): void;",
    "export declare function f(a: string, b: number): void;",
    "breaking",
  );
  check(
    "an optional parameter is added",
    "export declare function f(a: string): void;",
    "export declare function f(a: string, b?: number): void;",
    "compatible",
  );
  check(
    "a rest parameter is added",
    "export declare function f(a: string): void;",
    "export declare function f(a: string, ...b: number[]): void;",
    "compatible",
  );
  check(
    "a required parameter is removed",
    "export declare function f(a: string, b: number): void;",
    "export declare function f(a: string): void;",
    "breaking",
  );
  check(
    "an optional parameter is removed",
    "export declare function f(a: string, b?: number): void;",
    "export declare function f(a: string): void;",
    "breaking",
  );
  check(
    "a rest parameter is removed",
    "export declare function f(...a: string[]): void;",
    "export declare function f(a?: string): void;",
    "breaking",
  );
  check(
    "a parameter becomes optional",
    "export declare function f(a: string): void;",
    "export declare function f(a?: string): void;",
    "compatible",
  );
  check(
    "a parameter becomes required",
    "export declare function f(a?: string): void;",
    "export declare function f(a: string): void;",
    "breaking",
  );
  check(
    "a parameter is renamed",
    "export declare function f(a: string): void;",
    "export declare function f(b: string): void;",
    "compatible",
  );
  check(
    "parameters of different types are swapped",
    "export declare function f(a: string, b: number): void;",
    "export declare function f(b: number, a: string): void;",
    "breaking",
  );
  check(
    "a parameter takes a readonly array",
    "export declare function f(a: string[]): void;",
    "export declare function f(a: readonly string[]): void;",
    "compatible",
  );
  check(
    "a parameter takes a mutable array alone",
    "export declare function f(a: readonly string[]): void;",
    "export declare function f(a: string[]): void;",
    "breaking",
  );
  check(
    "a parameter loses any",
    "export declare function f(a: any): void;",
    "export declare function f(a: string): void;",
    "breaking",
  );
  check(
    "a parameter becomes unknown",
    "export declare function f(a: string): void;",
    "export declare function f(a: unknown): void;",
    "compatible",
  );
  check(
    "the return is narrower",
    "export declare function f(): number | undefined;",
    "export declare function f(): number;",
    "compatible",
  );
  check(
    "the return is wider",
    "export declare function f(): string;",
    "export declare function f(): string | null;",
    "breaking",
  );
  check(
    "the return is another type",
    "export declare function f(): string;",
    "export declare function f(): boolean;",
    "breaking",
  );
  check(
    "the return becomes a promise",
    "export declare function f(): string;",
    "export declare function f(): Promise<string>;",
    "breaking",
  );
  check(
    "the return becomes any",
    "export declare function f(): string;",
    "export declare function f(): any;",
    "breaking",
  );
  check(
    "the return becomes unknown",
    "export declare function f(): any;",
    "export declare function f(): unknown;",
    "breaking",
  );
  check(
    "nothing returned becomes something",
    "export declare function f(): void;",
    "export declare function f(): string;",
    "compatible",
  );
  check(
    "the returned object gains a member",
    "export declare function f(): { a: string };",
    "export declare function f(): { a: string; b: number };",
    "compatible",
  );
  check(
    "the returned object loses a member",
    "export declare function f(): { a: string; b: number };",
    "export declare function f(): { a: string };",
    "breaking",
  );
  check(
    "the returned array becomes readonly",
    "export declare function f(): string[];",
    "export declare function f(): readonly string[];",
    "breaking",
  );
  check(
    "a type guard becomes a boolean",
    "export declare function f(a: unknown): a is string;",
    "export declare function f(a: unknown): boolean;",
    "breaking",
  );
  check(
    "a callback is given more",
    "export declare function f(a: (x: string) => void): void;",
    "export declare function f(a: (x: string, y: number) => void): void;",
    "compatible",
  );
  check(
    "a callback is given less",
    "export declare function f(a: (x: string, y: number) => void): void;",
    "export declare function f(a: (x: string) => void): void;",
    "breaking",
  );
  check(
    "a callback is given something wider",
    "export declare function f(a: (x: string) => void): void;",
    "export declare function f(a: (x: string | number) => void): void;",
    "breaking",
  );
  check(
    "a callback has to return something",
    "export declare function f(a: () => void): void;",
    "export declare function f(a: () => string): void;",
    "breaking",
  );
  check(
    "a returned function takes fewer arguments",
    "export declare function f(): (a: string, b: number) => void;",
    "export declare function f(): (a: string) => void;",
    "breaking",
  );
  check(
    "an arrow function becomes a function declaration",
    "export declare const f: (a: string) => number;",
    "export declare function f(a: string): number;",
    "compatible",
  );
  check(
    "a function declaration becomes an arrow function: only a caller that uses `this` notices",
    "export declare function f(a: string): number;",
    "export declare const f: (a: string) => number;",
    "unknown",
  );
  check(
    "an overload is added",
    "export declare function f(a: string): void;",
    "export declare function f(a: string): void;\nexport declare function f(a: number): void;",
    "compatible",
  );
  check(
    "an overload is removed",
    "export declare function f(a: string): void;\nexport declare function f(a: number): void;",
    "export declare function f(a: string): void;",
    "breaking",
  );
  check(
    "two overloads become one union",
    "export declare function f(a: string): void;\nexport declare function f(a: number): void;",
    "export declare function f(a: string | number): void;",
    "compatible",
  );
});

describe("interfaces and object types", () => {
  const use = "export declare function use(o: O): void;";
  const give = "export declare function give(): O;";
  check(
    "an optional member of an option",
    `${use} export interface O { a?: string }`,
    `${use} export interface O { a?: string; b?: number }`,
    "compatible",
  );
  check(
    "a required member of an option",
    `${use} export interface O { a?: string }`,
    `${use} export interface O { a?: string; b: number }`,
    "breaking",
  );
  check(
    "an option is removed",
    `${use} export interface O { a?: string; b?: number }`,
    `${use} export interface O { a?: string }`,
    "breaking",
  );
  check(
    "an option becomes optional",
    `${use} export interface O { a: string }`,
    `${use} export interface O { a?: string }`,
    "compatible",
  );
  check(
    "an option becomes required",
    `${use} export interface O { a?: string }`,
    `${use} export interface O { a: string }`,
    "breaking",
  );
  check(
    "an option takes more",
    `${use} export interface O { a: string }`,
    `${use} export interface O { a: string | number }`,
    "compatible",
  );
  check(
    "an option takes less",
    `${use} export interface O { a: string | number }`,
    `${use} export interface O { a: string }`,
    "breaking",
  );
  check(
    "a required member of a result",
    `${give} export interface O { readonly a: string }`,
    `${give} export interface O { readonly a: string; readonly b: number }`,
    "compatible",
  );
  check(
    "a member of a result is removed",
    `${give} export interface O { a: string; b: number }`,
    `${give} export interface O { a: string }`,
    "breaking",
  );
  check(
    "a member of a result may be missing",
    `${give} export interface O { a: string }`,
    `${give} export interface O { a?: string }`,
    "breaking",
  );
  check(
    "a readonly member of a result is narrower",
    `${give} export interface O { readonly a: string | string[] }`,
    `${give} export interface O { readonly a: string[] }`,
    "compatible",
  );
  check(
    "a readonly member of a result is wider",
    `${give} export interface O { readonly a: string }`,
    `${give} export interface O { readonly a: string | string[] }`,
    "breaking",
  );
  check(
    "a writable member of a result is narrower: breaks only who writes it",
    `${give} export interface O { a: string | number }`,
    `${give} export interface O { a: string }`,
    "unknown",
  );
  check(
    "a member becomes readonly",
    "export interface O { a: string }",
    "export interface O { readonly a: string }",
    "breaking",
  );
  check(
    "a member is no longer readonly",
    "export interface O { readonly a: string }",
    "export interface O { a: string }",
    "compatible",
  );
  check(
    "an optional member of an interface that anyone may build",
    "export interface O { a: string }",
    "export interface O { a: string; b?: number }",
    "compatible",
  );
  check(
    "a required member of an interface that anyone may build",
    "export interface O { a: string }",
    "export interface O { a: string; b: number }",
    "breaking",
  );
  check(
    "a required method of an interface that consumers implement",
    "export interface P { setup(): void } export declare function use(p: P): void;",
    "export interface P { setup(): void; teardown(): void } export declare function use(p: P): void;",
    "breaking",
  );
  check(
    "an optional method of an interface that consumers implement",
    "export interface P { setup(): void } export declare function use(p: P): void;",
    "export interface P { setup(): void; teardown?(): void } export declare function use(p: P): void;",
    "compatible",
  );
  check(
    "what consumers' methods are given grows",
    "export interface P { setup(c: C): void } export interface C { readonly a: string } export declare function use(p: P): void;",
    "export interface P { setup(c: C): void } export interface C { readonly a: string; readonly b: string } export declare function use(p: P): void;",
    "compatible",
  );
  check(
    "a method takes less (methods are not compared both ways)",
    "export interface S { save(x: string | number): void } export declare const s: S;",
    "export interface S { save(x: string): void } export declare const s: S;",
    "breaking",
  );
  check(
    "a type that is not exported changes below an exported function",
    "interface O { a?: string }\nexport declare function f(o: O): void;\nexport {};",
    "interface O { a?: string; b: string }\nexport declare function f(o: O): void;\nexport {};",
    "breaking",
  );
  check(
    "a parent adds the member",
    "export interface A { x: string; y: string } export declare const a: A;",
    "interface B { x: string } export interface A extends B { y: string } export declare const a: A; export {};",
    "compatible",
  );
  check(
    "an index signature is removed",
    "export interface A { [key: string]: string } export declare const a: A;",
    "export interface A { a: string } export declare const a: A;",
    "breaking",
  );
  check(
    "members are put in another order",
    "export interface A { x: string; y: string }",
    "export interface A { y: string; x: string }",
    "compatible",
  );
});

describe("unions, aliases, generics", () => {
  check(
    "a union of an option gains a member",
    "export type L = 'a' | 'b'; export declare function f(l: L): void;",
    "export type L = 'a' | 'b' | 'c'; export declare function f(l: L): void;",
    "compatible",
  );
  check(
    "a union of an option loses a member",
    "export type L = 'a' | 'b'; export declare function f(l: L): void;",
    "export type L = 'a'; export declare function f(l: L): void;",
    "breaking",
  );
  check(
    "a union of a result gains a member",
    "export type L = 'a' | 'b'; export declare function f(): L;",
    "export type L = 'a' | 'b' | 'c'; export declare function f(): L;",
    "breaking",
  );
  check(
    "a union of a result loses a member",
    "export type L = 'a' | 'b'; export declare function f(): L;",
    "export type L = 'a'; export declare function f(): L;",
    "compatible",
  );
  check(
    "a union that anyone may use gains a member",
    "export type L = 'a' | 'b';",
    "export type L = 'a' | 'b' | 'c';",
    "breaking",
  );
  check(
    "a union is written in another order",
    "export type L = 'a' | 'b';",
    "export type L = 'b' | 'a';",
    "compatible",
  );
  check(
    "an alias is written out",
    "type N = number; export declare function f(a: N | string): void; export {};",
    "export declare function f(a: string | number): void;",
    "compatible",
  );
  check(
    "a type parameter without default is added to a type",
    "export interface B { x: string }",
    "export interface B<T> { x: string; y?: T }",
    "breaking",
  );
  check(
    "a type parameter with default is added to a type",
    "export interface B { x: string }",
    "export interface B<T = string> { x: string; y?: T }",
    "compatible",
  );
  check(
    "a type parameter is removed",
    "export interface B<T, U> { x: T; y: U }",
    "export interface B<T> { x: T; y: T }",
    "breaking",
  );
  check(
    "the default of a type parameter is removed",
    "export interface B<T = string> { x: T }",
    "export interface B<T> { x: T }",
    "breaking",
  );
  check(
    "a constraint is tightened",
    "export declare function f<T>(a: T): T;",
    "export declare function f<T extends string>(a: T): T;",
    "breaking",
  );
  check(
    "a constraint is loosened",
    "export declare function f<T extends string>(a: T): T;",
    "export declare function f<T extends string | number>(a: T): T;",
    "compatible",
  );
  check(
    "a type parameter is renamed",
    "export declare function f<T>(a: T): T[];",
    "export declare function f<U>(a: U): U[];",
    "compatible",
  );
  check(
    "the result loses its type parameter",
    "export declare function f<T extends string>(a: T): T;",
    "export declare function f<T extends string>(a: T): string;",
    "breaking",
  );
  check(
    "a generic result is wrapped",
    "export declare function f<T>(a: T): T;",
    "export declare function f<T>(a: T): T | undefined;",
    "breaking",
  );
  check(
    "a mapped type becomes partial",
    "export type M<T> = { [K in keyof T]: T[K] }; export declare function f(): M<{ a: string }>;",
    "export type M<T> = { [K in keyof T]?: T[K] }; export declare function f(): M<{ a: string }>;",
    "breaking",
  );
  check(
    "a conditional type with another branch",
    "export type C<T> = T extends string ? 1 : 2;",
    "export type C<T> = T extends string ? 1 | 3 : 2;",
    "breaking",
  );
  check(
    "a conditional type that looks the same for every sample: no compiler can tell for every argument",
    "export type C<T> = T extends Date ? 1 : 2;",
    "export type C<T> = T extends Date ? 3 : 2;",
    "unknown",
  );
  check(
    "a conditional type is reformatted",
    "export type C<T> = T extends string ? 1 : 2;",
    "export type C<T> =\n  T extends string\n    ? 1\n    : 2;",
    "compatible",
  );
});

describe("types from other files", () => {
  const node =
    "declare const KEY: unique symbol; export declare class Node { readonly [KEY]: symbol } export declare class Leaf extends Node { readonly x: string }";
  const uses = (type: string): Files => ({
    "src/index.ts": `export declare function f(): ${type};`,
    "src/node.d.ts": node,
  });
  const [first, second] = ['import("./node.js").Node', 'import("./node.js").Leaf'];
  check(
    "a union of imported types in another order",
    uses(`Promise<${first} | ${second}>`),
    uses(`Promise<${second} | ${first}>`),
    "compatible",
  );
  check("an imported type is wider", uses(second), uses(`${second} | undefined`), "breaking");
});

describe("classes and enums", () => {
  check(
    "a method is added",
    "export declare class A { a(): void }",
    "export declare class A { a(): void; b(): void }",
    "compatible",
  );
  check(
    "a method is removed",
    "export declare class A { a(): void; b(): void }",
    "export declare class A { a(): void }",
    "breaking",
  );
  check(
    "a method becomes protected",
    "export declare class A { a(): void }",
    "export declare class A { protected a(): void }",
    "breaking",
  );
  check(
    "a protected method is removed",
    "export declare class A { protected a(): void; b(): void }",
    "export declare class A { b(): void }",
    "breaking",
  );
  check(
    "a private member is removed",
    "export declare class A { private a: string; b(): void }",
    "export declare class A { b(): void }",
    "compatible",
  );
  check(
    "a private member changes its type",
    "export class A { private a: string = ''; b(): string { return this.a } }",
    "export class A { private a: number = 1; b(): string { return String(this.a) } }",
    "compatible",
  );
  check(
    "an abstract member is added",
    "export declare abstract class A { abstract a(): void }",
    "export declare abstract class A { abstract a(): void; abstract b(): void }",
    "breaking",
  );
  check(
    "a class becomes abstract",
    "export declare class A { a(): void }",
    "export declare abstract class A { a(): void }",
    "breaking",
  );
  check(
    "the constructor asks more",
    "export declare class A { constructor(a: string) }",
    "export declare class A { constructor(a: string, b: number) }",
    "breaking",
  );
  check(
    "the constructor may be given more",
    "export declare class A { constructor(a: string) }",
    "export declare class A { constructor(a: string, b?: number) }",
    "compatible",
  );
  check(
    "the constructor becomes private",
    "export declare class A { constructor(); a(): void }",
    "export declare class A { private constructor(); a(): void }",
    "breaking",
  );
  check(
    "a static becomes an instance method",
    "export declare class A { static a(): void }",
    "export declare class A { a(): void }",
    "breaking",
  );
  check(
    "a static is added",
    "export declare class A { a(): void }",
    "export declare class A { a(): void; static b(): void }",
    "compatible",
  );
  check(
    "a setter is removed",
    "export declare class A { get a(): string; set a(x: string) }",
    "export declare class A { get a(): string }",
    "breaking",
  );
  check(
    "a property becomes optional",
    "export declare class A { a: string }",
    "export declare class A { a?: string }",
    "breaking",
  );
  check(
    "a writable property is narrower",
    "export declare class A { a: string | number }",
    "export declare class A { a: string }",
    "breaking",
  );
  check(
    "a method moves to a parent",
    "export declare class A { a(): void; b(): void }",
    "declare class P { b(): void } export declare class A extends P { a(): void } export {};",
    "compatible",
  );
  check(
    "the parent is lost",
    "declare class P { b(): void } export declare class A extends P { a(): void } export {};",
    "export declare class A { a(): void }",
    "breaking",
  );
  check(
    "a method of a class returns less",
    "export declare class A { a(): string }",
    "export declare class A { a(): string | undefined }",
    "breaking",
  );
  check("a member of an enum is removed", "export enum E { A, B }", "export enum E { A }", "breaking");
  check("the value of an enum member changes", "export enum E { A = 'a' }", "export enum E { A = 'b' }", "breaking");
  check("enum members are put in another order", "export enum E { A, B }", "export enum E { B, A }", "breaking");
  check(
    "an enum that consumers only pass gains a member",
    "export enum E { A } export declare function f(e: E): void;",
    "export enum E { A, B } export declare function f(e: E): void;",
    "compatible",
  );
  check(
    "an enum that consumers receive gains a member: an exhaustive switch breaks",
    "export enum E { A } export declare function f(): E;",
    "export enum E { A, B } export declare function f(): E;",
    "unknown",
  );
});

describe("the manifest", () => {
  const exports = { ".": "./src/index.ts", "./sub": "./src/sub.ts" };
  check("an entry point is removed", manifest({ exports }), manifest({}), "breaking");
  check("an entry point is added", manifest({}), manifest({ exports }), "compatible");
  check(
    "a command is removed",
    manifest({ bin: { acme: "./cli.js", old: "./old.js" } }),
    manifest({ bin: { acme: "./cli.js" } }),
    "breaking",
  );
  check("a command is added", manifest({}), manifest({ bin: { acme: "./cli.js" } }), "compatible");
  check(
    "the engine is raised",
    manifest({ engines: { node: ">=18" } }),
    manifest({ engines: { node: ">=20" } }),
    "breaking",
  );
  check(
    "the engine is lowered",
    manifest({ engines: { node: ">=20" } }),
    manifest({ engines: { node: ">=18" } }),
    "compatible",
  );
  check("an engine is asked for the first time", manifest({}), manifest({ engines: { node: ">=18" } }), "breaking");
  check(
    "the engine drops an odd version",
    manifest({ engines: { node: "^18 || ^19 || >=20" } }),
    manifest({ engines: { node: "^18 || >=20" } }),
    "breaking",
  );
  check(
    "`require` is no longer served",
    manifest({ exports: { ".": { types: "./src/index.ts", import: "./a.mjs", require: "./a.cjs" } } }),
    manifest({ exports: { ".": { types: "./src/index.ts", import: "./a.mjs" } } }),
    "breaking",
  );
  check(
    "`require` is served too",
    manifest({ exports: { ".": { types: "./src/index.ts", import: "./a.mjs" } } }),
    manifest({ exports: { ".": { types: "./src/index.ts", import: "./a.mjs", require: "./a.cjs" } } }),
    "compatible",
  );
  check("a peer is added", manifest({}), manifest({ peerDependencies: { react: "^18" } }), "breaking");
  check(
    "an optional peer is added",
    manifest({}),
    manifest({ peerDependencies: { react: "^18" }, peerDependenciesMeta: { react: { optional: true } } }),
    "compatible",
  );
  check(
    "a peer range is narrowed",
    manifest({ peerDependencies: { react: "^17 || ^18" } }),
    manifest({ peerDependencies: { react: "^18" } }),
    "breaking",
  );
  check(
    "a peer range is widened",
    manifest({ peerDependencies: { react: "^18" } }),
    manifest({ peerDependencies: { react: "^18 || ^19" } }),
    "compatible",
  );
  check("a peer is dropped", manifest({ peerDependencies: { react: "^18" } }), manifest({}), "compatible");
});

describe("what only the compiler can infer", () => {
  check(
    "an inferred return gets narrower elsewhere",
    "function g(a: string) { return a.length > 1 ? a : undefined }\nexport function f(a: string) { return g(a) }",
    "function g(a: string) { return a }\nexport function f(a: string) { return g(a) }",
    "compatible",
  );
  check(
    "an inferred return gets wider elsewhere",
    "function g(a: string) { return a }\nexport function f(a: string) { return g(a) }",
    "function g(a: string) { return a.length > 1 ? a : undefined }\nexport function f(a: string) { return g(a) }",
    "breaking",
  );
  check(
    "a body changes and the inferred type does not",
    "export function f(a: string) { return a.length + 1 }",
    "export function f(a: string) { return a.length + 2 }",
    "compatible",
  );
  check(
    "what is inferred from outside can't be known",
    "import { make } from 'outside';\nexport const f = make(1);",
    "import { make } from 'outside';\nexport const f = make(2, 3);",
    "unknown",
  );
  check(
    "JavaScript without types has names and no shapes",
    {
      "package.json": JSON.stringify({ name: "acme", main: "./index.js" }),
      "index.js": "exports.f = function (a) { return a; };",
    },
    {
      "package.json": JSON.stringify({ name: "acme", main: "./index.js" }),
      "index.js": "exports.f = function (a) { return a.b; };",
    },
    "unknown",
  );
  check(
    "JavaScript loses a name",
    {
      "package.json": JSON.stringify({ name: "acme", main: "./index.js" }),
      "index.js": "exports.f = 1; exports.g = 2;",
    },
    { "package.json": JSON.stringify({ name: "acme", main: "./index.js" }), "index.js": "exports.f = 1;" },
    "breaking",
  );
});
