import { describe, expect, it } from "vitest";
import { evidenceText, linkTo, placeOf, webAddress } from "../src/evidence/location.ts";

describe("places of evidence", () => {
  const source = { id: "r", url: "https://code.example/acme/platform.git", revision: "abc123" };

  it("is a path with its line", () => expect(placeOf({ rule: "r", path: "a/b.ts", line: 3 })).toBe("a/b.ts:3"));
  it("is the root for an empty path", () => expect(placeOf({ rule: "r", path: "" })).toBe("/"));
  it("is a commit where there is no path", () =>
    expect(placeOf({ rule: "r", commit: "0123456789abcdef" })).toBe("commit 0123456789"));
  it("is nowhere for a conclusion", () => expect(placeOf({ rule: "r" })).toBeUndefined());

  it("links to a line at the revision that was read", () => {
    expect(linkTo({ rule: "r", path: "a b/c#.ts", line: 3 }, source)).toBe(
      "https://code.example/acme/platform/blob/abc123/a%20b/c%23.ts#L3",
    );
  });
  it("links to a commit", () =>
    expect(linkTo({ rule: "r", commit: "ff" }, source)).toBe("https://code.example/acme/platform/commit/ff"));
  it("has no link without an address", () => expect(linkTo({ rule: "r", path: "a" }, undefined)).toBeUndefined());

  it.each([
    ["git@code.example:acme/x.git", "https://code.example/acme/x"],
    ["ssh://git@code.example/acme/x", "https://code.example/acme/x"],
    ["https://user:secret@code.example/acme/x", "https://code.example/acme/x"],
    ["javascript:alert(1)", undefined],
    ["file:///etc/passwd", undefined],
    ["not an address", undefined],
  ])("reads the address %s", (url, address) => expect(webAddress(url)).toBe(address));

  it("copies as one line", () => {
    expect(evidenceText({ rule: "npm.name", path: "package.json", line: 2, detail: "its name" })).toBe(
      "package.json:2: its name [npm.name]",
    );
  });
});
