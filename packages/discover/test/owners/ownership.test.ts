import { createDeclaredOwners, type DeclaredRule, manifestRules, readDeclaredFile } from "@freehold/repository";
import { describe, expect, test } from "vitest";
import { createOwnership } from "../../src/owners/ownership.ts";
import { type Step, tell } from "./story.ts";

const ADA = "Ada Lovelace <ada@a.org>";
const BOB = "Bob Moe <bob@b.org>";
const CAT = "Cat Noe <cat@c.org>";
const BOT = "renew[bot] <1+renew[bot]@users.noreply.github.com>";

function owners(steps: readonly Step[], paths: readonly string[], codeowners?: string) {
  const { history, people, personOf } = tell(steps);
  const declared = codeowners === undefined ? undefined : declaredIn([{ path: "CODEOWNERS", text: codeowners }]);
  const finder = createOwnership({ history, people, declared, paths });
  return { finder, personOf };
}

function declaredIn(
  files: readonly { readonly path: string; readonly text: string }[],
  further?: readonly DeclaredRule[],
) {
  const read = files.map((file) => [file.path, readDeclaredFile(file)] as const);
  return createDeclaredOwners(
    new Map(read.flatMap(([path, facts]) => (facts === undefined ? [] : [[path, facts]]))),
    further,
  );
}

const two: readonly Step[] = [
  { by: ADA, year: 0, changes: { "a/x.ts": 100, "a/y.ts": 100 } },
  { by: BOB, year: 0.5, changes: { "b/x.ts": 100, "b/y.ts": 100 } },
  { by: ADA, year: 1, changes: { "a/x.ts": 30 } },
  { by: BOB, year: 1.4, changes: { "b/x.ts": 30 } },
  { by: CAT, year: 1.5, changes: { "a/x.ts": 1, "a/y.ts": 1, "b/x.ts": 1, "b/y.ts": 1, "c/x.ts": 1, "d/x.ts": 1 } },
  { by: BOT, year: 1.6, changes: { "a/x.ts": 1, "b/x.ts": 1 } },
];
const twoPaths = ["a/x.ts", "a/y.ts", "b/x.ts", "b/y.ts", "c/x.ts", "d/x.ts"];

describe("inferred", () => {
  test("who made and kept a part owns it, whoever swept over it last", () => {
    const { finder, personOf } = owners(two, twoPaths);
    for (const [folder, name] of [
      ["a", "Ada Lovelace"],
      ["b", "Bob Moe"],
    ] as const) {
      const { owner, founder, steward, ranked, findings } = finder.of({ folders: [folder] });
      expect([owner?.value.id, founder?.value.id, steward?.value.id]).toEqual(Array(3).fill(personOf(name)));
      expect(owner?.provenance).toBe("inferred");
      expect(ranked[0]?.confidence).toBeGreaterThan(0.6);
      expect(findings).toEqual([]);
    }
  });

  test("evidence names commits and counts", () => {
    const { finder } = owners(two, twoPaths);
    expect(finder.of({ folders: ["a"] }).ranked[0]?.evidence).toEqual([
      { rule: "owners.created", commit: "0".repeat(40), detail: "created 2 of 2 files" },
      {
        rule: "owners.commits",
        commit: "2".padStart(40, "0"),
        detail: "2 of 4 commits, 2017-07-14 to 2018-07-14; 230 lines added",
      },
    ]);
  });

  test("programs own nothing", () => {
    const { finder } = owners(two, twoPaths);
    const everybody = finder.of({ folders: [""] }).ranked.map(({ person }) => person);
    expect(everybody).toHaveLength(3);
  });

  test("the founder survives a move", () => {
    const steps: Step[] = [
      { by: ADA, year: 0, changes: { "old/x.ts": 50 } },
      { by: BOB, year: 1, changes: { "old/x.ts -> mid/x.ts": 0 } },
      { by: CAT, year: 2, changes: { "mid/x.ts -> new/y.ts": 1 } },
    ];
    const { finder, personOf } = owners(steps, ["new/y.ts"]);
    expect(finder.of({ folders: ["new"] }).founder?.value.id).toBe(personOf("Ada Lovelace"));
  });

  test("co-authors get a share", () => {
    const { finder, personOf } = owners([{ by: [ADA, BOB], year: 0, changes: { "a.ts": 10 } }], ["a.ts"]);
    expect(finder.of(["a.ts"]).ranked.map(({ person }) => person)).toEqual([
      personOf("Ada Lovelace"),
      personOf("Bob Moe"),
    ]);
  });

  test("founder and steward are two facts, and the owner can have left", () => {
    const steps: Step[] = [
      { by: ADA, year: 0, changes: { "a/x.ts": 300, "a/y.ts": 300 } },
      { by: ADA, year: 1, changes: { "a/x.ts": 100 } },
      { by: BOB, year: 4, changes: { "a/x.ts": 3 } },
      { by: BOB, year: 4.1, changes: { "b/x.ts": 300 } },
    ];
    const { finder, personOf } = owners(steps, ["a/x.ts", "a/y.ts", "b/x.ts"]);
    const { founder, steward } = finder.of({ folders: ["a"] });
    expect([founder?.value.id, steward?.value.id]).toEqual([personOf("Ada Lovelace"), personOf("Bob Moe")]);
    expect(finder.of({ folders: ["a"], except: ["b"] }).findings).toContain("owner-left");
  });

  test("the same question gets the same answer", () => {
    const part = { folders: ["a", "b"] };
    expect(owners(two, twoPaths).finder.of(part)).toEqual(owners(two, twoPaths).finder.of(part));
  });
});

describe("declared", () => {
  test("wins, and what was seen stays visible", () => {
    const { finder, personOf } = owners(two, twoPaths, "/a/ bob@b.org\n");
    const { owner, ranked, findings } = finder.of({ folders: ["a"] });
    expect(owner).toMatchObject({
      provenance: "imported",
      confidence: 1,
      value: { kind: "person", id: personOf("Bob Moe") },
    });
    expect(owner?.evidence[0]).toMatchObject({ path: "CODEOWNERS", line: 1 });
    expect(ranked[0]?.person).toBe(personOf("Ada Lovelace"));
    expect(findings).toEqual(["declared-disagrees"]);
  });

  test("a team can't disagree", () => {
    const { owner, findings } = owners(two, twoPaths, "/a/ @acme/core\n").finder.of({ folders: ["a"] });
    expect(owner?.value).toEqual({ kind: "group", id: "@acme/core", name: "@acme/core" });
    expect(findings).toEqual([]);
  });

  test("believed as far as it speaks", () => {
    const { declared } = owners(two, twoPaths, "/a/x.ts @acme/core\n").finder.of({ folders: ["a"] });
    expect(declared.map(({ confidence }) => confidence)).toEqual([0.5]);
  });

  test("a rule for some settings says nothing of the whole", () => {
    const steps: readonly Step[] = [{ by: ADA, year: 0, changes: { "a/x.ts": 100, "a/y.ts": 100, "a/.npmrc": 1 } }];
    const { finder, personOf } = owners(steps, ["a/x.ts", "a/y.ts", "a/.npmrc"], ".npmrc bob@b.org\n");
    const { owner, declared, findings } = finder.of({ folders: ["a"] });
    expect(owner).toMatchObject({ provenance: "inferred", value: { id: personOf("Ada Lovelace") } });
    expect(declared.map(({ value }) => value.id)).toEqual(["bob@b.org"]);
    expect(findings).toEqual([]);
  });
});

describe("nothing to go by", () => {
  test("no history", () => {
    const { owner, ranked, regime, findings } = createOwnership({ paths: ["a.ts"] }).of(["a.ts"]);
    expect([owner, ranked, regime, findings]).toEqual([undefined, [], "unknown", ["unknown"]]);
  });

  test("no history, but a declaration", () => {
    const declared = declaredIn([{ path: "CODEOWNERS", text: "* @ada\n" }]);
    expect(createOwnership({ paths: ["a.ts"], declared }).of(["a.ts"]).owner?.value).toEqual({
      kind: "person",
      id: "@ada",
      name: "@ada",
    });
  });

  test("no such part", () => {
    expect(owners(two, twoPaths).finder.of({ folders: ["nowhere"] }).findings).toEqual(["unknown"]);
  });
});

describe("which declaration answers", () => {
  test("a charter before CODEOWNERS, which is imported", () => {
    const { history, people } = tell(two);
    const declared = declaredIn([
      { path: "CODEOWNERS", text: "* @acme/everybody\n" },
      { path: "a/product.yaml", text: 'name: A\nowners: ["@acme/a"]\n' },
    ]);
    const { owner, declared: claims } = createOwnership({ history, people, declared, paths: twoPaths }).of({
      folders: ["a"],
    });
    expect(owner).toMatchObject({ value: { kind: "group", id: "@acme/a" }, provenance: "declared" });
    expect(owner?.evidence[0]).toMatchObject({ path: "a/product.yaml", line: 2 });
    expect(claims.map(({ provenance }) => provenance)).toEqual(["declared", "imported"]);
  });

  test("of several owners of one rule the most particular one", () => {
    const { finder } = owners(two, twoPaths, "* @acme/gate\n/a @acme/gate @acme/a\n");
    expect(finder.of({ folders: ["a"] }).owner?.value.id).toBe("@acme/a");
    expect(finder.of({ folders: ["b"] }).owner?.value.id).toBe("@acme/gate");
  });

  test("the author that a manifest names only until the history knows better", () => {
    const { history, people, personOf } = tell(two);
    const rules = manifestRules([{ path: "", manifest: "package.json", maintainers: [{ text: "Some Company" }] }]);
    const finder = createOwnership({ history, people, declared: declaredIn([], rules), paths: twoPaths });
    expect(finder.of({ folders: ["a"] }).owner?.value.id).toBe(personOf("Ada Lovelace"));
    const bare = createOwnership({ declared: declaredIn([], rules), paths: twoPaths });
    expect(bare.of({ folders: ["a"] }).owner).toMatchObject({
      value: { name: "Some Company" },
      provenance: "imported",
    });
  });
});
