/** A repository with a long history, written in one go by `git fast-import`; later commits go on top. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Path -> text; null deletes. */
export type Change = Readonly<Record<string, string | null>>;

export interface Story {
  readonly path: string;
  /** Commits on top of what is there, an hour apart; people take turns where nobody is named. */
  readonly tell: (changes: readonly Change[], by?: string) => void;
  /** The same on top of an older commit, as an amended history is: what came after it is gone. */
  readonly rewrite: (from: string, changes: readonly Change[]) => void;
  /** The same on a branch from an older commit, which is merged. */
  readonly merge: (from: string, changes: readonly Change[]) => void;
}

const PEOPLE = ["Ada Lee", "Bob Moe", "Cat Noe"];

export function beginStory(path: string): Story {
  mkdirSync(path, { recursive: true });
  const git = (args: readonly string[], input = "") =>
    execFileSync("git", ["-C", path, ...args], {
      input,
      encoding: "utf8",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    });
  git(["init", "-q", "-b", "main"]);
  let told = 0;
  const write = (branch: string, from: string, changes: readonly Change[], by?: string) => {
    const commits = changes.map((change) => commitOf(branch, change, told++, by));
    const text = commits.map(({ head, body }, index) => head + (index === 0 ? from : "") + body).join("");
    git(["fast-import", "--quiet", "--force"], text);
  };
  return {
    path,
    tell: (changes, by) => write("main", told === 0 ? "" : "from refs/heads/main^0\n", changes, by),
    rewrite: (from, changes) => write("main", `from ${from}\n`, changes),
    merge(from, changes) {
      write("side", `from ${from}\n`, changes);
      write("main", "from refs/heads/main^0\nmerge refs/heads/side^0\n", [Object.assign({}, ...changes) as Change]);
    },
  };
}

function commitOf(
  branch: string,
  change: Change,
  number: number,
  by: string | undefined,
): { head: string; body: string } {
  const name = by ?? PEOPLE[Math.floor(number / 7) % PEOPLE.length] ?? "";
  const who = `${name} <${name.toLowerCase().replace(" ", ".")}@example.com> ${1_700_000_000 + number * 3600} +0000`;
  const message = `Step ${number}`;
  return {
    head: `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n${data(message)}`,
    body: Object.entries(change)
      .map(([path, text]) => (text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`))
      .join(""),
  };
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
