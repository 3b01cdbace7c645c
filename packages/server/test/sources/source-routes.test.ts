/** Sources over HTTP: what they may be, and that their secrets go in and never out. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createSealing } from "../../src/sources/sealing.ts";
import { makePortfolio } from "../api/portfolio.ts";

const TOKEN = "ghp_a-secret-of-acme";
const GITHUB = { kind: "github", url: "https://github.com/acme", credential: { kind: "token", token: TOKEN } };

describe("a source", () => {
  test("is made, read, changed at its version and removed", async () => {
    await using portfolio = await makePortfolio();
    const made = await portfolio.ask({
      method: "POST",
      url: "/api/v1/sources",
      payload: { ...GITHUB, exclude: ["old-*"] },
    });
    expect(made.statusCode).toBe(201);
    const url = `/api/v1/sources/${made.json().id}`;
    const read = await portfolio.ask({ url });
    expect(read.json()).toMatchObject({
      kind: "github",
      exclude: ["old-*"],
      every: 24,
      credential: { kind: "token", from: "kept" },
      repositories: { waiting: 0, scanned: 0 },
      job: { kind: "list", state: "queued" },
      version: 1,
    });
    const payload = { kind: "github", url: "https://github.com/acme", every: 1 };
    const stale = await portfolio.ask({ method: "PUT", url, payload, headers: { "if-match": '"7"' } });
    expect(stale.statusCode).toBe(412);
    const changed = await portfolio.ask({ method: "PUT", url, payload, headers: { "if-match": '"1"' } });
    expect(changed.json()).toMatchObject({ version: 2 });
    expect((await portfolio.ask({ url })).json()).toMatchObject({
      every: 1,
      credential: { kind: "token" },
      version: 2,
    });
    expect((await portfolio.ask({ method: "DELETE", url })).statusCode).toBe(200);
    expect((await portfolio.ask({ url })).statusCode).toBe(404);
    expect((await portfolio.ask({ url: "/api/v1/jobs?state=cancelled" })).json().items).toHaveLength(1);
  });

  test("keeps its secrets sealed: no answer, no audit entry and no byte of the database has them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "freehold-sources-"));
    await using portfolio = await makePortfolio({ at: join(folder, "freehold.db") });
    const hookSecret = "a secret for webhooks";
    const made = await portfolio.ask({ method: "POST", url: "/api/v1/sources", payload: { ...GITHUB, hookSecret } });
    const answers = [made];
    for (const url of ["sources", `sources/${made.json().id}`, "jobs", "changes"]) {
      answers.push(await portfolio.ask({ url: `/api/v1/${url}` }));
    }
    const files = ["freehold.db", "freehold.db-wal"].map((name) => readFileSync(join(folder, name), "latin1"));
    const seen = [...answers.map(({ body }) => body), ...files].join("\n");
    expect(seen).toContain("github.com/acme");
    expect(seen).not.toContain(TOKEN);
    expect(seen).not.toContain(hookSecret);
    expect(answers[2]?.json()).toMatchObject({ hook: { active: true, url: `/api/v1/hooks/acme/${made.json().id}` } });
    await rm(folder, { recursive: true });
  });

  test("does not take its credential along to another host", async () => {
    await using portfolio = await makePortfolio();
    const made = await portfolio.ask({ method: "POST", url: "/api/v1/sources", payload: GITHUB });
    const url = `/api/v1/sources/${made.json().id}`;
    for (const elsewhere of [{ url: "https://evil.example/acme" }, { url: GITHUB.url, api: "https://evil.example" }]) {
      const moved = await portfolio.ask({ method: "PUT", url, payload: { kind: "github", ...elsewhere } });
      expect(moved.json()).toMatchObject({ status: 400, errors: [{ pointer: "/credential" }] });
    }
    const payload = { kind: "github", url: "https://evil.example/acme", credential: { kind: "none" } };
    expect((await portfolio.ask({ method: "PUT", url, payload })).statusCode).toBe(200);
  });

  const REFUSED: readonly (readonly [why: string, payload: object, pointer: string])[] = [
    ["a secret in the address", { kind: "git", url: "https://ann:secret@example.org/app.git" }, "/url"],
    ["a program as transport", { kind: "git", url: "ext::sh -c id" }, "/url"],
    ["an option as address", { kind: "git", url: "--upload-pack=id" }, "/url"],
    ["another protocol", { kind: "git", url: "ftp://example.org/app.git" }, "/url"],
    ["an option as host", { kind: "git", url: "ssh://-oProxyCommand=id/app.git" }, "/url"],
    ["a repository as organisation", { kind: "github", url: "https://github.com/acme/app" }, "/url"],
    ["a part of a path", { kind: "folder", url: "work/acme" }, "/url"],
    ["a variable of the server", withToken({ environment: "FREEHOLD_SECRET" }), "/credential"],
    ["a file elsewhere", withToken({ file: "../freehold.db" }), "/credential"],
    [
      "an app elsewhere",
      { ...GITHUB, kind: "gitlab", credential: { kind: "app", app: "1", privateKey: "x" } },
      "/credential/kind",
    ],
    ["a short secret for webhooks", { ...GITHUB, hookSecret: "short" }, "/hookSecret"],
  ];

  test.each(REFUSED)("is refused with %s", async (_, payload, pointer) => {
    await using portfolio = await makePortfolio();
    const answer = await portfolio.ask({ method: "POST", url: "/api/v1/sources", payload });
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.json().errors[0].pointer).toContain(pointer);
  });
});

function withToken(token: object): object {
  return { ...GITHUB, credential: { kind: "token", token } };
}

describe("sealing", () => {
  const store = { secret: async () => "the secret that is kept in the database" };

  test("opens for the purpose and the secret that it was sealed with, and for no other", async () => {
    const { seal, open } = createSealing(store, undefined);
    const sealed = await seal("source acme", "a token");
    expect(sealed).not.toContain("token");
    expect(await seal("source acme", "a token")).not.toBe(sealed);
    expect(await open("source acme", sealed)).toBe("a token");
    await expect(open("source other", sealed)).rejects.toThrow("can't be opened");
    await expect(createSealing(store, "another secret of the settings").open("source acme", sealed)).rejects.toThrow();
    const flipped = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
    await expect(open("source acme", flipped)).rejects.toThrow("can't be opened");
  });
});
