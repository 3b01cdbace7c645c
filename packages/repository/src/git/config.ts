/** A repository's configuration as data: includes are not followed and nothing in it is obeyed. */
import { join } from "node:path";
import { readSmallFile } from "./layout.ts";
import type { GitLayout } from "./layout.ts";
import type { Git } from "./run.ts";

const CONFIG_LIMIT = 1024 * 1024;

/** Values by key, as git prints keys (section and name in lower case); the last one of a key wins. */
export async function readConfig(git: Git, layout: GitLayout): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  const text = await readSmallFile(join(layout.commonDirectory, "config"), CONFIG_LIMIT);
  if (text === undefined) return values;
  const { stdout } = await git.run(["config", "--file", "-", "--no-includes", "--null", "--list"], { input: text });
  for (const entry of stdout.toString("utf8").split("\0")) {
    const end = entry.indexOf("\n");
    if (end > 0) values.set(entry.slice(0, end), entry.slice(end + 1));
  }
  return values;
}
