/** Temporary folders and git repositories for tests, made with a git that sees no one's settings. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { FileContent, Repository } from "../src/index.ts";
import { openRepository } from "../src/index.ts";

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "freehold-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestRepository {
  readonly path: string;
  git(...args: readonly string[]): string;
  /** For input that is not UTF-8 or long. */
  feed(input: string | Uint8Array, ...args: readonly string[]): string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  commit(message: string, files?: Readonly<Record<string, string | Uint8Array>>): string;
}

export function temporaryRepository(...initArguments: readonly string[]): TestRepository {
  const path = join(temporaryFolder(), "work");
  mkdirSync(path);
  let clock = 1_700_000_000;
  const feed = (input: string | Uint8Array, ...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: path, input, env: environment(clock), stdio: "pipe", maxBuffer: 1 << 28 })
      .toString("utf8")
      .trim();
  const git = (...args: readonly string[]): string => feed("", ...args);
  const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  git("init", "-q", "-b", "main", ...initArguments);
  return {
    path,
    git,
    feed,
    write,
    commit(message, files = {}) {
      clock += 60;
      write(files);
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", message);
      return git("rev-parse", "HEAD");
    },
  };
}

/** Opens and closes when the test is over. */
export async function opened(path: string): Promise<Repository> {
  const { repository, problems } = await openRepository(path);
  if (repository === undefined) throw new Error(JSON.stringify(problems));
  onTestFinished(async () => await repository.close());
  return repository;
}

/** Contents by path, `missing` and `too-large` for those that are absent. */
export async function textsOf(contents: AsyncIterable<FileContent>): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for await (const { file, bytes, absence } of contents) {
    texts[file.path] = bytes === undefined ? `(${absence})` : Buffer.from(bytes).toString("utf8");
  }
  return texts;
}

function environment(clock: number): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "Ada",
    GIT_AUTHOR_EMAIL: "ada@example.org",
    GIT_COMMITTER_NAME: "Ada",
    GIT_COMMITTER_EMAIL: "ada@example.org",
    GIT_AUTHOR_DATE: `${clock} +0000`,
    GIT_COMMITTER_DATE: `${clock} +0000`,
  };
}
