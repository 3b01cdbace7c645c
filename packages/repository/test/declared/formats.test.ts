import { expect, test } from "vitest";
import { declaredIn } from "./declared-in.ts";
import { manifestRules } from "../../src/declared/manifest-maintainers.ts";
import { parsePerson } from "../../src/declared/owner.ts";

function declared(files: Record<string, string>) {
  return declaredIn(Object.entries(files).map(([path, text]) => ({ path, text })));
}

test("OWNERS: the nearest approvers, then those above, aliases resolved, reviewers apart", () => {
  const owners = declared({
    OWNERS: "approvers:\n- root-admins\nemeritus_approvers:\n- gone\n",
    OWNERS_ALIASES: "aliases:\n  root-admins:\n  - ada\n  - bob\n",
    "pkg/OWNERS": "approvers:\n- carol\nreviewers:\n- dan\n",
    "pkg/alone/OWNERS": "options:\n  no_parent_owners: true\napprovers:\n- eve\n",
  });
  const roles = (path: string) =>
    owners.of(path).map((one) => `${one.owner.text} ${one.owner.role}${one.inherited ? " above" : ""}`);
  expect(roles("pkg/x.go")).toEqual([
    "carol owner",
    "dan reviewer",
    "ada owner above",
    "bob owner above",
    "gone emeritus above",
  ]);
  expect(roles("pkg/alone/x.go")).toEqual(["eve owner"]);
  const [, , ada] = owners.of("pkg/x.go");
  expect(ada?.owner.via).toEqual({ alias: "root-admins", path: "OWNERS_ALIASES", line: 2 });
  expect(ada?.rule.line).toBe(2);
});

test("OWNERS: filters by path, dangerous ones refused", () => {
  const owners = declared({
    OWNERS: 'filters:\n  "\\\\.go$":\n    approvers: [gopher]\n  "(a+)+$":\n    approvers: [evil]\n',
  });
  expect(owners.of("x.go").map(({ owner }) => owner.text)).toEqual(["gopher"]);
  expect(owners.of("x.md")).toEqual([]);
  expect(owners.problems[0]?.code).toBe("owners/unsupported-filter");
});

test("component_owners.yml: the deepest component", () => {
  const owners = declared({ ".github/component_owners.yml": "components:\n  src/a:\n    - ada\n  src/a/b: [bob]\n" });
  expect(owners.of("src/a/b/x.ts").map(({ owner, rule }) => [owner.text, rule.line])).toEqual([["bob", 4]]);
  expect(owners.of("src/a/x.ts").map(({ owner, rule }) => [owner.text, rule.line])).toEqual([["ada", 2]]);
});

test("catalog-info.yaml: every document is an entity", () => {
  const text =
    "kind: Component\nmetadata:\n  name: web\nspec:\n  owner: group:default/core\n  system: shop\n---\nkind: API\nmetadata: {name: orders}\nspec: {owner: user:ada}\n";
  const owners = declared({ "apps/web/catalog-info.yaml": text });
  expect(owners.of("apps/web/x.ts").map(({ owner }) => `${owner.kind} ${owner.text}`)).toEqual([
    "team core",
    "user ada",
  ]);
  expect(owners.entities.map(({ kind, name, system, line }) => [kind, name, system, line])).toEqual([
    ["Component", "web", "shop", 1],
    ["API", "orders", undefined, 8],
  ]);
});

test("metadata.xml, MAINTAINERS, debian/control and manifests name people of their folder", () => {
  const files = [
    {
      path: "app/x/metadata.xml",
      text: '<pkgmetadata>\n<!-- <maintainer> -->\n<maintainer type="person">\n<email>a@b.org</email><name>Ada B</name></maintainer></pkgmetadata>',
    },
    { path: "app/x/MAINTAINERS.md", text: "# Maintainers\n- [Bob C](https://github.com/bobc)\n# Emeritus\n- @gone\n" },
    { path: "app/x/debian/control", text: "Source: x\nMaintainer: Dee E <dee@e.org>\n" },
  ];
  const further = manifestRules([
    {
      path: "app/x",
      manifest: "app/x/package.json",
      maintainers: [{ text: "Flo G <flo@g.org> (https://g.org)", line: 7 }],
    },
  ]);
  const answers = declaredIn(files, further).of("app/x/src/y.c");
  expect(answers.map(({ owner, rule }) => [owner.text, owner.role, rule.format, rule.line])).toEqual([
    ["a@b.org", "owner", "gentoo-metadata", 3],
    ["bobc", "owner", "maintainers", 2],
    ["dee@e.org", "owner", "debian-control", 2],
    ["flo@g.org", "owner", "manifest", 7],
    ["gone", "emeritus", "maintainers", 4],
  ]);
});

test("people as manifests write them", () => {
  expect(parsePerson("Ada B <ada@b.org> (https://b.org)")).toEqual({
    kind: "email",
    text: "ada@b.org",
    name: "Ada B",
    role: "owner",
  });
  expect(parsePerson("Ada B")).toEqual({ kind: "name", text: "Ada B", role: "owner" });
  expect(parsePerson("")).toBeUndefined();
});

test("an alias bomb stays small", () => {
  const bomb = Array.from({ length: 30 }, (_, index) => `l${index + 1}: &l${index + 1} [*l${index}, *l${index}]`).join(
    "\n",
  );
  const start = performance.now();
  declared({ OWNERS: `l0: &l0 [x]\n${bomb}\napprovers: *l30\n` }).of("x");
  expect(performance.now() - start).toBeLessThan(1_000);
});
