/** `paths` and `baseUrl` of tsconfig and jsconfig files, with what they extend. */
import { parse } from "jsonc-parser";
import { folderOf, joinPath, upward } from "../folders.ts";
import type { Configuration } from "../language.ts";
import { fill, matchKey } from "./subpaths.ts";

export interface Aliases {
  /** Paths in the repository that `specifier` may mean for a file in `folder`, best first. */
  candidates(folder: string, specifier: string): readonly { readonly path: string; readonly exact: boolean }[];
}

interface Paths {
  readonly map: Readonly<Record<string, readonly string[]>>;
  /** Its keys with a star; the others are found by looking them up. */
  readonly patterns: readonly string[];
  readonly folder: string;
}

interface Options {
  /** With the folder that they are relative to. */
  readonly paths: Paths | undefined;
  readonly baseUrl: string | undefined;
}

export function isTsconfig(path: string): boolean {
  return /(?:^|\/)[tj]sconfig(?:\.[^/]*)?\.json$/.test(path);
}

/**
 * `packageFolder` says where a package of this repository is, for `extends: "@acme/tsconfig/base.json"`.
 * Every tsconfig in a folder counts, as build tools keep aliases in `tsconfig.app.json` and the like.
 */
export function tsconfigAliases(
  configurations: readonly Configuration[],
  packageFolder: (name: string) => string | undefined,
): Aliases {
  const files = new Map(configurations.map(({ path, facts }) => [path, facts as Tsconfig]));
  const folders = new Map<string, string[]>();
  for (const { path } of configurations) {
    if (!isTsconfig(path)) continue;
    folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
  }
  const known = new Map<string, Options>();
  const perFolder = new Map<string, readonly Options[]>();

  function optionsOf(path: string, above: ReadonlySet<string>): Options {
    const cached = known.get(path);
    if (cached !== undefined) return cached;
    const config = files.get(path);
    if (config === undefined || above.has(path) || above.size > 32) return { paths: undefined, baseUrl: undefined };
    const bases = config.extends
      .map((name) => locate(folderOf(path), name))
      .filter((base) => base !== undefined)
      .map((base) => optionsOf(base, new Set([...above, path])));
    const options = merge(ownOptions(config, folderOf(path)), bases);
    if (above.size === 0) known.set(path, options);
    return options;
  }

  function locate(folder: string, name: string): string | undefined {
    const base = name.startsWith(".") ? joinPath(folder, name) : inPackage(name);
    if (base === undefined) return undefined;
    return [base, `${base}.json`, joinPath(base, "tsconfig.json")].find(
      (path) => path !== undefined && files.has(path),
    );
  }

  function inPackage(name: string): string | undefined {
    const [, packageName = "", rest = ""] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(name) ?? [];
    const folder = packageFolder(packageName);
    return folder === undefined ? undefined : joinPath(folder, rest);
  }

  function optionsFor(folder: string): readonly Options[] {
    const cached = perFolder.get(folder);
    if (cached !== undefined) return cached;
    const options = [...upward(folder)]
      .flatMap((at) => (folders.get(at) ?? []).map((path) => optionsOf(path, new Set())))
      .filter(({ paths, baseUrl }) => paths !== undefined || baseUrl !== undefined);
    perFolder.set(folder, options);
    return options;
  }

  return {
    candidates(folder, specifier) {
      return optionsFor(folder).flatMap(({ paths, baseUrl }) => [
        ...mapped(paths, specifier),
        ...plain(baseUrl, specifier),
      ]);
    },
  };
}

function mapped(paths: Options["paths"], specifier: string) {
  if (paths === undefined) return [];
  const exact = Object.hasOwn(paths.map, specifier);
  const match = exact ? { key: specifier, star: "" } : matchKey(paths.patterns, specifier);
  if (match === undefined) return [];
  return (paths.map[match.key] ?? []).flatMap((target) => {
    const path = joinPath(paths.folder, fill(target, match));
    return path === undefined ? [] : [{ path, exact: !match.key.includes("*") }];
  });
}

function plain(baseUrl: string | undefined, specifier: string) {
  const path = baseUrl === undefined ? undefined : joinPath(baseUrl, specifier);
  return path === undefined ? [] : [{ path, exact: false }];
}

function ownOptions({ base, paths: map }: Tsconfig, folder: string): Options {
  const baseUrl = base === undefined ? undefined : joinPath(folder, base);
  const keys = Object.keys(map);
  const patterns = keys.filter((key) => key.includes("*"));
  const paths = keys.length === 0 ? undefined : { map, patterns, folder: baseUrl ?? folder };
  return { paths, baseUrl };
}

/** What one file says by itself. */
interface Tsconfig {
  readonly extends: readonly string[];
  readonly base?: string;
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

export function readTsconfig(text: string): Tsconfig {
  const config = readJson(text);
  const compiler = record(config["compilerOptions"]);
  const base = compiler["baseUrl"];
  const paths = Object.entries(record(compiler["paths"])).map(
    ([key, value]) => [key, Array.isArray(value) ? value.filter(isString).map(withoutConfigDir) : []] as const,
  );
  return {
    extends: extended(config),
    ...(typeof base === "string" ? { base: withoutConfigDir(base) } : {}),
    paths: Object.fromEntries(paths),
  };
}

/** The file's own options win over what it extends, and the last extended over the first. */
function merge(own: Options, bases: readonly Options[]): Options {
  const inOrder = [own, ...bases.toReversed()];
  return {
    paths: inOrder.find(({ paths }) => paths !== undefined)?.paths,
    baseUrl: inOrder.find(({ baseUrl }) => baseUrl !== undefined)?.baseUrl,
  };
}

function extended(config: Readonly<Record<string, unknown>>): readonly string[] {
  const value = config["extends"];
  return typeof value === "string" ? [value] : Array.isArray(value) ? value.filter(isString) : [];
}

/** Deep nesting overflows the parser's stack; such a file configures nothing. */
function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return record(parse(text, [], { allowTrailingComma: true }));
  } catch {
    return {};
  }
}

function withoutConfigDir(path: string): string {
  return path.replace("${configDir}/", "./");
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
