/** Lists of GitHub and GitLab over HTTP: pages, tags, limits, and addresses that may not be reached. */
import { describe, expect, test } from "vitest";
import { openSource, openWeb, parsePlace, type Reach, whyExcluded } from "../src/index.ts";
import { startForge } from "./forge-server.ts";

const NOW = Date.UTC(2026, 0, 10);
const here: Reach = async ({ hostname }) => ({ address: hostname, family: 4 });

async function opened(kind: "github" | "gitlab", url: string, token: string = "") {
  const web = openWeb(here);
  const place = parsePlace(kind, `${url}/acme`, { api: url, local: false });
  const credential = token === "" ? ({ kind: "none" } as const) : ({ kind: "token", token } as const);
  return { ...(await openSource(place, credential, { web, now: () => NOW })), web };
}

describe.each(["github", "gitlab"] as const)("the list of %s", (kind) => {
  test("comes in pages, and a page that is as it was is not sent again", async () => {
    await using forge = await startForge();
    for (const name of ["app", "core", "web"]) forge.commit(name, { README: name });
    const { lister, web } = await opened(kind, forge.url);
    const first = await lister.page(undefined);
    if (first === "unchanged") throw new Error("nothing was known");
    expect(first.repositories.map(({ id }) => id)).toEqual(["acme/app", "acme/core"]);
    expect(first.repositories[0]).toMatchObject({ url: `${forge.url}/acme/app.git`, branch: "main", archived: false });
    const second = await lister.page(first.next);
    expect(second).toMatchObject({ repositories: [{ id: "acme/web" }] });
    expect(second).not.toHaveProperty("next");
    expect(await lister.page(undefined, first.tag)).toBe("unchanged");
    forge.commit("core", { README: "another" });
    const changed = await lister.page(undefined, first.tag);
    expect(changed).not.toBe("unchanged");
    await web.close();
  });

  const LIMITS = [
    [{ status: 429, headers: { "retry-after": "90" } }, NOW + 90_000],
    [
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + 600) } },
      NOW + 601_000,
    ],
    [{ status: 403, headers: {}, message: "You have exceeded a secondary rate limit" }, NOW + 60_000],
    [{ status: 429, headers: { "ratelimit-remaining": "0", "ratelimit-reset": String(NOW / 1000 + 5) } }, NOW + 6000],
  ] as const;

  test.each(LIMITS)("says when a limit ends: %j", async (answer, until) => {
    await using forge = await startForge();
    forge.commit("app", {});
    forge.refuse("", answer);
    const { lister, web } = await opened(kind, forge.url);
    await expect(lister.page(undefined)).rejects.toMatchObject({ code: "source/limit", until });
    expect(await lister.page(undefined)).toMatchObject({ repositories: [{ id: "acme/app" }] });
    await web.close();
  });

  test("says what to do where it is not allowed", async () => {
    await using forge = await startForge();
    forge.require("right");
    const { lister, web } = await opened(kind, forge.url, "wrong");
    await expect(lister.page(undefined)).rejects.toMatchObject({
      code: "source/unauthorized",
      final: true,
      hint: expect.stringContaining("new one"),
    });
    const other = await opened(kind, forge.url, "right");
    expect(await other.lister.page(undefined)).toMatchObject({ repositories: [] });
    forge.refuse("", { status: 403, headers: {}, message: "Resource not accessible by integration" });
    await expect(other.lister.page(undefined)).rejects.toMatchObject({ code: "source/forbidden", final: true });
    await web.close();
    await other.web.close();
  });
});

test("an account that is no organisation is a person's", async () => {
  await using forge = await startForge({ account: "users" });
  for (const name of ["app", "core", "web"]) forge.commit(name, {});
  const { lister, web } = await opened("github", forge.url);
  const first = await lister.page(undefined);
  expect(first).toMatchObject({ next: "users:2", repositories: [{ id: "acme/app" }, { id: "acme/core" }] });
  await web.close();
});

test("no connection is made to an address that is not allowed, nor after a redirect to one", async () => {
  await using forge = await startForge();
  await using other = await startForge();
  other.commit("app", {});
  const allowed = new URL(forge.url).port;
  const web = openWeb(async ({ hostname, port }) => {
    if (port === allowed) return { address: hostname, family: 4 };
    const refused = new Error(`${hostname} is no public address`);
    refused.name = "DestinationRefused";
    throw refused;
  });
  const place = parsePlace("github", `${forge.url}/acme`, { api: forge.url, local: false });
  const { lister } = await openSource(place, { kind: "none" }, { web, now: () => NOW });
  forge.refuse("", { status: 302, headers: { location: `${other.url}/orgs/acme/repos` } });
  await expect(lister.page(undefined)).rejects.toMatchObject({ code: "source/refused", final: true });
  expect(other.asked).toEqual([]);
  await web.close();
});

test("facts: who waits for an answer counts, machines do not", async () => {
  await using forge = await startForge();
  forge.graphql = {
    data: {
      repository: {
        url: "https://github.example/acme/app",
        open: { totalCount: 7 },
        newest: {
          nodes: [
            issue("2026-01-01T00:00:00Z", "bob", [
              ["ci", "2026-01-01T01:00:00Z", "Bot"],
              ["bob", "2026-01-01T02:00:00Z"],
              ["ann", "2026-01-01T10:00:00Z"],
            ]),
            issue("2026-01-02T00:00:00Z", "eve", [["ann", "2026-01-02T02:00:00Z"]]),
            issue("2026-01-03T00:00:00Z", "joe", []),
            issue("2026-01-04T00:00:00Z", "dependabot", [], "Bot"),
          ],
        },
        defaultBranchRef: {
          name: "main",
          target: {
            oid: "abc",
            statusCheckRollup: {
              state: "FAILURE",
              contexts: { nodes: [{ name: "test", conclusion: "FAILURE", completedAt: "2026-01-05T00:00:00Z" }] },
            },
          },
        },
      },
    },
  };
  const { facts, web } = await opened("github", forge.url, "token");
  expect(await facts("acme/app", "main")).toMatchObject({
    issues: {
      open: 7,
      opened: 3,
      answered: 2,
      medianHours: 10,
      answeredWithin7Days: 2,
      unanswered: [{ title: "joe" }],
    },
    mainLine: { branch: "main", state: "failing", failing: ["test"], at: "2026-01-05T00:00:00.000Z" },
  });
  const lab = await opened("gitlab", forge.url, "token");
  expect(await lab.facts("acme/app", "main")).toMatchObject({ mainLine: { state: "failing", commit: "abc" } });
  await web.close();
  await lab.web.close();
});

function issue(
  createdAt: string,
  login: string,
  comments: readonly (readonly [by: string, at: string, type?: string])[],
  type: string = "User",
) {
  const nodes = comments.map(([by, at, of = "User"]) => ({ createdAt: at, author: { __typename: of, login: by } }));
  return {
    title: login,
    url: "https://github.example/1",
    createdAt,
    state: "OPEN",
    author: { __typename: type, login },
    comments: { nodes },
  };
}

describe("what is left out", () => {
  const ALL = { include: [], exclude: [], archived: false, forks: false };
  test.each([
    [{ id: "acme/app" }, ALL, undefined],
    [{ id: "acme/app", archived: true }, ALL, "archived"],
    [{ id: "acme/app", fork: true }, ALL, "fork"],
    [{ id: "acme/app", fork: true, archived: true }, { ...ALL, archived: true, forks: true }, undefined],
    [{ id: "acme/billing-api" }, { ...ALL, include: ["billing-*"] }, undefined],
    [{ id: "acme/app" }, { ...ALL, include: ["billing-*"] }, "none of those"],
    [{ id: "acme/Old-App" }, { ...ALL, exclude: ["old-*"] }, "old-*"],
    [{ id: "acme/tools/app" }, { ...ALL, include: ["acme/*/app"] }, undefined],
    [{ id: "acme/abc" }, { ...ALL, exclude: ["*a*b*d*"] }, undefined],
    [{ id: "acme/aa" }, { ...ALL, exclude: ["aa*a"] }, undefined],
  ])("%j with %j", (repository, filter, reason) => {
    const why = whyExcluded({ url: "", ...repository }, filter);
    if (reason === undefined) expect(why).toBeUndefined();
    else expect(why).toContain(reason);
  });
});
