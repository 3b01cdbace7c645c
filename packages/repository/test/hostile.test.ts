import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openTree, openWorktree, pathToBytes, readHistory } from "../src/index.ts";
import type { Repository } from "../src/index.ts";
import { opened, temporaryRepository, textsOf } from "./temporary.ts";

async function readEverything(repository: Repository): Promise<void> {
  for (const { tree } of [await openTree(repository), await openWorktree(repository)]) {
    await textsOf(tree.read(tree.files));
  }
  await readHistory(repository);
  await repository.close();
}

function objectFile(path: string, id: string): string {
  return join(path, ".git", "objects", id.slice(0, 2), id.slice(2));
}

describe("a repository that wants to run a program", () => {
  it("runs nothing, whatever its configuration, hooks and attributes name", async () => {
    const fixture = temporaryRepository();
    fixture.commit("First", { "a.txt": "one\n", "b.txt": "b\n" });
    fixture.commit("Second", { "a.txt": "two\n" });
    const folder = dirname(fixture.path);
    const marker = join(folder, "marker");
    const program = join(folder, "program");
    writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${marker}\nexit 0\n`);
    chmodSync(program, 0o755);
    for (const hook of [
      "post-index-change",
      "fsmonitor-watchman",
      "post-checkout",
      "pre-auto-gc",
      "reference-transaction",
    ]) {
      symlinkSync(program, join(fixture.path, ".git", "hooks", hook));
    }
    writeFileSync(join(folder, "included"), `[core]\n\tfsmonitor = ${program}\n[diff]\n\texternal = ${program}\n`);
    const keys = ["core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.gitProxy"];
    keys.push("diff.external", "diff.evil.textconv", "diff.evil.command", "gpg.program", "gpg.ssh.program");
    keys.push(
      "filter.evil.clean",
      "filter.evil.smudge",
      "filter.evil.process",
      "credential.helper",
      "core.alternateRefsCommand",
    );
    keys.push(
      "uploadpack.packObjectsHook",
      "alias.log",
      "alias.ls-files",
      "pager.log",
      "pager.ls-files",
      "trailer.evil.command",
    );
    keys.push(
      "trailer.co-authored-by.command",
      "trailer.co-authored-by.cmd",
      "remote.origin.uploadpack",
      "interactive.diffFilter",
    );
    for (const key of keys) fixture.git("config", key, key.startsWith("alias.") ? `!${program}` : program);
    fixture.git("config", "log.showSignature", "true");
    fixture.git("config", "core.hooksPath", join(fixture.path, ".git", "hooks"));
    fixture.git("config", "core.worktree", "/");
    fixture.git("config", "--add", "include.path", join(folder, "included"));
    fixture.git("config", "remote.origin.url", `ext::${program} %S`);
    fixture.git("config", "remote.origin.promisor", "true");
    fixture.git("config", "protocol.ext.allow", "always");
    fixture.git("config", "core.repositoryFormatVersion", "1");
    fixture.git("config", "extensions.partialClone", "origin");
    writeFileSync(join(fixture.path, ".gitattributes"), "* filter=evil diff=evil\n");
    writeFileSync(join(fixture.path, ".git", "info", "attributes"), "* filter=evil diff=evil\n");
    writeFileSync(join(fixture.path, "b.txt"), "changed\n");
    const blob = execFileSync("git", ["hash-object", "--stdin"], { input: "one\n" }).toString().trim();
    rmSync(join(fixture.path, ".git", "objects", blob.slice(0, 2), blob.slice(2)));

    const repository = await opened(fixture.path);
    expect(repository.info).toMatchObject({ id: "work", partial: true });
    await readEverything(repository);
    expect(existsSync(marker)).toBe(false);

    // The trap is armed: git itself would have walked into it.
    execFileSync("git", ["-C", fixture.path, "-c", "core.worktree=.", "status"], {
      stdio: "ignore",
      env: { PATH: process.env["PATH"] },
    });
    expect(existsSync(marker)).toBe(true);
  });

  it("does not obey the environment either", async () => {
    const fixture = temporaryRepository();
    fixture.commit("First", { "a.txt": "one\n" });
    fixture.commit("Second", { "a.txt": "two\n" });
    const marker = join(dirname(fixture.path), "marker");
    process.env["GIT_EXTERNAL_DIFF"] = `touch ${marker}; true`;
    process.env["GIT_DIR"] = "/nowhere";
    try {
      const repository = await opened(fixture.path);
      expect((await readHistory(repository)).history.commits.id).toHaveLength(2);
    } finally {
      delete process.env["GIT_EXTERNAL_DIFF"];
      delete process.env["GIT_DIR"];
    }
    expect(existsSync(marker)).toBe(false);
  });

  it("does not wait for pipes where files should be", async () => {
    const fixture = temporaryRepository();
    fixture.commit("First", { "a.txt": "one\n" });
    rmSync(join(fixture.path, ".git", "config"));
    execFileSync("mkfifo", [join(fixture.path, ".git", "config"), join(fixture.path, "pipe")]);
    rmSync(join(fixture.path, "a.txt"));
    execFileSync("mkfifo", [join(fixture.path, "a.txt")]);
    const { tree } = await openWorktree(await opened(fixture.path));
    expect(tree.files).toEqual([]);
  });
});

describe("odd contents", () => {
  it("reads links as links, also where they loop or leave the repository", async () => {
    const fixture = temporaryRepository();
    symlinkSync("loop", join(fixture.path, "loop"));
    mkdirSync(join(fixture.path, "dir"));
    symlinkSync("..", join(fixture.path, "dir", "up"));
    symlinkSync("/etc/passwd", join(fixture.path, "out"));
    const untracked = await openWorktree(await opened(fixture.path));
    fixture.commit("Links");
    const committed = await openTree(await opened(fixture.path));
    for (const { tree } of [untracked, committed]) {
      expect(await textsOf(tree.read(tree.files))).toEqual({ "dir/up": "..", loop: "loop", out: "/etc/passwd" });
      expect(new Set(tree.files.map((file) => file.mode))).toEqual(new Set(["symlink"]));
    }
    expect(untracked.tree.files).toEqual(committed.tree.files);
  });

  it("keeps names with newlines, invalid UTF-8 and backslashes apart, in trees, work trees and history", async () => {
    const fixture = temporaryRepository();
    const names = ["new\nline", 'tab\t"quote"', String.raw`literal\x41`, "-dash", ":(top)x", "ünï"].map((name) =>
      Buffer.from(name),
    );
    names.push(Buffer.from([0x62, 0xff, 0xfe]), Buffer.from([0xe2, 0x82]), Buffer.from("A"));
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${fixture.path}/`), name]), name);
    const untracked = (await openWorktree(await opened(fixture.path))).tree;
    fixture.commit(String.raw`Odd \x41 names`);
    const repository = await opened(fixture.path);
    const { tree } = await openTree(repository);
    expect(tree.files).toEqual(untracked.files);
    expect(tree.files.map((file) => file.path)).toContain(String.raw`b\xFF\xFE`);
    expect(tree.files.map((file) => file.path)).toContain(String.raw`literal\x5Cx41`);
    for (const each of [tree, untracked]) {
      for await (const { file, bytes } of each.read(each.files)) expect(pathToBytes(file.path)).toEqual(bytes);
    }
    const { history } = await readHistory(repository);
    expect(history.paths.toSorted()).toEqual(tree.files.map((file) => file.path));
    expect(history.commits.subject).toEqual([String.raw`Odd \x41 names`]);
  });

  it("does not read a file of 200 MB into memory", async () => {
    const fixture = temporaryRepository();
    fixture.git("config", "core.bigFileThreshold", "1m");
    fixture.git("config", "core.compression", "0");
    fixture.commit("Small", { "a.txt": "a\n" });
    const handle = openSync(join(fixture.path, "big.bin"), "w");
    ftruncateSync(handle, 200 * 1024 * 1024);
    closeSync(handle);
    const before = process.memoryUsage().rss;
    const untracked = (await openWorktree(await opened(fixture.path))).tree;
    fixture.commit("Big");
    const repository = await opened(fixture.path);
    const committed = (await openTree(repository)).tree;
    for (const tree of [untracked, committed]) {
      expect(tree.get("big.bin")?.size).toBe(200 * 1024 * 1024);
      expect(await textsOf(tree.read(tree.files))).toEqual({ "a.txt": "a\n", "big.bin": "(too-large)" });
    }
    expect(untracked.get("big.bin")).toEqual(committed.get("big.bin"));
    const { history } = await readHistory(repository);
    expect(history.changes.added.at(-1)).toBe(-1);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it("lists 100,000 files within seconds", async () => {
    const fixture = temporaryRepository();
    const lines = [
      "blob\nmark :1\ndata 2\nx\n\ncommit refs/heads/main\ncommitter A <a@example.org> 1700000000 +0000\ndata 4\nMany\n",
    ];
    for (let index = 0; index < 100_000; index++) lines.push(`M 100644 :1 d${index % 300}/f${index}.txt\n`);
    fixture.feed(lines.join(""), "fast-import", "--quiet");
    const started = performance.now();
    const repository = await opened(fixture.path);
    const { tree } = await openTree(repository);
    expect(tree.files).toHaveLength(100_000);
    const { history } = await readHistory(repository);
    expect(history.changes.path).toHaveLength(100_000);
    // Bounded, with room for a machine that is busy with other tests; alone it takes 2 s.
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it("gives up on a tree that spells out endless files", async () => {
    const fixture = temporaryRepository();
    let id = fixture.feed("x", "hash-object", "-w", "--stdin");
    for (let depth = 0; depth < 12; depth++) {
      const kind = depth === 0 ? "100644 blob" : "040000 tree";
      id = fixture.feed(Array.from({ length: 10 }, (_, n) => `${kind} ${id}\tf${n}\n`).join(""), "mktree");
    }
    fixture.git("update-ref", "refs/heads/main", fixture.git("commit-tree", "-m", "Bomb", id));
    fixture.git("read-tree", "--empty");
    const repository = await opened(fixture.path);
    expect((await openTree(repository)).problems.map((problem) => problem.code)).toContain("repository/too-many");
    const { history, problems } = await readHistory(repository);
    expect([history.commits.subject, problems.length]).toEqual([["Bomb"], 1]);
  }, 300_000);

  it("lists submodules that are not there by the commit they point at", async () => {
    const fixture = temporaryRepository();
    const commit = "1234567890123456789012345678901234567890";
    fixture.git("update-index", "--add", "--cacheinfo", `160000,${commit},vendor/lib`);
    fixture.git("commit", "-q", "-m", "Submodule");
    const repository = await opened(fixture.path);
    for (const { tree, problems } of [await openTree(repository), await openWorktree(repository)]) {
      expect(tree.files).toEqual([{ path: "vendor/lib", blob: commit, size: 0, mode: "submodule" }]);
      expect(problems).toEqual([]);
      expect(await textsOf(tree.read(tree.files))).toEqual({ "vendor/lib": "(missing)" });
    }
  });
});

describe("objects that are missing", () => {
  it("reads everything else when a blob is missing", async () => {
    const fixture = temporaryRepository();
    fixture.commit("First", { "a.txt": "one\n", "b.txt": "b\n" });
    fixture.commit("Second", { "a.txt": "two\n" });
    fixture.commit("Third", { "b.txt": "bb\n" });
    rmSync(objectFile(fixture.path, fixture.git("rev-parse", "HEAD:a.txt")));
    const repository = await opened(fixture.path);
    const { tree, problems } = await openTree(repository);
    expect(await textsOf(tree.read(tree.files))).toEqual({ "a.txt": "(missing)", "b.txt": "bb\n" });
    expect(problems.map((problem) => problem.code)).toEqual(["repository/missing-objects"]);
    const { history } = await readHistory(repository);
    expect(history.missingObjects).toBe(1);
    expect([...history.changes.added]).toEqual([1, 1, -1, 1]);
  });

  it("keeps every commit when a tree is missing", async () => {
    const fixture = temporaryRepository();
    fixture.commit("First", { "a/a.txt": "one\n" });
    fixture.commit("Second", { "a/a.txt": "two\n" });
    fixture.commit("Third", { "b.txt": "b\n" });
    fixture.commit("Fourth", { "b.txt": "bb\n" });
    rmSync(objectFile(fixture.path, fixture.git("rev-parse", "HEAD~2:a")));
    const repository = await opened(fixture.path);
    const { history, problems } = await readHistory(repository);
    expect(history.commits.subject).toEqual(["First", "Second", "Third", "Fourth"]);
    expect(problems.map((problem) => problem.code)).toEqual(["repository/missing-objects"]);
    const { tree, problems: more } = await openTree(repository);
    expect(tree.files.map((file) => file.path)).toEqual(["b.txt"]);
    expect(more.map((problem) => problem.code)).toEqual(["repository/missing-objects"]);
  });

  it("reads a shallow clone as far as it goes, and a partial clone without fetching", async () => {
    const fixture = temporaryRepository();
    for (const text of ["1\n", "2\n", "3\n"]) fixture.commit(`Write ${text.trim()}`, { "a.txt": text });
    const clone = (name: string, ...args: readonly string[]): string => {
      const path = join(dirname(fixture.path), name);
      fixture.git("-c", "protocol.file.allow=always", "clone", "-q", ...args, `file://${fixture.path}`, path);
      return path;
    };
    fixture.git("config", "uploadpack.allowFilter", "true");
    const shallow = await opened(clone("shallow", "--depth=2"));
    expect(shallow.info.shallow).toBe(true);
    expect((await readHistory(shallow)).history).toMatchObject({
      shallow: true,
      commits: { subject: ["Write 2", "Write 3"] },
    });
    const partial = await opened(clone("partial", "--bare", "--filter=blob:none"));
    expect(partial.info.partial).toBe(true);
    const { tree } = await openTree(partial);
    expect(await textsOf(tree.read(tree.files))).toEqual({ "a.txt": "(missing)" });
    const { history } = await readHistory(partial);
    expect([...history.changes.added]).toEqual([-1, -1, -1]);
  });
});
