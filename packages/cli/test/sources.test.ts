import { readConfiguration, startPortfolioServer } from "@freehold/server";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

test("sources are added, listed, looked at and removed, and a mistake says what would be right", async () => {
  const read = readConfiguration({ flags: { port: 0 } });
  if (!("configuration" in read)) throw new Error("the settings do not fit");
  const server = await startPortfolioServer({ database: ":memory:", settings: read.configuration.settings });
  const sources = async (...args: string[]) =>
    await freehold(folder.path, "sources", ...args, "--server", server.address);
  try {
    expect((await sources("list")).out).toContain("freehold sources add");
    const added = JSON.parse((await sources("add", folder.path, "--exclude", "old-*", "--json")).out) as { id: string };
    const [listed] = JSON.parse((await sources("list", "--json")).out) as {
      id: string;
      kind: string;
      exclude: string[];
    }[];
    expect(listed).toMatchObject({ id: added.id, kind: "folder", exclude: ["old-*"] });
    expect((await sources("show", added.id)).out).toContain(folder.path);
    expect((await sources("sync", added.id)).out).toMatch(/^job_\w+ is \w+\.$/m);
    const wrong = await sources("add", "https://ann:secret@github.com/acme");
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("give them as credential")]);
    expect((await sources("add", "https://example.org/acme")).err).toContain("--kind");
    expect((await sources("remove", added.id)).out).toContain("was removed");
    expect((await sources("remove", added.id)).code).toBe(2);
  } finally {
    await server.close();
  }
});

test("a worker needs PostgreSQL, and says so", async () => {
  const { code, err } = await freehold(folder.path, "worker", "--db", "some.db");
  expect([code, err]).toEqual([2, expect.stringContaining("postgres://user@host/name")]);
});
