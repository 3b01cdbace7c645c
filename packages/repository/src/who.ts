/** Who works here, as git would sign a commit: name and address of the caller's own configuration. */
import { spawn } from "node:child_process";
import { gitEnvironment } from "./git/environment.ts";
import type { RawIdentity } from "./history.ts";

/**
 * Undefined where git knows no address. Only values are read: `git config` runs nothing of what a repository's
 * configuration names, and its pager is switched off.
 */
export async function currentIdentity(folder: string): Promise<RawIdentity | undefined> {
  const email = process.env["GIT_AUTHOR_EMAIL"] ?? (await configured(folder, "user.email"));
  if (email === undefined) return undefined;
  return { email, name: process.env["GIT_AUTHOR_NAME"] ?? (await configured(folder, "user.name")) ?? email };
}

const MOST = 1000;

async function configured(folder: string, key: string): Promise<string | undefined> {
  const child = spawn("git", ["--no-pager", "config", "--get", key], {
    cwd: folder,
    env: ownEnvironment(),
    stdio: ["ignore", "pipe", "ignore"],
    shell: false,
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (text.length < MOST) text += chunk.toString("utf8");
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  const value = text.trim();
  return code === 0 && value !== "" ? value.slice(0, MOST) : undefined;
}

/** As everywhere, but with the caller's own configuration, which is what is asked for. */
function ownEnvironment(): Record<string, string> {
  const shut = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"];
  return Object.fromEntries(Object.entries(gitEnvironment()).filter(([name]) => !shut.includes(name)));
}
