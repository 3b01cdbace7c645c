import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRepositories, openFolder, openRepository, openTree, openWorktree } from "../src/index.ts";
import { parseRemote } from "../src/open/remote.ts";
import { opened, temporaryFolder, temporaryRepository, textsOf } from "./temporary.ts";

describe("openRepository", () => {
  it("says what it is without reading its files", async () => {
    const fixture = temporaryRepository();
    fixture.git("remote", "add", "origin", "https://ada:secret@code.example.org/acme/users.git?token=1");
    const head = fixture.commit("First", { "a.txt": "a\n" });
    expect((await opened(fixture.path)).info).toEqual({
      id: "code.example.org/acme/users",
      name: "users",
      path: fixture.path,
      url: "https://code.example.org/acme/users",
      branch: "main",
      head,
      committedAt: "2023-11-14T22:14:20.000Z",
      worktree: fixture.path,
      shallow: false,
      partial: false,
    });
  });

  it("opens a .git folder, a bare repository and a linked work tree alike", async () => {
    const fixture = temporaryRepository();
    const head = fixture.commit("First", { "a.txt": "a\n" });
    const bare = join(dirname(fixture.path), "acme+users", "repo");
    fixture.git("clone", "-q", "--bare", fixture.path, bare);
    const linked = join(dirname(fixture.path), "linked");
    fixture.git("worktree", "add", "-q", "--detach", linked);
    for (const path of [join(fixture.path, ".git"), bare, linked]) {
      const repository = await opened(path);
      expect(repository.info.head).toBe(head);
      expect((await openTree(repository)).tree.files.map((file) => file.path)).toEqual(["a.txt"]);
    }
    expect((await opened(linked)).info.branch).toBeUndefined();
    expect((await opened(bare)).info).toMatchObject({ id: "acme+users", name: "acme+users" });
  });

  it("answers with a problem when there is nothing to open", async () => {
    const folder = temporaryFolder();
    const [nowhere, plain] = [await openRepository(join(folder, "nowhere")), await openRepository(folder)];
    expect(nowhere).toMatchObject({ repository: undefined, problems: [{ code: "repository/not-found" }] });
    expect(plain).toMatchObject({ repository: undefined, problems: [{ code: "repository/not-a-repository" }] });
  });

  it("reads a repository without commits as one without files", async () => {
    const fixture = temporaryRepository();
    const { repository, problems } = await openRepository(fixture.path);
    expect(problems.map((problem) => problem.code)).toEqual(["repository/no-commits"]);
    if (repository === undefined) throw new Error("not opened");
    expect(await openTree(repository)).toMatchObject({ tree: { files: [] }, problems: [] });
    fixture.write({ "new.txt": "new\n" });
    const { tree } = await openWorktree(repository);
    expect(await textsOf(tree.read(tree.files))).toEqual({ "new.txt": "new\n" });
    await repository.close();
  });

  it("knows a detached HEAD, and revisions of every form", async () => {
    const fixture = temporaryRepository();
    const first = fixture.commit("First", { "a.txt": "1\n" });
    fixture.git("tag", "-a", "v1", "-m", "v1");
    fixture.commit("Second", { "b.txt": "2\n" });
    fixture.git("checkout", "-q", "--detach");
    const repository = await opened(fixture.path);
    expect(repository.info.branch).toBeUndefined();
    for (const revision of ["v1", "HEAD~1", "main^", first, first.slice(0, 8)]) {
      expect((await openTree(repository, revision)).tree.revision).toBe(first);
    }
    for (const revision of ["nothing", "--help", "-1", "", "a\nb", "HEAD^{tree}"]) {
      const { tree, problems } = await openTree(repository, revision);
      expect([tree.files.length, problems[0]?.code]).toEqual([0, "repository/unknown-revision"]);
    }
  });

  it("opens a sha256 repository", async () => {
    const fixture = temporaryRepository("--object-format=sha256");
    fixture.commit("First", { "a.txt": "a\n" });
    const repository = await opened(fixture.path);
    expect(repository.info.head).toHaveLength(64);
    fixture.write({ "b.txt": "b\n" });
    const { tree } = await openWorktree(repository);
    expect(tree.get("b.txt")?.blob).toBe(fixture.git("hash-object", "b.txt"));
    expect(await textsOf(tree.read(tree.files))).toEqual({ "a.txt": "a\n", "b.txt": "b\n" });
  });
});

describe("findRepositories", () => {
  it("finds the repositories below a folder, and follows no links", async () => {
    const folder = temporaryFolder();
    for (const name of ["acme/users", "acme/orders", "other.git"]) {
      const bare = name.endsWith(".git") ? ["--bare"] : [];
      execFileSync("git", ["init", "-q", ...bare, join(folder, name)]);
    }
    symlinkSync(folder, join(folder, "acme", "loop"));
    mkdirSync(join(folder, "empty"));
    const { found, problems } = await findRepositories(folder);
    expect(found.map((each) => each.path)).toEqual(
      ["acme/orders", "acme/users", "other.git"].map((x) => join(folder, x)),
    );
    expect(problems).toEqual([]);
  });

  it("takes a folder inside a repository for that repository, and says so", async () => {
    const fixture = temporaryRepository();
    fixture.write({ "packages/a/x.txt": "x" });
    const { found, problems } = await findRepositories(join(fixture.path, "packages/a"));
    expect(found).toEqual([{ kind: "git", path: fixture.path }]);
    expect(problems.map((problem) => problem.code)).toEqual(["repository/inside-repository"]);
  });

  it("reads a plain folder with the ids that git would give", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.txt"), "hello\n");
    writeFileSync(join(folder, ".gitignore"), "*.log\n");
    writeFileSync(join(folder, "x.log"), "no\n");
    const { found } = await findRepositories(folder);
    expect(found).toEqual([{ kind: "folder", path: folder }]);
    const { repository } = await openFolder(folder);
    if (repository === undefined) throw new Error("not opened");
    const { tree } = await openWorktree(repository);
    expect(tree.files.map((file) => file.path)).toEqual([".gitignore", "a.txt"]);
    expect(tree.get("a.txt")).toMatchObject({
      blob: "ce013625030ba8dba906f756967f9e9ca394464a",
      size: 6,
      mode: "file",
    });
    expect(tree.revision).toBeUndefined();
    await repository.close();
  });
});

describe("parseRemote", () => {
  it.each([
    ["git@github.com:acme/users.git", "github.com/acme/users"],
    ["ssh://git@Code.example.org:2222/acme/group/users", "code.example.org/acme/group/users"],
    ["https://user:token@github.com/acme/users/", "github.com/acme/users"],
  ])("%s is %s", (url, id) => {
    expect(parseRemote(url)?.id).toBe(id);
    expect(parseRemote(url)?.url).not.toMatch(/token|user:/);
  });

  it.each(["", "/srv/git/users", "../users", "C:\\users", "ext::sh -c id", "file:///srv/users"])(
    "%j is none",
    (url) => {
      expect(parseRemote(url)).toBeUndefined();
    },
  );
});
