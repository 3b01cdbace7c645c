/** Fetching over ssh: with the key and the known hosts of the source and nothing of whoever runs the server. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openClones } from "../src/index.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "freehold-ssh-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** In place of ssh: notes what it was given, then does on this machine what it was to do on the other. */
const SSH = `#!/bin/sh
root=$(dirname "$0")
printf '%s\\n' "$@" >> "$root/arguments"
printf '%s' "$SSH_AUTH_SOCK" >> "$root/agent"
for last; do case "$last" in IdentityFile=*) cat "\${last#IdentityFile=}" > "$root/key-seen" ;; esac; done
exec sh -c "$last"
`;

test("a key is used and gone afterwards, the host is judged and its key known", async () => {
  const work = join(root, "work");
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", work]);
  const who = ["-c", "user.name=Ann", "-c", "user.email=ann@acme.example"];
  execFileSync("git", [...who, "commit", "--quiet", "--allow-empty", "--message=x"], { cwd: work });
  writeFileSync(join(root, "ssh"), SSH, { mode: 0o755 });
  vi.stubEnv("PATH", `${root}${delimiter}${process.env["PATH"] ?? ""}`);
  vi.stubEnv("SSH_AUTH_SOCK", "/run/agent");
  const clones = openClones({
    folder: join(root, "cache"),
    mostBytes: 1024 ** 3,
    mostBytesEach: 1024 ** 3,
    reach: async () => ({ address: "192.0.2.7", family: 4 }),
  });
  const { commit } = await clones.fetch({
    owner: ["acme"],
    url: `ssh://git@git.example:2222${work}`,
    credential: { kind: "key", privateKey: "THE KEY", knownHosts: "[git.example]:2222 ssh-ed25519 AAAA" },
    signal: AbortSignal.timeout(60_000),
  });
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
  const given = readFileSync(join(root, "arguments"), "utf8").split("\n");
  expect(given).toEqual(
    expect.arrayContaining([
      "HostName=192.0.2.7",
      "HostKeyAlias=[git.example]:2222",
      "StrictHostKeyChecking=yes",
      "BatchMode=yes",
    ]),
  );
  expect(given.slice(0, 2)).toEqual(["-F", "/dev/null"]);
  expect(readFileSync(join(root, "key-seen"), "utf8")).toBe("THE KEY\n");
  expect(readFileSync(join(root, "agent"), "utf8")).toBe("");
  const file = given.find((word) => word.startsWith("IdentityFile="))?.slice("IdentityFile=".length) ?? "";
  expect(existsSync(file)).toBe(false);
});
