/**
 * A shadow of a git directory: our own configuration beside links to the repository's objects and refs.
 *
 * A repository's configuration can name programs in many places (core.fsmonitor, core.sshCommand, filter.*,
 * diff.*.textconv, gpg.program, alias.*, include.path, hooks, promisor remotes that fetch on first read …) and
 * each version of git adds some. Overriding them one by one is a list that is always one short, so git never
 * sees that configuration: GIT_DIR is the shadow, and in it only objects, refs and the index are the
 * repository's own. What must be known from the configuration is read as data (`config.ts`) and only the
 * storage formats below are passed on. Since git finds no promisor remote, it never fetches what is missing.
 *
 * ```
 * shadow/config          ours                 shadow/objects, refs, packed-refs, reftable, shallow ─> repository
 * shadow/HEAD            a copy               shadow/info/exclude, sharedindex.*                   ─> repository
 * ```
 */
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFolder, readSmallFile } from "./layout.ts";
import type { GitLayout } from "./layout.ts";

export interface Shadow {
  readonly directory: string;
  remove(): Promise<void>;
}

export interface StorageFormat {
  readonly objectFormat?: string | undefined;
  readonly refStorage?: string | undefined;
}

/** What an odd value would do is unknown, so only the formats that git has are passed on. */
const OBJECT_FORMATS = new Set(["sha1", "sha256"]);
const REF_STORAGES = new Set(["files", "reftable"]);

const SETTINGS = `[core]
\tbare = true
\tfsmonitor = false
\thooksPath = /dev/null
\tattributesFile = /dev/null
\tquotePath = false
\tdeltaBaseCacheLimit = 256m
[log]
\tshowSignature = false
\tmailmap = false
[diff]
\trenames = false
[gc]
\tauto = 0
[maintenance]
\tauto = false
[protocol]
\tallow = never
`;

const remaining = new Set<string>();
process.on("exit", () => {
  for (const directory of remaining) rmSync(directory, { recursive: true, force: true });
});

/** The shadow of a repository; without a layout, that of an empty repository. */
export async function createShadow(layout: GitLayout | undefined, format: StorageFormat): Promise<Shadow> {
  const directory = await mkdtemp(join(tmpdir(), "freehold-git-"));
  remaining.add(directory);
  await mkdir(join(directory, "info"));
  await writeFile(join(directory, "config"), SETTINGS + formatSettings(format));
  await writeFile(join(directory, "HEAD"), await headOf(layout));
  if (layout === undefined) await makeEmpty(directory);
  else await linkParts(directory, layout);
  return {
    directory,
    async remove() {
      await rm(directory, { recursive: true, force: true });
      remaining.delete(directory);
    },
  };
}

function formatSettings(format: StorageFormat): string {
  const lines: string[] = [];
  if (format.objectFormat !== undefined && OBJECT_FORMATS.has(format.objectFormat)) {
    lines.push(`\tobjectFormat = ${format.objectFormat}\n`);
  }
  if (format.refStorage !== undefined && REF_STORAGES.has(format.refStorage)) {
    lines.push(`\trefStorage = ${format.refStorage}\n`);
  }
  if (lines.length === 0) return "[core]\n\trepositoryFormatVersion = 0\n";
  return `[core]\n\trepositoryFormatVersion = 1\n[extensions]\n${lines.join("")}`;
}

async function headOf(layout: GitLayout | undefined): Promise<string> {
  const head = layout === undefined ? undefined : await readSmallFile(join(layout.gitDirectory, "HEAD"));
  return head ?? "ref: refs/heads/main\n";
}

async function makeEmpty(directory: string): Promise<void> {
  await mkdir(join(directory, "objects"));
  await mkdir(join(directory, "refs"));
}

async function linkParts(directory: string, layout: GitLayout): Promise<void> {
  const common = layout.commonDirectory;
  await symlink(join(common, "objects"), join(directory, "objects"));
  if (await isFolder(join(common, "refs"))) await symlink(join(common, "refs"), join(directory, "refs"));
  else await mkdir(join(directory, "refs"));
  for (const part of ["packed-refs", "reftable", "shallow"]) await symlink(join(common, part), join(directory, part));
  await symlink(join(common, "info", "exclude"), join(directory, "info", "exclude"));
  for (const name of await readdir(layout.gitDirectory)) {
    if (name.startsWith("sharedindex.")) await symlink(join(layout.gitDirectory, name), join(directory, name));
  }
}
