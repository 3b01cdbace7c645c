/** The packages of a module: which files make each, and what names stand for in it. */
import type { GoDeclaration, GoFile } from "./syntax.ts";
import { textOf } from "../../syntax/node.ts";
import { insideModule } from "./inside-module.ts";
import { outlineOf, readGoFile } from "./syntax.ts";
import { STANDARD } from "./standard.ts";

type GoMethod = Extract<GoDeclaration, { kind: "method" }>;
export type GoNamed = Exclude<GoDeclaration, { kind: "method" }>;

export interface GoPackage {
  /** `.`, `./sub`, or the import path of one outside. */
  readonly path: string;
  readonly name: string;
  readonly files: readonly GoFile[];
  /** Each name's declarations, that of the usual build first. */
  readonly scope: ReadonlyMap<string, readonly GoNamed[]>;
  /** By the type they belong to. */
  readonly methods: ReadonlyMap<string, readonly GoMethod[]>;
}

export interface GoModule {
  readonly path: string;
  readonly packages: ReadonlyMap<string, GoPackage>;
}

export function openModule(path: string, folder: string, files: readonly GoFile[]): GoModule {
  const folders = Map.groupBy(files, (file) => packagePath(file.path, folder));
  const packages = new Map(standardPackages());
  for (const [name, members] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = packageOf(name, members);
    if (found !== undefined) packages.set(name, found);
  }
  return { path, packages };
}

let standard: ReadonlyMap<string, GoPackage> | undefined;

function standardPackages(): ReadonlyMap<string, GoPackage> {
  standard ??= new Map(
    Object.entries(STANDARD).flatMap(([path, text]) => {
      const outline = outlineOf(text);
      const found = outline && packageOf(path, [readGoFile(`${path}/standard.go`, outline)]);
      return found === undefined ? [] : [[path, found] as const];
    }),
  );
  return standard;
}

function packagePath(file: string, folder: string): string {
  const inside = folder === "" ? file : file.slice(folder.length + 1);
  const slash = inside.lastIndexOf("/");
  return slash === -1 ? "." : `./${inside.slice(0, slash)}`;
}

/** Files that only some tool reads (`//go:build ignore`) may belong to another package than their neighbours. */
function packageOf(path: string, files: readonly GoFile[]): GoPackage | undefined {
  const usable = files.filter(({ build, packageName }) => packageName !== "" && !/\bignore\b/.test(build.text));
  const names = Map.groupBy(usable, ({ packageName }) => packageName);
  const [name, members] =
    [...names].sort(([a, some], [b, others]) => usualOf(others) - usualOf(some) || (a < b ? -1 : 1))[0] ?? [];
  if (name === undefined || members === undefined) return undefined;
  const ordered = [...members].sort(
    (a, b) => Number(b.build.usual) - Number(a.build.usual) || (a.path < b.path ? -1 : 1),
  );
  const scope = new Map<string, GoNamed[]>();
  const methods = new Map<string, GoMethod[]>();
  for (const declaration of ordered.flatMap(({ declarations }) => declarations)) {
    if (declaration.kind === "method") append(methods, declaration.receiver.type, declaration);
    else if (declaration.name !== "_" && declaration.name !== "init") append(scope, declaration.name, declaration);
  }
  for (const [receiver, list] of Array.from(methods)) {
    const target = behindAlias(receiver, scope);
    if (target === receiver) continue;
    methods.delete(receiver);
    for (const method of list) append(methods, target, method);
  }
  return { path, name, files: ordered, scope, methods };
}

/** A receiver may be an alias of a type of its package. */
function behindAlias(receiver: string, scope: ReadonlyMap<string, readonly GoNamed[]>, depth = 0): string {
  const declaration = scope.get(receiver)?.[0];
  if (declaration?.kind !== "type" || !declaration.alias || declaration.type.name !== "TypeName" || depth > 20)
    return receiver;
  return behindAlias(textOf(declaration.type, declaration.file.text), scope, depth + 1);
}

function usualOf(files: readonly GoFile[]): number {
  return files.filter(({ build }) => build.usual).length;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** What a local package name means in a file: a package of the module, or an import path. */
export function importedPath(module: GoModule, file: GoFile, local: string): string {
  const own = ownImports(module, file);
  const known = own.get(local);
  if (known !== undefined) return known;
  // Nothing in the source says how an outside package calls itself, if not its path.
  const like = file.imports.find(({ name, path }) => name === undefined && path.split(/[-./_]/).includes(local));
  return like?.path ?? `?/${local}`;
}

const cache = new WeakMap<GoFile, ReadonlyMap<string, string>>();

function ownImports(module: GoModule, file: GoFile): ReadonlyMap<string, string> {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const { name, path } of file.imports) {
    const target = insideModule(module.path, path) ?? path;
    names.set(name ?? module.packages.get(target)?.name ?? usualName(path), target);
  }
  cache.set(file, names);
  return names;
}

/** The last part of a path that is no version, as package names go: `gopkg.in/yaml.v3`, `x/go-cmp/v2`. */
function usualName(path: string): string {
  const parts = path.split("/");
  const last = parts.length > 1 && /^v\d+$/.test(parts.at(-1) ?? "") ? parts.at(-2) : parts.at(-1);
  return (last ?? "")
    .replace(/\.v\d+$/, "")
    .replace(/^go-|-go$|\.go$/, "")
    .replaceAll("-", "_");
}

/** Packages whose names a file takes without a prefix. */
export function dotImports(module: GoModule, file: GoFile): readonly string[] {
  return file.imports.flatMap(({ name, path }) => (name === "." ? [insideModule(module.path, path) ?? path] : []));
}
