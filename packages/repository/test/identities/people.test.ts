import { describe, expect, test } from "vitest";
import type { History, RawIdentity } from "../../src/history.ts";
import { botRule } from "../../src/identities/bots.ts";
import { findPeople } from "../../src/identities/people.ts";
import { loginLikeName } from "../../src/identities/similarity.ts";

interface WrittenCommit {
  readonly author: number;
  readonly subject?: string;
  readonly merges?: number;
}

/** A history with one commit for each identity, unless told which author wrote what. */
function historyOf(authors: readonly RawIdentity[], commits?: readonly WrittenCommit[]): History {
  const all: readonly WrittenCommit[] = commits ?? authors.map((_, author) => ({ author }));
  const mergedParent = new Map(
    all.flatMap(({ merges }, index) => (merges === undefined ? [] : [[index, merges] as const])),
  );
  return {
    commits: {
      id: all.map((_, index) => index.toString(16).padStart(40, "0")),
      time: Float64Array.from(all, (_, index) => 1_600_000_000 + index),
      author: Uint32Array.from(all, ({ author }) => author),
      coAuthors: new Map(),
      subject: all.map(({ subject }) => subject ?? "Change"),
      parents: Uint8Array.from(all, ({ merges }) => (merges === undefined ? 1 : 2)),
      mergedParent,
      firstChange: new Uint32Array(all.length + 1),
    },
    changes: {
      path: new Uint32Array(),
      status: new Uint8Array(),
      added: new Int32Array(),
      deleted: new Int32Array(),
      from: new Int32Array(),
    },
    paths: [],
    authors,
    shallow: false,
    missingObjects: 0,
  };
}

function id(text: string): RawIdentity {
  const [name = "", email = ""] = text.slice(0, -1).split(" <");
  return { name, email };
}

function groups(texts: readonly string[], mailmap?: string): number[] {
  return [...findPeople(historyOf(texts.map(id)), { mailmap }).ofAuthor];
}

describe("one person", () => {
  test.each([
    ["same address", ["Ada <ada@b.org>", "ada l <ADA@b.org>"]],
    [
      "same account of a noreply address",
      ["Ada <12+ada@users.noreply.github.com>", "A <12+ada-new@users.noreply.github.com>"],
    ],
    ["same login", ["Ada <12+ada@users.noreply.github.com>", "A <ada@users.noreply.github.com>"]],
    ["same full name", ["Ada Lovelace <a@b.org>", "ada lovelace <x@y.org>"]],
    ["accents and order of a name", ["Ada Lóvelace <a@b.org>", "Lovelace, Ada <x@y.org>"]],
    ["a handle that is the login too", ["adalove <adalove@b.org>", "adalove <3+adalove@users.noreply.github.com>"]],
  ])("%s", (_, texts) => {
    expect(new Set(groups(texts)).size).toBe(1);
  });

  test("mailmap", () => {
    expect(groups(["A <a@old.org>", "Ada <ada@b.org>"], "Ada <ada@b.org> <a@old.org>\n")).toEqual([0, 0]);
  });
});

describe("several people", () => {
  test.each([
    [
      "one name with two logins",
      ["Ada Lovelace <1+ada@users.noreply.github.com>", "Ada Lovelace <2+lovelace@users.noreply.github.com>"],
    ],
    ["first names", ["Ada <ada@b.org>", "Ada <ada@c.org>"]],
    ["an address that names nobody", ["Ada L <root@localhost>", "Bob M <root@localhost>"]],
    ["placeholders", ["Your Name <a@b.org>", "Your Name <c@d.org>"]],
  ])("%s", (_, texts) => {
    expect(new Set(groups(texts)).size).toBe(2);
  });

  test("an address that many share", () => {
    const texts = ["Ada Lee", "Bob Moe", "Cat Noe", "Dan Orr"].map((name) => `${name} <team@b.org>`);
    expect(new Set(groups(texts)).size).toBe(4);
  });
});

describe("logins", () => {
  const texts = [
    "Josh Suereth <j@s.org>",
    "Marc Pichler <m@p.org>",
    "Jane <9+janed@users.noreply.github.com>",
    "Zoe Q <zq@x.org>",
  ];

  test.each([
    ["jsuereth", 0],
    ["pichlermarc", 1],
    ["@JaneD", 2],
  ])("%s by name or address", (login, person) => {
    expect(findPeople(historyOf(texts.map(id))).joinLogin(login)?.person).toBe(person);
  });

  test("strangers stay strangers", () => {
    expect(findPeople(historyOf(texts.map(id))).joinLogin("quux42")).toBeUndefined();
  });

  test("by the branches that merges name", () => {
    const merge = "Merge pull request #1 from wonderz/fix";
    const commits = [
      { author: 3 },
      { author: 0, subject: merge, merges: 0 },
      { author: 3 },
      { author: 1, subject: merge, merges: 2 },
    ];
    const people = findPeople(historyOf(texts.map(id), commits));
    const match = people.joinLogin("wonderz");
    expect(people.people[match?.person ?? -1]?.name).toBe("Zoe Q");
    expect(match?.evidence[0]).toMatchObject({
      rule: "login.merge-subject",
      commit: commits.length > 0 ? "1".padStart(40, "0") : "",
    });
  });

  test("not of whoever brought the branch up to date before merging it", () => {
    const merge = "Merge pull request #1 from wonderz/fix";
    const commits = [
      { author: 1 },
      { author: 0, subject: "Merge branch 'main' into fix", merges: 0 },
      { author: 0, subject: merge, merges: 1 },
      { author: 0, subject: "Merge branch 'main' into fix", merges: 0 },
      { author: 0, subject: merge, merges: 3 },
    ];
    expect(findPeople(historyOf(texts.map(id), commits)).joinLogin("wonderz")).toBeUndefined();
  });

  test("two who fit alike are no match", () => {
    expect(
      findPeople(historyOf([id("John Smith <a@b.org>"), id("Jane Smith <c@d.org>")])).joinLogin("jsmith"),
    ).toBeUndefined();
  });

  test("initials alone are not enough", () => {
    expect(loginLikeName("jd", "John Doe")).toBe(0);
  });
});

describe("programs", () => {
  const few = { commits: 3, templates: 3 };
  test.each([
    "acme[bot] <1+acme[bot]@users.noreply.github.com>",
    "Prow Robot <x@y.org>",
    "acme-bot <a@b.org>",
    "x <bot@acme.com>",
  ])("%s", (text) => {
    expect(botRule(id(text), few)).toBeDefined();
  });

  test.each([
    "John Talbot <talbot@b.org>",
    "Abbot <abbot@b.org>",
    "Ada <1+ada@users.noreply.github.com>",
    "Botond Kiss <botond@b.org>",
  ])("not %s", (text) => {
    expect(botRule(id(text), few)).toBeUndefined();
  });

  test("a name that sounds so, with subjects that repeat", () => {
    expect(botRule(id("versionbot <v@b.org>"), { commits: 200, templates: 2 })).toBe("bot.regular");
    expect(botRule(id("Acme Builds <acme-builds@b.org>"), { commits: 200, templates: 12 })).toBe("bot.regular");
  });
});
