/**
 * Sizes of blobs, asked for in one go. `ls-tree --long` would give them too, but how it treats a missing
 * object differs between versions of git; `cat-file --batch-check` says `missing` and goes on in all of them.
 */
import type { Git } from "../git/run.ts";

/** Size by id; an object that is missing has none. */
export async function readSizes(git: Git, ids: Iterable<string>): Promise<Map<string, number>> {
  const input = Array.from(new Set(ids), (id) => `${id}\n`).join("");
  const sizes = new Map<string, number>();
  if (input === "") return sizes;
  const { stdout } = await git.run(["cat-file", "--batch-check=%(objectname) %(objectsize)", "--buffer"], { input });
  for (const line of stdout.toString("latin1").split("\n")) {
    const space = line.indexOf(" ");
    const size = Number(line.slice(space + 1));
    if (space > 0 && Number.isInteger(size)) sizes.set(line.slice(0, space), size);
  }
  return sizes;
}

/** Which of these objects are missing. */
export async function missingOf(git: Git, ids: Iterable<string>): Promise<Set<string>> {
  const wanted = new Set(ids);
  const sizes = await readSizes(git, wanted);
  return new Set(Array.from(wanted).filter((id) => !sizes.has(id)));
}
