import { expect, test } from "vitest";
import { gitSubmodules } from "../../src/ecosystems/git-submodules.ts";
import type { PathIndex } from "../../src/ecosystems/ecosystem.ts";

function assembled(gitmodules: string, folders: readonly string[], repository = "github.com/acme/shop") {
  const paths: PathIndex = {
    repository,
    has: () => false,
    below: () => [],
    submodules: new Map(folders.map((folder) => [folder, "c0ffee"])),
  };
  const { facts } = gitSubmodules.parse({ path: ".gitmodules", text: gitmodules });
  return gitSubmodules.assemble(facts === undefined ? [] : [{ path: ".gitmodules", facts }], paths);
}

const ADDRESSES: readonly (readonly [string, string | undefined])[] = [
  ["https://github.com/acme/lib.git", "repo:github.com/acme/lib"],
  ["https://token@Git.Example:8443/acme/sub/lib/", "repo:git.example/acme/sub/lib"],
  ["git@github.com:acme/lib.git", "repo:github.com/acme/lib"],
  ["ssh://git@github.com:22/acme/lib", "repo:github.com/acme/lib"],
  ["../lib.git", "repo:github.com/acme/lib"],
  ["../../other/lib", "repo:github.com/other/lib"],
  ["../../../../lib", undefined],
  ["/srv/git/lib", undefined],
];

test.each(ADDRESSES)("the submodule %s", (url, id) => {
  const { units } = assembled(`[submodule "lib"]\n\tpath = third/lib\n\turl = ${url}\n`, ["third/lib"]);
  expect(units[0]?.consumes.map((consume) => consume.id)).toEqual(id === undefined ? [] : [id]);
});

test("the unit around consumes the folder, and the folder the repository", () => {
  const { units, loose } = assembled(
    '[core]\n\turl = x\n[submodule "a \\"b\\""]\n  path = lib ; comment\n  url = https://h.example/a/b\n',
    ["lib"],
  );
  expect(units[0]).toMatchObject({
    kind: "submodule",
    name: "b",
    path: "lib",
    provides: [{ id: "unit:github.com/acme/shop/lib" }],
  });
  expect(loose).toMatchObject([{ folder: "", consume: { id: "unit:github.com/acme/shop/lib" } }]);
});

test("a description without a submodule is nothing, a submodule without a description a finding", () => {
  const { units, problems } = assembled('[submodule "gone"]\n path = gone\n url = https://h.example/a/b\n', ["other"]);
  expect(units).toEqual([]);
  expect(problems).toMatchObject([{ code: "git-submodules/undescribed", path: "other" }]);
});
