/** New files in a folder of the caller's: all of them or none, and never through a link that leads out of it. */
import { lstat, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { Failure } from "./failure.ts";

/**
 * Returns the paths written. Throws a `Failure` when one is there already or lies outside of the folder; what was
 * written before is removed then.
 */
export async function writeNewFiles(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      const file = join(root, path);
      await makeFolder(root, dirname(file));
      await writeFile(file, text, { flag: "wx" });
      written.push(file);
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const there = (error as NodeJS.ErrnoException).path ?? folder;
    throw new Failure(
      "files/exists",
      `${there} is there already; nothing was written`,
      "Move it away, or leave out --write.",
    );
  }
  return written;
}

/** The nearest folder that exists decides where a new one really comes to lie. */
async function makeFolder(root: string, folder: string): Promise<void> {
  let existing = folder;
  while (existing !== root && (await lstat(existing).catch(() => undefined)) === undefined)
    existing = dirname(existing);
  const real = await realpath(existing);
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new Failure("files/outside", `${folder} lies outside of ${root}`, "Name a folder inside of it.");
  await mkdir(folder, { recursive: true });
}
