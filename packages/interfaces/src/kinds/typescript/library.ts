/**
 * A library as linked declarations: every file that its entry points reach, and what each exported name
 * means after following re-exports.
 */
import type { Problem } from "@freehold/model";
import { ask } from "../../ask.ts";
import type { Json, Place, TextQuestion } from "../../kind.ts";
import { digestFiles, isUnread } from "./digests.ts";
import { DIGEST_VERSION, type FileDigest } from "./file-digest.ts";
import { unitFiles } from "./files.ts";
import type { UnitFiles } from "./files.ts";
import { hashOf } from "./hash.ts";
import type { EntryPoint, PackageManifest } from "./manifest.ts";

export interface LibraryFile {
  readonly path: string;
  readonly digest: FileDigest;
  /** The whole text, of files that only the compiler understands. */
  readonly source?: string;
  /** Files of this library by the specifier that imports them. */
  readonly modules: Readonly<Record<string, string>>;
}

export interface LibraryEntry {
  readonly point: EntryPoint;
  readonly subpath: string;
  readonly file?: string;
}

export interface Library {
  readonly manifest: PackageManifest;
  readonly files: ReadonlyMap<string, LibraryFile>;
  readonly entries: readonly LibraryEntry[];
  /** Hash of every file reached: equal means that no declaration can have changed. */
  readonly hash: string;
  readonly problems: readonly Problem[];
}

const FILE_LIMIT = 20_000;

/** Reads what the entry points of a package reach. */
export function readLibrary(place: Place, manifest: PackageManifest): Library {
  const files = unitFiles(place, manifest);
  const entries = findEntries(manifest, files);
  const problems: Problem[] = [];
  const reached = new Map<string, LibraryFile>();
  let wave = [...new Set(entries.flatMap((entry) => entry.file ?? []))];
  while (wave.length > 0) {
    const next = new Set<string>();
    for (const [index, answer] of ask(DIGEST, wave, place).entries()) {
      const path = wave[index] ?? "";
      if (answer === undefined) {
        problems.push(unreadable(path));
        continue;
      }
      const digest = answer as unknown as FileDigest;
      const file = linkFile(path, digest, files, place);
      reached.set(path, file);
      problems.push(...digest.problems.map((problem) => ({ ...problem, path })));
      for (const other of Object.values(file.modules)) if (!reached.has(other)) next.add(other);
    }
    if (reached.size > FILE_LIMIT) {
      problems.push({
        code: "typescript/too-many-files",
        severity: "warning",
        message: `more than ${FILE_LIMIT} files reached; the rest is left out`,
      });
      break;
    }
    wave = [...next].filter((path) => !reached.has(path));
  }
  return assemble(manifest, reached, entries, problems);
}

/** What one file declares depends on its ending and its text. */
const DIGEST: TextQuestion = {
  id: `typescript-digest@${DIGEST_VERSION}`,
  dialect: (path) => /(\.d(\.[^.]+)?)?\.[cm]?[jt]sx?$/.exec(path)?.[0] ?? "",
  answer: (sources) => digestFiles(sources) as unknown as readonly Json[],
  isSure: (digest) => !isUnread(digest as unknown as FileDigest),
};

function unreadable(path: string): Problem {
  return { code: "typescript/missing-source", severity: "warning", message: "the file can't be read", path };
}

/** The library from parts that are known already. */
export function assemble(
  manifest: PackageManifest,
  files: ReadonlyMap<string, LibraryFile>,
  entries: readonly LibraryEntry[],
  problems: readonly Problem[],
): Library {
  // Paths and links are part of it: the same declarations linked otherwise are another interface.
  const parts = [...files.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => [file.path, file.digest.hash, file.modules]);
  const reached = entries.map((entry) => [entry.subpath, entry.file ?? null]);
  return {
    manifest,
    files,
    entries,
    hash: hashOf(JSON.stringify([parts, reached])),
    problems,
  };
}

/** Entry points with their files; patterns become one entry for each file they stand for. */
export function findEntries(manifest: PackageManifest, files: UnitFiles): LibraryEntry[] {
  return manifest.entries.flatMap((point) => {
    if (!point.subpath.includes("*")) {
      const named = point.targets.map((target) => files.target(target)).find((path) => path !== undefined);
      const file = named ?? (point.subpath === "." && point.targets.some(isCode) ? files.main() : undefined);
      return [{ point, subpath: point.subpath, ...(file !== undefined && { file }) }];
    }
    const target =
      point.targets.find((item) => item.includes("*") && /\.[cm]?[jt]sx?$/.test(item)) ??
      point.targets.find((item) => item.includes("*"));
    const stars = target === undefined ? new Map<string, string>() : files.pattern(target);
    const expanded = [...stars]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([star, file]) => ({ point, subpath: point.subpath.replace("*", star), file }));
    return expanded.length === 0 ? [{ point, subpath: point.subpath }] : expanded;
  });
}

function isCode(target: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(target);
}

function linkFile(path: string, digest: FileDigest, files: UnitFiles, place: Place): LibraryFile {
  const modules: Record<string, string> = {};
  for (const specifier of digest.modules) {
    const found = files.resolve(path, specifier);
    if (found !== undefined) modules[specifier] = found;
  }
  const compile = digest.inferred === true || digest.untyped === true;
  // Only the compiler understands it, from its whole text.
  const source = compile ? place.read(path) : undefined;
  return { path, digest, ...(source !== undefined && { source }), modules };
}

/** For each file the hash of all that it can depend on: equal in two versions means that it infers the same. */
export function closureHash(library: Library, path: string): string {
  const seen = new Set<string>();
  const queue = [path];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...Object.values(library.files.get(at)?.modules ?? {}));
  }
  return hashOf(
    [...seen]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((at) => `${at} ${library.files.get(at)?.digest.hash ?? ""}`)
      .join(),
  );
}
