import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCache } from "../src/index.ts";
import { temporaryFolder } from "./temporary.ts";

function blob(name: string | number): string {
  return createHash("sha1").update(String(name)).digest("hex");
}

function entries(count: number, from = 0): Map<string, unknown> {
  return new Map(
    Array.from({ length: count }, (_, index) => [blob(from + index), { number: from + index, text: "ü".repeat(50) }]),
  );
}

function segments(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".segment"))
    .map((name) => join(folder, name));
}

describe("the cache on disk", () => {
  it("gives back what any process put, and nothing else", async () => {
    const folder = temporaryFolder();
    const first = openCache(folder);
    expect(await first.getMany("npm@1", [blob(1)])).toEqual(new Map());
    await first.putMany("npm@1", entries(3));
    await first.putMany("npm@2", new Map([[blob(0), null]]));
    for (const cache of [first, openCache(folder)]) {
      expect(await cache.getMany("npm@1", [blob(2), blob(0), blob(9)])).toEqual(
        new Map([...entries(3)].filter(([key]) => key !== blob(1))),
      );
      expect(await cache.getMany("npm@2", [blob(0), blob(1)])).toEqual(new Map([[blob(0), null]]));
    }
  });

  it("keeps any JSON under any name of an extractor", async () => {
    const value = fc.jsonValue().map((each) => JSON.parse(JSON.stringify(each)) as unknown);
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.dictionary(fc.uuid(), value), async (extractor, dictionary) => {
        const folder = temporaryFolder();
        const given = new Map(Object.entries(dictionary));
        await openCache(folder).putMany(extractor, given);
        expect(await openCache(folder).getMany(extractor, [...given.keys()])).toEqual(given);
      }),
      { numRuns: 30 },
    );
  });

  it("is quick for tens of thousands of entries", async () => {
    const folder = temporaryFolder();
    const many = entries(40_000);
    const started = performance.now();
    await openCache(folder).putMany("go@1", many);
    expect((await openCache(folder).getMany("go@1", [...many.keys()])).size).toBe(40_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("serves two writers at once", async () => {
    const folder = temporaryFolder();
    const [left, right] = [openCache(folder), openCache(folder)];
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        left.putMany("x", entries(200, round * 300)),
        right.putMany("x", entries(200, round * 300 + 100)),
      ]);
    }
    const all = entries(1500);
    expect((await openCache(folder).getMany("x", [...all.keys()])).size).toBe(1500);
  });

  it("forgets only what a torn or damaged record held", async () => {
    const folder = temporaryFolder();
    await openCache(folder).putMany("x", entries(100));
    const [file = ""] = segments(folder);
    truncateSync(file, statSync(file).size - 10);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('"number":50,');
    bytes.write("#", at);
    writeFileSync(file, bytes);
    const found = await openCache(folder).getMany("x", [...entries(100).keys()]);
    expect([found.size, found.has(blob(50)), found.has(blob(99))]).toEqual([98, false, false]);
    expect(found.get(blob(51))).toEqual(entries(100).get(blob(51)));
    writeFileSync(file, Buffer.alloc(1000, 7));
    expect((await openCache(folder).getMany("x", [blob(1)])).size).toBe(0);
  });

  it("survives a writer that is killed at any moment", async () => {
    const folder = temporaryFolder();
    const source = new URL("../src/index.ts", import.meta.url).href;
    const script = `import { openCache } from ${JSON.stringify(source)};
      const cache = openCache(${JSON.stringify(folder)});
      for (let n = 0; ; n++) await cache.putMany("x", new Map([["k" + n, { n, text: "x".repeat(5000) }]])).then(() => n === 20 && console.log("going"));`;
    for (let round = 0; round < 3; round++) {
      const writer = spawn(process.execPath, ["--input-type=module", "-e", script], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(writer.stdout, "data");
      writer.kill("SIGKILL");
      await once(writer, "exit");
      const found = await openCache(folder).getMany(
        "x",
        Array.from({ length: 10_000 }, (_, n) => `k${n}`),
      );
      expect(found.size).toBeGreaterThan(20);
      for (const [key, value] of found) expect(value).toMatchObject({ n: Number(key.slice(1)) });
    }
  });

  it("stays within its bound, and keeps what is newest", async () => {
    const folder = temporaryFolder();
    const maxBytes = 400_000;
    for (let round = 0; round < 20; round++)
      await openCache(folder, { maxBytes }).putMany("x", entries(500, round * 500));
    const size = segments(folder).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(size).toBeLessThanOrEqual(maxBytes + 100_000);
    const newest = [...entries(500, 19 * 500).keys()];
    expect((await openCache(folder, { maxBytes }).getMany("x", newest)).size).toBe(500);
  });

  it("makes one segment of many small ones", async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 40; round++) await openCache(folder).putMany("x", entries(2, round * 2));
    expect(segments(folder).length).toBeLessThan(20);
    expect((await openCache(folder).getMany("x", [...entries(80).keys()])).size).toBe(80);
  });

  it("takes a disk that refuses for an empty cache", async () => {
    const folder = join(temporaryFolder(), "file");
    writeFileSync(folder, "");
    const cache = openCache(folder);
    await cache.putMany("x", entries(1));
    expect(await cache.getMany("x", [blob(0)])).toEqual(new Map());
  });
});
