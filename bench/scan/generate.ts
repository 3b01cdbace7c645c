/**
 * A TypeScript monorepo made from a seed: the same repository on every machine, of any size.
 *
 * Files import others of their package and entries of other packages; commits touch a few files of
 * one package, written by the few people who look after it, as in real histories.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import type { Writable } from "node:stream";

export interface Size {
  readonly packages: number;
  readonly filesPerPackage: number;
  readonly commits: number;
  readonly people: number;
  readonly seed: number;
}

/** About 8,000 source files and 50,000 commits. */
export const LARGE: Size = { packages: 160, filesPerPackage: 50, commits: 50_000, people: 300, seed: 1 };

/** Writes the repository, with a work tree, into an empty folder. Takes a minute or two for `LARGE`. */
export async function generate(folder: string, size: Size): Promise<void> {
  await mkdir(folder, { recursive: true });
  await git(folder, ["init", "-q", "-b", "main"]);
  const child = spawn("git", ["-C", folder, "-c", "pack.compression=1", "fast-import", "--quiet"], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  const closed = once(child, "close");
  for (const chunk of stream(size)) await write(child.stdin, chunk);
  child.stdin.end();
  await closed;
  // As a clone has it: fast-import packs every version against the one before, which no server would send.
  await git(folder, ["-c", "pack.window=5", "repack", "-adfq"]);
  await git(folder, ["reset", "-q", "--hard"]);
}

async function write(to: Writable, chunk: string): Promise<void> {
  if (!to.write(chunk)) await once(to, "drain");
}

export async function git(folder: string, args: readonly string[]): Promise<void> {
  const child = spawn("git", ["-C", folder, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`git ${args.join(" ")} ended with ${String(code)}`);
}

function* stream(size: Size): Generator<string> {
  const random = randomOf(size.seed);
  const pick = (count: number) => Math.floor(random() * count);
  const files = new Map<string, string[]>();
  let time = 1_500_000_000;
  let commit = 0;
  const open = (person: number, message: string) => {
    time += 60 + pick(3600);
    commit++;
    const who = `Person ${person} Name${person} <person${person}@example.com> ${time} +0000`;
    return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${Buffer.byteLength(message)}\n${message}\n`;
  };
  yield (
    open(0, "Begin") +
      put(
        "package.json",
        `${JSON.stringify({ name: "generated", private: true, workspaces: ["packages/*"] }, null, 2)}\n`,
      )
  );
  for (let number = 0; number < size.packages; number++) {
    let text = open(number % size.people, `Add package ${number}`);
    for (const [path, lines] of packageFiles(number, size, pick)) {
      files.set(path, lines);
      text += put(path, `${lines.join("\n")}\n`);
    }
    yield text;
  }
  const paths = Map.groupBy(
    [...files.keys()].filter((path) => path.endsWith(".ts")),
    (path) => path.split("/")[1] ?? "",
  );
  const folders = [...paths.keys()];
  while (commit < size.commits) {
    const at = Math.floor(random() ** 2 * folders.length);
    const own = paths.get(folders[at] ?? "") ?? [];
    const person = (at * 7 + Math.floor(random() ** 3 * 5)) % size.people;
    let text = open(person, `Change ${commit}`);
    for (let left = 1 + pick(4); left > 0; left--) {
      const path = own[pick(own.length)] ?? "";
      const lines = files.get(path) ?? [];
      for (let edits = 1 + pick(4); edits > 0; edits--) lines[3 + pick(Math.max(1, lines.length - 4))] = line(pick);
      text += put(path, `${lines.join("\n")}\n`);
    }
    yield text;
  }
}

function put(path: string, text: string): string {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}

function packageFiles(number: number, size: Size, pick: (count: number) => number): [path: string, lines: string[]][] {
  const folder = `packages/part-${number}`;
  const uses = [...new Set(number === 0 ? [] : [pick(number), pick(number), pick(number)])];
  const dependencies = Object.fromEntries(uses.map((other) => [`@generated/part-${other}`, "workspace:*"]));
  const manifest = {
    name: `@generated/part-${number}`,
    version: `1.${number}.0`,
    main: "./src/file-0.ts",
    dependencies,
  };
  const sources = Array.from({ length: size.filesPerPackage }, (_, file): [string, string[]] => {
    const inside = file === 0 ? [] : [`import { value as a } from "./file-${pick(file)}.ts";`];
    const outside =
      uses.length === 0 ? [] : [`import { value as b } from "@generated/part-${uses[pick(uses.length)] ?? 0}";`];
    const body = Array.from({ length: 40 + pick(80) }, () => line(pick));
    return [
      `${folder}/src/file-${file}.ts`,
      [
        ...inside,
        ...outside,
        `export const value = ${file};`,
        "export function work(input: number) {",
        ...body,
        "return input;",
        "}",
      ],
    ];
  });
  return [
    [`${folder}/package.json`, JSON.stringify(manifest, null, 2).split("\n")],
    [`${folder}/README.md`, [`# part-${number}`, "", `Does thing ${number}.`]],
    ...sources,
  ];
}

function line(pick: (count: number) => number): string {
  return `  if (input > ${pick(1_000_000)}) input = (input * ${pick(9999)}) % ${1 + pick(99_999)}; // step ${pick(1_000_000)}`;
}

/** mulberry32: small, seeded, good enough for shapes. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
