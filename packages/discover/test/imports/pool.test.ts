/** Parsers that are ended by what they read: only that file's facts are lost. */
import { afterEach, expect, test } from "vitest";
import type { FactsOrFailure, Job } from "../../src/imports/job.ts";
import { openPool, type Pool, type PoolOptions } from "../../src/imports/pool.ts";

let pool: Pool | undefined;
afterEach(() => pool?.close());

/** Overflows the stack of any native parser. */
const DEADLY = `import "x"; ${"[".repeat(400_000)}1${"]".repeat(400_000)}`;
const fine = (name: string) => `import "${name}";`;

function job(...texts: readonly string[]): Job {
  const bytes = texts.map((text) => Buffer.from(text));
  let end = 0;
  const ends = bytes.map(({ length }) => (end += length));
  return {
    language: "typescript",
    paths: texts.map((_, at) => `f${at}.ts`),
    ends,
    bytes: new Uint8Array(Buffer.concat(bytes)),
  };
}

/** For each job what was imported, or why nothing was. */
async function outcomes(jobs: readonly Job[], options: Partial<PoolOptions> = {}): Promise<string[][]> {
  pool = openPool({ workers: 2, timeoutMs: 20_000, ...options });
  const all: string[][] = jobs.map(() => []);
  for (const [index, each] of jobs.entries()) {
    await pool.submit(each, (results) => (all[index] = results.map(described)));
  }
  await pool.drain();
  return all;
}

function described(result: FactsOrFailure): string {
  return "failure" in result ? result.failure : result.imports.map(({ specifier }) => specifier).join();
}

test("a file that ends its parser is one failure, and its neighbours are read", async () => {
  const found = await outcomes([job(fine("a"), DEADLY, fine("b")), job(fine("c"))]);
  expect(found).toEqual([["a", expect.stringMatching(/^it ended the parser \(SIG/), "b"], ["c"]]);
});

test("a file that takes too long is one failure", async () => {
  const [first] = await outcomes([job(fine("a"), fine("b"))], { timeoutMs: 1 });
  expect(first).toHaveLength(2);
  for (const one of first ?? []) expect(["a", "b", "took more than 0.001 s"]).toContain(one);
});

test("what such files may cost is bounded: then the rest is left unread", async () => {
  const found = await outcomes([job(DEADLY), ...["a", "b"].map((name) => job(fine(name)))], { workers: 1, lossMs: 0 });
  expect(found.flat()).toEqual([
    expect.stringMatching(/^it ended the parser/),
    "too many files ended or stalled the parser",
    "too many files ended or stalled the parser",
  ]);
});
