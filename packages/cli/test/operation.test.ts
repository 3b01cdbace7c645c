import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfiguration, startPortfolioServer } from "@freehold/server";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe("config", () => {
  test("shows settings with where they come from, secrets hidden", async () => {
    writeFileSync(join(folder.path, "some.yaml"), `port: 4321\nmetrics.token: ${"hush".repeat(5)}\n`);
    const { code, out } = await freehold(folder.path, "config", "--config", "some.yaml", "--json");
    expect(code).toBe(0);
    const shown = JSON.parse(out) as { key: string; value?: unknown; from: string }[];
    expect(shown.find(({ key }) => key === "port")).toMatchObject({ value: 4321, from: "some.yaml:1:1" });
    expect(out).not.toContain("hush");
    expect((await freehold(folder.path, "config")).out).toContain("port: 4000");
  });

  test("says what does not fit, and where", async () => {
    writeFileSync(join(folder.path, "bad.yaml"), "port: seventy\nhots: x\n");
    const { code, err } = await freehold(folder.path, "config", "--config", "bad.yaml");
    expect(code).toBe(2);
    expect(err).toContain("bad.yaml:1:1: error: port");
    expect(err).toContain('Did you mean "host"?');
    const missing = await freehold(folder.path, "doctor", "--config", "missing.yaml");
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("there is none")]);
  });
});

describe("backup, restore, doctor", () => {
  test("a database is copied, looked at, and put back where none is", async () => {
    const settings = onAnyPort();
    const server = await startPortfolioServer({ database: join(folder.path, "live.db"), settings });
    const made = await freehold(folder.path, "backup", "monday.db", "--db", "live.db");
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^monday\.db: \d+ bytes, checked\n$/)]);
    await server.close();
    expect((await freehold(folder.path, "backup", "monday.db", "--db", "live.db")).err).toContain("already");
    expect((await freehold(folder.path, "restore", "monday.db", "--db", "live.db")).code).toBe(2);
    expect((await freehold(folder.path, "restore", "monday.db", "--db", "again.db")).code).toBe(0);
    const restored = await startPortfolioServer({ database: join(folder.path, "again.db"), settings });
    const answer = await fetch(`${restored.address}/api/v1/organisations`);
    expect(await answer.text()).toContain('"default"');
    await restored.close();
    const doctor = await freehold(folder.path, "doctor", "--db", "again.db", "--json");
    const checked = JSON.parse(doctor.out) as { name: string; state: string }[];
    expect(checked.find(({ name }) => name === "database")?.state).toBe("fine");
  });

  test("what is wrong with a database is a finding, and nothing is made", async () => {
    writeFileSync(join(folder.path, "words.db"), "no database ".repeat(1000));
    const { code, out } = await freehold(folder.path, "doctor", "--db", "words.db");
    expect([code, out]).toEqual([1, expect.stringContaining("failed   database: ")]);
    expect((await freehold(folder.path, "doctor", "--db", "none.db")).out).toContain("is made when the server starts");
    expect(existsSync(join(folder.path, "none.db"))).toBe(false);
  });

  test("PostgreSQL is left to its own tools, and passwords are not shown", async () => {
    const url = "postgres://freehold:hush@127.0.0.1:9/freehold";
    const backup = await freehold(folder.path, "backup", "x.db", "--db", url);
    expect([backup.code, backup.err]).toEqual([2, expect.stringContaining("pg_dump")]);
    const doctor = await freehold(folder.path, "doctor", "--db", url);
    expect(doctor.code).toBe(1);
    expect(doctor.out).not.toContain("hush");
  });
});

function onAnyPort() {
  const read = readConfiguration({ flags: { port: 0 } });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.configuration.settings;
}
