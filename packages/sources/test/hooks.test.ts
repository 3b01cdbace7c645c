import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSigned, readHook } from "../src/index.ts";

const request = (body: string, headers: Readonly<Record<string, string>>) => ({
  body: Buffer.from(body),
  header: (name: string) => headers[name],
});

describe("webhooks", () => {
  test("of GitHub are signed over their bytes", () => {
    // The example of GitHub's documentation, "Validating webhook deliveries".
    const secret = "It's a Secret to Everybody";
    const signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    expect(isSigned("github", secret, request("Hello, World!", { "x-hub-signature-256": signature }))).toBe(true);
    expect(isSigned("github", secret, request("Hello, world!", { "x-hub-signature-256": signature }))).toBe(false);
    expect(isSigned("github", secret, request("Hello, World!", {}))).toBe(false);
    const sha1 = `sha1=${createHmac("sha1", secret).update("Hello, World!").digest("hex")}`;
    expect(isSigned("github", secret, request("Hello, World!", { "x-hub-signature": sha1 }))).toBe(false);
  });

  test("of GitLab send the secret along", () => {
    expect(isSigned("gitlab", "secret", request("", { "x-gitlab-token": "secret" }))).toBe(true);
    expect(isSigned("gitlab", "secret", request("", { "x-gitlab-token": "secre" }))).toBe(false);
    expect(isSigned("gitlab", "secret", request("", {}))).toBe(false);
  });

  test.each([
    [
      "github",
      { "x-github-event": "push" },
      { repository: { full_name: "acme/app" } },
      { kind: "push", repository: "acme/app" },
    ],
    ["github", { "x-github-event": "repository" }, {}, { kind: "list" }],
    ["github", { "x-github-event": "ping" }, {}, { kind: "other" }],
    ["github", { "x-github-event": "push" }, { repository: 7 }, { kind: "other" }],
    [
      "gitlab",
      { "x-gitlab-event": "Push Hook" },
      { project: { path_with_namespace: "acme/app" } },
      { kind: "push", repository: "acme/app" },
    ],
    ["gitlab", { "x-gitlab-event": "Issue Hook" }, {}, { kind: "other" }],
  ] as const)("%s %j %j", (kind, headers, body, said) => {
    expect(readHook(kind, request(JSON.stringify(body), headers))).toEqual(said);
  });
});
