/**
 * The files of a unit, by path: which file a manifest's target or an import means.
 *
 * A target such as `dist/index.js` is rarely in the repository; its source is found by the evidence of
 * `tsconfig.json` (outDir, rootDir), else by name: the file with the longest path in common.
 */
import { posix } from "node:path";
import type { Place } from "../../kind.ts";
import type { PackageManifest } from "./manifest.ts";

export interface UnitFiles {
  /** The file that declares what a manifest's target exports. */
  target(target: string): string | undefined;
  /** Where the source of a whole package begins by custom, for a target that no source has the name of. */
  main(): string | undefined;
  /** Files that a target with `*` stands for, by what the `*` is. */
  pattern(target: string): ReadonlyMap<string, string>;
  /** The file that an import of a file means; undefined where it lies outside the unit. */
  resolve(from: string, specifier: string): string | undefined;
}

const EXTENSIONS = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".d.mts", ".d.cts", ".js", ".mjs", ".cjs", ".jsx"];
const CODE = /\.(?:d\.)?[cm]?[jt]sx?$/;
const PATTERN_LIMIT = 2_000;

/** Indexes the files of a unit. */
export function unitFiles(place: Place, manifest: PackageManifest): UnitFiles {
  const has = new Set(place.paths);
  const config = readConfig(place, has);
  const byName = indexByName(place.paths);
  const inFolder = (path: string): string => clean(posix.join(place.folder, path));

  function target(written: string): string | undefined {
    const path = inFolder(written);
    if (!CODE.test(path)) {
      if (has.has(path)) return /\.[a-z]+$/.test(path) ? undefined : path;
      return byStem(path, has);
    }
    const stem = path.replace(CODE, "");
    const exact = has.has(path);
    if (exact && !/\.[cm]?jsx?$/.test(path)) return path;
    const beside = byStem(stem, has, path);
    if (beside !== undefined && !/\.[cm]?jsx?$/.test(beside)) return beside;
    const mapped = config.mappings
      .map(([out, root]) =>
        stem.startsWith(`${out}/`) ? byStem(posix.join(root, stem.slice(out.length + 1)), has) : undefined,
      )
      .find((found) => found !== undefined);
    if (mapped !== undefined) return mapped;
    if (exact) return path;
    return byLongestSuffix(stem, place.folder, byName);
  }

  function pattern(written: string): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const [head = "", tail = ""] = inFolder(written).split("*", 2);
    const roots = [
      head,
      ...config.mappings.flatMap(([out, root]) =>
        head.startsWith(`${out}/`) ? [`${root}/${head.slice(out.length + 1)}`] : [],
      ),
    ];
    if (!place.paths.some((path) => path.startsWith(head))) roots.push(...named(head, place.folder));
    const end = tail.replace(CODE, "");
    for (const path of place.paths) {
      if (found.size >= PATTERN_LIMIT) break;
      if (!CODE.test(path)) continue;
      const stem = path.replace(CODE, "");
      const root = roots.find(
        (candidate) => stem.startsWith(candidate) && stem.endsWith(end) && stem.length > candidate.length + end.length,
      );
      if (root === undefined) continue;
      const star = stem.slice(root.length, stem.length - end.length);
      const old = found.get(star);
      if (old === undefined || rank(path) < rank(old)) found.set(star, path);
    }
    return found;
  }

  function resolve(from: string, specifier: string): string | undefined {
    if (specifier.startsWith(".")) return byStem(clean(posix.join(posix.dirname(from), specifier)), has);
    if (specifier.startsWith("#")) {
      const internal = manifest.internal[specifier];
      return internal === undefined ? undefined : target(internal);
    }
    if (manifest.name !== "" && (specifier === manifest.name || specifier.startsWith(`${manifest.name}/`))) {
      const subpath = `.${specifier.slice(manifest.name.length)}`;
      return manifest.entries
        .find((entry) => entry.subpath === subpath)
        ?.targets.map(target)
        .find((path) => path !== undefined);
    }
    for (const [alias, root] of config.aliases) {
      const star =
        alias.endsWith("*") && specifier.startsWith(alias.slice(0, -1))
          ? specifier.slice(alias.length - 1)
          : specifier === alias
            ? ""
            : undefined;
      const found = star === undefined ? undefined : byStem(clean(root.replace("*", star)), has);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function main(): string | undefined {
    return ["src", "source", "lib"].map((folder) => byStem(inFolder(`${folder}/index`), has)).find((path) => path);
  }

  return { target, main, pattern, resolve };
}

function clean(path: string): string {
  return posix.normalize(path).replace(/^(?:\.\/)+|^\.$|\/$/g, "");
}

/** Order of preference among files of one stem: source, declarations, JavaScript. */
function rank(path: string): number {
  const at = EXTENSIONS.findIndex(
    (extension) => path.endsWith(extension) && (extension.startsWith(".d") || !/\.d\.[cm]?ts$/.test(path)),
  );
  return at < 0 ? EXTENSIONS.length : at;
}

/** A path with or without its extension, or a folder with an index. */
function byStem(path: string, has: ReadonlySet<string>, written = path): string | undefined {
  const js = /\.([cm]?)jsx?$/.exec(written);
  const stem = js === null ? path : path.replace(/\.[cm]?jsx?$/, "");
  // `a.mjs` is declared by `a.d.mts` or `a.mts` before `a.d.ts`.
  const preferred = js?.[1] === "m" ? [".mts", ".d.mts"] : js?.[1] === "c" ? [".cts", ".d.cts"] : [];
  for (const extension of [...preferred, ...EXTENSIONS]) if (has.has(stem + extension)) return stem + extension;
  if (has.has(path) && CODE.test(path)) return path;
  for (const extension of EXTENSIONS) if (has.has(`${stem}/index${extension}`)) return `${stem}/index${extension}`;
  return undefined;
}

interface Config {
  readonly mappings: readonly (readonly [out: string, root: string])[];
  readonly aliases: readonly (readonly [alias: string, path: string])[];
}

function readConfig(place: Place, has: ReadonlySet<string>): Config {
  const mappings: [string, string][] = [];
  const aliases: [string, string][] = [];
  const prefix = place.folder === "" ? "" : `${place.folder}/`;
  const files = place.paths.filter(
    (path) =>
      path.startsWith(`${prefix}tsconfig`) && path.endsWith(".json") && !path.slice(prefix.length).includes("/"),
  );
  for (const file of files) {
    if (!has.has(file)) continue;
    const options = compilerOptions(place.read(file));
    const at = (path: string): string => clean(posix.join(place.folder, path));
    const outs = [options["outDir"], options["declarationDir"]].filter((item) => typeof item === "string");
    const root = typeof options["rootDir"] === "string" ? options["rootDir"] : undefined;
    for (const out of outs)
      for (const source of root === undefined ? ["src", "."] : [root]) mappings.push([at(out), at(source)]);
    const base = typeof options["baseUrl"] === "string" ? options["baseUrl"] : ".";
    const paths = options["paths"];
    if (typeof paths !== "object" || paths === null) continue;
    for (const [alias, targets] of Object.entries(paths)) {
      const first: unknown = Array.isArray(targets) ? targets[0] : undefined;
      if (typeof first === "string") aliases.push([alias, posix.join(place.folder, base, first)]);
    }
  }
  return { mappings, aliases };
}

/** `compilerOptions` of a tsconfig, which is JSON with comments and trailing commas. */
function compilerOptions(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  try {
    const plain = text.replace(
      /("(?:[^"\\]|\\.)*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
      (_, kept: string | undefined) => kept ?? "",
    );
    const parsed: unknown = JSON.parse(
      plain.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, kept: string | undefined) => kept ?? ""),
    );
    const options: unknown =
      typeof parsed === "object" && parsed !== null && "compilerOptions" in parsed ? parsed.compilerOptions : undefined;
    return typeof options === "object" && options !== null ? (options as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function indexByName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const path of paths) {
    if (!CODE.test(path)) continue;
    const name = posix.basename(path).replace(CODE, "");
    const list = index.get(name);
    if (list === undefined) index.set(name, [path]);
    else list.push(path);
  }
  return index;
}

/** The file of the same name that shares the longest end of the path; `src` before others, then the shortest. */
function byLongestSuffix(
  stem: string,
  folder: string,
  byName: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const wanted = stem.split("/");
  let best: { readonly path: string; readonly score: readonly number[] } | undefined;
  for (const path of byName.get(wanted.at(-1) ?? "") ?? []) {
    const inside = folder === "" ? path : path.slice(folder.length + 1);
    const parts = path.replace(CODE, "").split("/");
    let common = 0;
    while (common < Math.min(parts.length, wanted.length) && parts.at(-1 - common) === wanted.at(-1 - common)) common++;
    const score = [common, inside.startsWith("src/") ? 1 : 0, -parts.length, -rank(path)];
    if (best === undefined || compareScores(score, best.score) > 0) best = { path, score };
  }
  return best?.path;
}

function compareScores(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}

/** Where the sources of `dist/…` may lie by name alone. */
function named(head: string, folder: string): string[] {
  const inside = folder === "" ? head : head.slice(folder.length + 1);
  const rest = inside.split("/").slice(1).join("/");
  return ["src/", "lib/", "source/", ""]
    .map((root) => `${folder === "" ? "" : `${folder}/`}${root}${rest}`)
    .filter((root) => root !== head);
}
