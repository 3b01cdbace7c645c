/**
 * Reads what is half done now and was three months ago.
 *
 * Reading every source for it would cost a scan a twelfth more. So tests alone are read whole, for what is switched
 * off in them; notes are read where files changed since, in both versions, which is all that their growth depends on.
 */
import { type Cache, type FileTree, type Past, readContents, type Reading, type TreeFile } from "@freehold/repository";
import { conventionalRole } from "../../roles.ts";
import { languageOf } from "../language-of.ts";
import { isTestFile } from "../size.ts";
import { knowsTestsOf, mayHoldTests } from "./switched-off.ts";
import { HALF_DONE_VERSION, type HalfDoneText, halfDoneText } from "./text.ts";

export interface HalfDoneReading {
  /** By path: as it is, of tests and of what changed since `past`. */
  readonly now: ReadonlyMap<string, HalfDoneText>;
  /** By path: as it was, of what changed since or is gone. */
  readonly before: ReadonlyMap<string, HalfDoneText>;
  /** Absent: the repository is younger, or its past was not read. */
  readonly past: Past | undefined;
  /** Files were left out, since too many changed. */
  readonly cut: boolean;
}

/** How long something may be half done: a quarter. */
export const HALF_DONE_DAYS = 90;

/** Nobody writes longer ones by hand. */
const MOST_BYTES = 1 << 19;
/** Changed sources that are read in both versions; beyond, growth is not told. */
const MOST_CHANGED = 4000;

export async function readHalfDone(tree: FileTree, past: Past | undefined, cache: Cache): Promise<HalfDoneReading> {
  const sources = tree.files.filter(isOwnSource);
  const changed = past === undefined ? [] : sources.filter(({ path }) => past.changed.has(path));
  const before = past?.before.files.filter(isOwnSource) ?? [];
  const cut = changed.length + before.length > MOST_CHANGED;
  const tests = sources.filter(({ path }) => isTest(path) || mayHoldTests(path));
  const wanted = cut ? tests : [...new Set([...tests, ...changed])];
  return {
    now: await saidIn(tree, wanted, cache),
    before: cut || past === undefined ? new Map() : await saidIn(past.before, before, cache),
    past,
    cut,
  };
}

async function saidIn(tree: FileTree, files: readonly TreeFile[], cache: Cache) {
  const readings = files.map((file): Reading => ({
    file,
    extractor: `facts.half-done@${HALF_DONE_VERSION}`,
    // Comments and tests are those of its language.
    dialect: file.path.slice(file.path.lastIndexOf(".") + 1),
    read: (text) => halfDoneText(file.path, text),
  }));
  return (await readContents(tree, readings, cache)) as ReadonlyMap<string, HalfDoneText>;
}

function isOwnSource({ path, mode, size = 0 }: TreeFile): boolean {
  return mode !== "submodule" && mode !== "symlink" && size <= MOST_BYTES && mayBeHalfDone(path);
}

/** Sources that people write here: copies, fixtures and what a machine wrote speak of something else. */
export function mayBeHalfDone(path: string): boolean {
  if (languageOf(path) === undefined) return false;
  const role = conventionalRole(path)?.role;
  return role === undefined || role === "test" || role === "example";
}

function isTest(path: string): boolean {
  return knowsTestsOf(path) && (isTestFile(path) || conventionalRole(path)?.role === "test");
}
