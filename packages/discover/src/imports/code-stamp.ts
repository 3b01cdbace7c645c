/** What code is running: results that depend on more of it than one version number could follow are kept by this. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";

const FOLDER = join(import.meta.dirname, "..");
let known: string | undefined;

/** A bundled file is called by a hash of its content; of sources, names, sizes and times of change are hashed. */
export function codeStamp(): string {
  return (known ??= import.meta.url.endsWith(".ts") ? ofSources() : basename(import.meta.url));
}

function ofSources(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).sort()) {
    const { size, mtimeMs } = statSync(join(FOLDER, name));
    hash.update(`${name}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
