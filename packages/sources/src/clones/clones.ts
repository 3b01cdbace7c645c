/**
 * The cache of repositories: bare, one folder each, fetched into, removed when room is needed. It can be lost at any
 * time; what was in it is fetched again. One process at a time works on one repository: the key of its job sees to that.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { SourceFailure } from "../failure.ts";
import type { GitCredential } from "../forges/open-source.ts";
import type { Reach } from "../web.ts";
import { type GitRun, localEnvironment, remoteEnvironment, runGit } from "./git.ts";

export interface CloneOptions {
  readonly folder: string;
  /** Of all repositories together; what was used longest ago is removed first. */
  readonly mostBytes: number;
  /** Of one repository, while it is fetched. */
  readonly mostBytesEach: number;
  readonly reach: Reach;
}

export interface Wanted {
  /** Apart from others: `<organisation>/<source>`. */
  readonly owner: readonly string[];
  readonly url: string;
  readonly credential: GitCredential;
  /** Commits of history; absent: all. */
  readonly depth?: number;
  readonly signal: AbortSignal;
}

export interface Fetched {
  /** A bare repository, until the next call of `evict`. */
  readonly path: string;
  /** The newest commit of the main line; absent: there is none yet. */
  readonly commit?: string;
  readonly branch?: string;
}

export interface Clones {
  /** Where the main line is now, without fetching anything. Throws `SourceFailure`. */
  look(wanted: Wanted): Promise<{ readonly commit?: string; readonly branch?: string }>;
  /** Fetches what changed. Throws `SourceFailure`. */
  fetch(wanted: Wanted): Promise<Fetched>;
  /** Makes room; what was used in the last hour stays. Returns how many repositories were removed. */
  evict(): Promise<number>;
}

const HOUR = 3_600_000;
const WATCH = 2000;

export function openClones(options: CloneOptions): Clones {
  return {
    look: async (wanted) => await withRemote(options, wanted, tmpdir(), async (run) => await lookAt(wanted.url, run)),
    fetch: async (wanted) => await fetchInto(options, wanted),
    evict: async () => await evict(options),
  };
}

async function fetchInto(options: CloneOptions, wanted: Wanted): Promise<Fetched> {
  const path = join(options.folder, ...wanted.owner.map(safe), hash(wanted.url), `${nameOf(wanted.url)}.git`);
  await prepare(path, wanted);
  return await withRemote(options, wanted, path, async (run) => {
    const { commit, branch } = await lookAt(wanted.url, run);
    if (commit === undefined || branch === undefined) return { path };
    const depth = wanted.depth === undefined ? unshallowed(await isShallow(path)) : [`--depth=${wanted.depth}`];
    const specs = [`+refs/heads/${branch}:refs/heads/${branch}`, "+refs/tags/*:refs/tags/*"];
    const flags = [
      "--quiet",
      "--no-tags",
      "--prune",
      "--no-recurse-submodules",
      "--no-write-fetch-head",
      "--no-auto-maintenance",
    ];
    await bounded(path, options.mostBytesEach, run.signal, async (signal) => {
      await runGit(["fetch", ...flags, ...depth, "--", wanted.url, ...specs], { ...run, signal });
    });
    const local = { cwd: path, environment: localEnvironment(), signal: run.signal };
    await runGit(["symbolic-ref", "HEAD", `refs/heads/${branch}`], local);
    const head = await runGit(["rev-parse", "--verify", `refs/heads/${branch}^{commit}`], local);
    return { path, branch, commit: head.trim() };
  });
}

function unshallowed(shallow: boolean): readonly string[] {
  return shallow ? ["--unshallow"] : [];
}

async function isShallow(path: string): Promise<boolean> {
  return ((await stat(join(path, "shallow")).catch(() => undefined))?.size ?? 0) > 0;
}

/** The branch that HEAD names there, and its commit. */
async function lookAt(url: string, run: GitRun): Promise<{ readonly commit?: string; readonly branch?: string }> {
  const text = await runGit(["ls-remote", "--symref", "--", url, "HEAD"], run);
  const branch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(text)?.[1];
  const commit = /^([0-9a-f]{40,64})\tHEAD$/m.exec(text)?.[1];
  if (branch !== undefined && !isBranch(branch)) {
    throw new SourceFailure("source/branch", `its main line has a name that can't be: ${branch.slice(0, 100)}`, {
      final: true,
    });
  }
  return { ...(commit === undefined ? {} : { commit }), ...(branch === undefined ? {} : { branch }) };
}

/** What git itself allows in a name, so that it can't be taken for an option or for a second reference. */
function isBranch(name: string): boolean {
  return (
    !name.startsWith("-") && name.length <= 255 && !/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)|\/$/u.test(name)
  );
}

/** An empty bare repository, or what is there without what a fetch that was killed left behind. */
async function prepare(path: string, { url, signal }: Wanted): Promise<void> {
  const run = { cwd: tmpdir(), environment: localEnvironment(), signal };
  if (!(await exists(join(path, "HEAD")))) {
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true, mode: 0o700 });
    await runGit(["init", "--quiet", "--bare", "--template=", "--", path], run);
  }
  await removeLeftovers(path);
  // The reader knows a repository by the address of its remote.
  await runGit(["config", "remote.origin.url", url], { ...run, cwd: path });
  await utimes(path, new Date(), new Date());
}

async function removeLeftovers(path: string): Promise<void> {
  const packs = join(path, "objects", "pack");
  for (const name of await names(packs)) if (name.startsWith("tmp_")) await rm(join(packs, name), { force: true });
  for (const name of await names(path)) if (name.endsWith(".lock")) await rm(join(path, name), { force: true });
  for await (const lock of locks(join(path, "refs"), 8)) await rm(lock, { force: true });
}

async function* locks(folder: string, levels: number): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory() && levels > 0) yield* locks(join(folder, entry.name), levels - 1);
    else if (entry.name.endsWith(".lock")) yield join(folder, entry.name);
  }
}

/** The files of a key lie in a folder of their own for as long as they are needed, readable by nobody else. */
async function withRemote<T>(
  { reach }: CloneOptions,
  { url, credential, signal }: Wanted,
  cwd: string,
  work: (run: GitRun) => Promise<T>,
): Promise<T> {
  if (credential.kind !== "key") {
    return await work({ cwd, signal, environment: await remoteEnvironment({ url, credential, reach }) });
  }
  const folder = await mkdtemp(join(tmpdir(), "freehold-key-"));
  try {
    const keyFiles = { key: join(folder, "key"), knownHosts: join(folder, "known_hosts") };
    await writeFile(keyFiles.key, `${credential.privateKey.trim()}\n`, { mode: 0o600 });
    await writeFile(keyFiles.knownHosts, `${credential.knownHosts.trim()}\n`, { mode: 0o600 });
    return await work({ cwd, signal, environment: await remoteEnvironment({ url, credential, reach, keyFiles }) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ends the work where the repository grows past its bound meanwhile. */
async function bounded(
  path: string,
  most: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const tooLarge = new AbortController();
  const signal = AbortSignal.any([outer, tooLarge.signal]);
  const watch = setInterval(() => {
    void bytesIn(path).then((bytes) => {
      if (bytes > most) tooLarge.abort(large(most));
    });
  }, WATCH);
  try {
    await work(signal);
    if ((await bytesIn(path)) > most) throw large(most);
  } catch (error) {
    if (error instanceof SourceFailure && error.code === "source/too-large")
      await rm(path, { recursive: true, force: true });
    throw error;
  } finally {
    clearInterval(watch);
  }
}

function large(most: number): SourceFailure {
  return new SourceFailure("source/too-large", `the repository has more than ${Math.round(most / 1024 ** 2)} MiB`, {
    final: true,
    hint: "Give the source a depth, exclude the repository, or raise the setting sources.repositoryMegabytes.",
  });
}

async function evict({ folder, mostBytes }: CloneOptions): Promise<number> {
  const kept = await repositoriesIn(folder, 4);
  const sized = await Promise.all(kept.map(async ({ path, used }) => ({ path, used, bytes: await bytesIn(path) })));
  let total = sized.reduce((sum, { bytes }) => sum + bytes, 0);
  let removed = 0;
  for (const { path, used, bytes } of sized.toSorted((a, b) => a.used - b.used)) {
    if (total <= mostBytes) break;
    if (Date.now() - used < HOUR) continue;
    // Renamed first: whoever comes meanwhile finds nothing rather than half of it.
    const aside = join(folder, `.removing-${randomUUID()}`);
    await rename(path, aside);
    await rm(aside, { recursive: true, force: true });
    total -= bytes;
    removed++;
  }
  return removed;
}

async function repositoriesIn(
  folder: string,
  levels: number,
): Promise<{ readonly path: string; readonly used: number }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: { readonly path: string; readonly used: number }[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.name.endsWith(".git")) found.push({ path, used: (await stat(path)).mtimeMs });
    else if (levels > 0) found.push(...(await repositoriesIn(path, levels - 1)));
  }
  return found;
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => (await stat(join(parentPath, name)).catch(() => undefined))?.size ?? 0);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function names(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

/** What a folder may be called anywhere. */
function safe(name: string): string {
  return /^[\w-]{1,64}$/.test(name) ? name : hash(name);
}

function nameOf(url: string): string {
  const name = basename(new URL(url).pathname).replace(/\.git$/, "");
  return /^[\w][\w.-]{0,99}$/.test(name) ? name : "repository";
}
