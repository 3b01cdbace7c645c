import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMessages, readPast } from "../src/index.ts";
import { opened, temporaryRepository } from "./temporary.ts";

const START = 1_700_000_000;

test("what the main line was at a time, and what the files that changed since said then", async () => {
  const fixture = temporaryRepository();
  const base = fixture.commit("Begin", { "kept.ts": "kept", "changed.ts": "old", "gone.ts": "gone", "a.bin": "x" });
  rmSync(join(fixture.path, "gone.ts"));
  const head = fixture.commit("Change", { "changed.ts": "new", "added.ts": "added", "a.bin": "y" });
  const repository = await opened(fixture.path);
  const past = await readPast(repository, head, START + 90, (path) => path.endsWith(".ts"));
  expect(past?.commit).toBe(base);
  expect(past?.time).toBe(START + 60);
  expect([...(past?.changed ?? [])]).toEqual(["added.ts", "changed.ts"]);
  const said: string[] = [];
  for await (const { file, bytes } of past?.before.read(past.before.files) ?? [])
    said.push(`${file.path} ${Buffer.from(bytes ?? []).toString("utf8")}`);
  expect(said).toEqual(["changed.ts old", "gone.ts gone"]);
  expect(await readPast(repository, head, START, () => true)).toBeUndefined();
});

test("whole messages by commit, and nothing of a commit that is not there", async () => {
  const fixture = temporaryRepository();
  const first = fixture.commit("Begin\n\nSince nothing was there.");
  const second = fixture.commit("Go on");
  const repository = await opened(fixture.path);
  const messages = await readMessages(repository, [second, first]);
  expect([...messages].map(([id, text]) => [id, text.trim()])).toEqual([
    [second, "Go on"],
    [first, "Begin\n\nSince nothing was there."],
  ]);
  expect(await readMessages(repository, [])).toEqual(new Map());
});
