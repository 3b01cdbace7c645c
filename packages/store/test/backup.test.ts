import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backupFile, inspectFile, openStore, restoreFile } from "../src/index.ts";
import { ANN, bytesOf, part, snapshot } from "./snapshots.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "freehold-backup-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("a backup", () => {
  test("taken while snapshots come in restores to one moment of them", async () => {
    const store = await openStore({ at: at("live.db") });
    await store.createOrganisation({ id: "acme", name: "Acme" });
    const acme = await store.forOrganisation("acme");
    const writing = (async () => {
      for (let turn = 1; turn <= 12; turn++) {
        const parts = Array.from({ length: turn * 10 }, (_, each) => part(`p${each}`));
        await acme.ingest(ANN, bytesOf(snapshot(parts)));
      }
    })();
    const taken: string[] = [];
    for (let each = 0; each < 4; each++) {
      await new Promise((done) => setTimeout(done, 40));
      backupFile(at("live.db"), at(`${each}.bak`));
      taken.push(at(`${each}.bak`));
    }
    await writing;
    await store.close();
    for (const [each, file] of taken.entries()) {
      expect(restoreFile(file, at(`${each}.db`))).toMatchObject({ faults: [], missing: [], newer: [] });
      const restored = await openStore({ at: at(`${each}.db`) });
      const [organisation] = await restored.organisations();
      const portfolio = await restored.forOrganisation("acme");
      // Every revision brought ten products more: nothing is half there.
      expect((await portfolio.products()).total).toBe((organisation?.revision ?? -1) * 10);
      await restored.close();
    }
  });

  test("replaces nothing, and leaves nothing half made", async () => {
    const store = await openStore({ at: at("live.db") });
    await store.close();
    await writeFile(at("there"), "mine");
    expect(() => backupFile(at("live.db"), at("there"))).toThrow("already");
    backupFile(at("live.db"), at("good.bak"));
    expect(existsSync(at("good.bak.part"))).toBe(false);
    expect(() => restoreFile(at("good.bak"), at("live.db"))).toThrow("already");
  });

  test("that is none is refused", async () => {
    await writeFile(at("words"), "not a database, but long enough to look like one ".repeat(100));
    await writeFile(at("empty"), "");
    expect(() => restoreFile(at("words"), at("new.db"))).toThrow("can't be read");
    expect(() => restoreFile(at("empty"), at("new.db"))).toThrow("no database of Freehold");
    expect(() => restoreFile(at("missing"), at("new.db"))).toThrow("there is no file");
    expect(existsSync(at("new.db"))).toBe(false);
    expect(() => inspectFile(at("words"))).toThrow("can't be read");
  });
});
