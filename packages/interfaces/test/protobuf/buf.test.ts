/** The same pairs are given to the real `buf breaking`. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdict } from "../pairs.ts";
import { aspectsOf, CASES, compared } from "./cases.ts";

/** Each case is a package of its own there. */
const NOT_FOR_BUF = new Set(["package renamed"]);
/** Its rule PACKAGE_ENUM_NO_DELETE says nothing of an enum that is gone (1.75.0); its ENUM_NO_DELETE does. */
const SILENT_IN_BUF = new Set(["enum removed"]);
/**
 * One rule of buf covers reserved numbers and names; on the wire there are no names. And an open enum reads the
 * bytes of an int32, by the guides of protobuf; buf holds any enum to be a type of its own.
 */
const NOT_ON_THE_WIRE = new Set(["reserved name freed", "enum of a field gone, a number in its place"]);

describe("agreement with buf", () => {
  let folder = "";
  const found = new Map<string, ReadonlySet<string>>();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "freehold-buf-"));
    for (const side of ["before", "after"] as const) {
      mkdirSync(join(folder, side));
      for (const [index, [name, before, after]] of CASES.entries()) {
        if (NOT_FOR_BUF.has(name)) continue;
        const text = side === "before" ? before : after;
        const named = text.replace("package t;", `package c${index};`).replaceAll(".t.", `.c${index}.`);
        writeFileSync(join(folder, side, `c${index}.proto`), named);
      }
    }
    for (const category of ["PACKAGE", "WIRE_JSON", "WIRE"]) {
      found.set(`${category} forward`, buf(category, "before", "after"));
      found.set(`${category} backward`, buf(category, "after", "before"));
    }
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Names of the files that buf finds a break in. */
  function buf(category: string, from: string, to: string): ReadonlySet<string> {
    const config = JSON.stringify({ version: "v2", breaking: { use: [category] } });
    const args = [
      "breaking",
      join(folder, to),
      "--against",
      join(folder, from),
      "--error-format",
      "json",
      "--config",
      config,
      "--against-config",
      JSON.stringify({ version: "v2" }),
    ];
    const { stdout, stderr, status } = spawnSync(bufProgram(), args, {
      encoding: "utf8",
      env: { ...process.env, BUF_CACHE_DIR: folder },
    });
    if (status !== 0 && status !== 100) throw new Error(stderr);
    const lines = stdout.split("\n").filter((line) => line !== "");
    // What a package lost is told without a file, by the name of the package.
    return new Set(
      lines.map((line) => {
        const { path, message } = JSON.parse(line) as { readonly path?: string; readonly message: string };
        return /\bc\d+\b/.exec(path ?? message)?.[0] ?? "";
      }),
    );
  }

  test("buf runs", () => {
    expect(execFileSync(bufProgram(), ["--version"], { encoding: "utf8" })).toMatch(/^\d+\.\d+/);
    expect(found.get("WIRE forward")?.size).toBeGreaterThan(5);
  });

  test.each(CASES.filter(([name]) => !NOT_FOR_BUF.has(name)))("%s", (name, before, after) => {
    const index = CASES.findIndex(([one]) => one === name);
    for (const [direction, from, to] of [
      ["forward", before, after],
      ["backward", after, before],
    ] as const) {
      const ours = compared(from, to);
      const aspects = aspectsOf(ours);
      const theirs = (category: string) => found.get(`${category} ${direction}`)?.has(`c${index}`) === true;
      const said = `${direction}: ours ${verdict(ours)} (${aspects})`;
      if (!SILENT_IN_BUF.has(name))
        expect(verdict(ours) === "breaking", `${said}, buf PACKAGE ${theirs("PACKAGE")}`).toBe(theirs("PACKAGE"));
      // Where buf sees a break on the wire or in JSON, so do we; we see more there, as docs/interfaces-protobuf.md says.
      if (theirs("WIRE") && !NOT_ON_THE_WIRE.has(name)) expect(aspects, said).toContain("wire");
      if (theirs("WIRE_JSON")) expect(/wire|json/.test(aspects), said).toBe(true);
    }
  });
});

function bufProgram(): string {
  const platform = process.platform === "win32" ? "win32" : process.platform;
  const arch = process.arch === "arm64" && platform === "linux" ? "aarch64" : process.arch;
  return createRequire(import.meta.url).resolve(
    `@bufbuild/buf-${platform}-${arch}/bin/buf${platform === "win32" ? ".exe" : ""}`,
  );
}
