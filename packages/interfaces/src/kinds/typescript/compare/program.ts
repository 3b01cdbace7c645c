/** The compiler's view of both versions: virtual files, modules by the library's own links, opaque stubs. */
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import type * as TypeScript from "typescript-6";
import type { Linker } from "../link.ts";

export const STUBS = "/outside/";

const require = createRequire(import.meta.url);
let loaded: typeof TypeScript | undefined;

/** The compiler, loaded when it is first needed: most comparisons never do. */
export function compiler(): typeof TypeScript {
  loaded ??= require("typescript-6") as typeof TypeScript;
  return loaded;
}

/** Where a file of one version lies in the program. */
export function virtualPath(side: "before" | "after", path: string): string {
  return `/${side}/${path.replace(/(?:\.d)?\.([cm]?)[jt]sx?$/, "")}__.d.ts`;
}

const libraries = new Map<string, TypeScript.SourceFile | undefined>();

export interface ResolvedFile {
  readonly file: string;
  readonly extension: string;
}

/** A host over virtual files; only the language's own library is read from disk, once. */
export function standardHost(
  text: (path: string) => string | undefined,
  module: (containing: string, specifier: string) => ResolvedFile | undefined,
): TypeScript.CompilerHost {
  const ts = compiler();
  const folder = dirname(require.resolve("typescript-6"));
  return {
    fileExists: (path) => text(path) !== undefined,
    readFile: text,
    directoryExists: () => true,
    getDirectories: () => [],
    getCurrentDirectory: () => "/",
    getDefaultLibLocation: () => folder,
    getDefaultLibFileName: (options) => join(folder, ts.getDefaultLibFileName(options)),
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
    getSourceFile: (path, version) => {
      if (path.startsWith(`${folder}/`)) return libraryFile(path, version);
      const content = text(path);
      return content === undefined ? undefined : ts.createSourceFile(path, content, version);
    },
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map((literal) => {
        const found = module(containing, literal.text);
        return {
          resolvedModule:
            found === undefined
              ? undefined
              : { resolvedFileName: found.file, extension: found.extension, isExternalLibraryImport: false },
        };
      }),
  };
}

/** The language's own library is the same in every program. */
function libraryFile(
  path: string,
  version: TypeScript.ScriptTarget | TypeScript.CreateSourceFileOptions,
): TypeScript.SourceFile | undefined {
  const ts = compiler();
  if (!libraries.has(path)) {
    const content = ts.sys.readFile(path);
    libraries.set(path, content === undefined ? undefined : ts.createSourceFile(path, content, version));
  }
  return libraries.get(path);
}

export class CompilerHost {
  readonly checker: TypeScript.TypeChecker;
  private readonly program: TypeScript.Program;
  private readonly stubs: ReadonlyMap<string, string>;
  private readonly probes: ReadonlyMap<string, readonly string[]>;
  private readonly byPath = new Map<
    string,
    { readonly side: Linker; readonly name: "before" | "after"; readonly path: string }
  >();

  constructor(
    before: Linker,
    after: Linker,
    probes: ReadonlyMap<string, readonly string[]>,
    stubs: ReadonlyMap<string, string>,
  ) {
    this.probes = probes;
    this.stubs = stubs;
    for (const path of before.library.files.keys())
      this.byPath.set(virtualPath("before", path), { side: before, name: "before", path });
    for (const path of after.library.files.keys())
      this.byPath.set(virtualPath("after", path), { side: after, name: "after", path });
    const ts = compiler();
    const options: TypeScript.CompilerOptions = {
      target: ts.ScriptTarget.ESNext,
      lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      exactOptionalPropertyTypes: false,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    };
    this.program = ts.createProgram(
      [...probes.keys()],
      options,
      standardHost(
        (path) => this.text(path),
        (containing, specifier) => this.module(containing, specifier),
      ),
    );
    this.checker = this.program.getTypeChecker();
  }

  /** The two types of a probe. */
  types(file: string, name: string): { readonly old: TypeScript.Type; readonly new: TypeScript.Type } | undefined {
    const ts = compiler();
    const source = this.program.getSourceFile(file);
    const alias = source?.statements.findLast(
      (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === name,
    );
    if (alias === undefined || !ts.isTypeAliasDeclaration(alias) || !ts.isTypeLiteralNode(alias.type)) return undefined;
    const [old, next] = alias.type.members.map((member) =>
      ts.isPropertySignature(member) && member.type !== undefined
        ? this.checker.getTypeFromTypeNode(member.type)
        : undefined,
    );
    return old === undefined || next === undefined ? undefined : { old, new: next };
  }

  /** Whether every member of a probe's tuple is the literal 1. */
  fits(file: string, name: string): boolean {
    const ts = compiler();
    const alias = this.program
      .getSourceFile(file)
      ?.statements.findLast((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === name);
    if (alias === undefined || !ts.isTypeAliasDeclaration(alias) || !ts.isTupleTypeNode(alias.type)) return false;
    return alias.type.elements.every((element) => {
      const type = this.checker.getTypeFromTypeNode(element);
      return type.isNumberLiteral() && type.value === 1;
    });
  }

  private text(path: string): string | undefined {
    const probe = this.probes.get(path)?.join("\n");
    if (path.startsWith("/probe/")) return probe;
    if (path.startsWith(STUBS)) return this.stubs.get(path);
    const file = this.byPath.get(path);
    const digest = file?.side.library.files.get(file.path)?.digest;
    if (digest === undefined) return undefined;
    return probe === undefined ? digest.text : `${digest.text}\n${probe}\n`;
  }

  private module(containing: string, specifier: string): ResolvedFile | undefined {
    const path = this.modulePath(containing, specifier);
    return path === undefined ? undefined : { file: path, extension: ".d.ts" };
  }

  private modulePath(containing: string, specifier: string): string | undefined {
    if (containing.startsWith("/probe/")) return specifier;
    const file = this.byPath.get(containing);
    if (file === undefined) return undefined;
    const inside = file.side.library.files.get(file.path)?.modules[specifier];
    if (inside !== undefined) return virtualPath(file.name, inside);
    const stub = stubPath(specifier);
    return this.stubs.has(stub) ? stub : undefined;
  }
}

function stubPath(specifier: string): string {
  return `${STUBS}${encodeURIComponent(specifier)}.d.ts`;
}

interface StubNames extends Map<string, StubNames> {}

/** A module of opaque types for each module from outside: each name is a type of its own, like to nothing else. */
export function externalStubs(before: Linker, after: Linker): ReadonlyMap<string, string> {
  const modules = new Map<string, StubNames>();
  for (const links of [before, after]) {
    for (const file of links.library.files.values()) {
      for (const [local, { from, name }] of Object.entries(file.digest.imports)) {
        if (file.modules[from] !== undefined) continue;
        const names = moduleOf(modules, from);
        const qualified = [
          ...file.digest.text.matchAll(
            new RegExp(`(?<![\\w$.])${local.replaceAll("$", "\\$")}((?:\\.[A-Za-z_$][\\w$]*)+)`, "g"),
          ),
        ].map((match) => (match[1] ?? "").slice(1).split("."));
        const root = name === "*" || name === "=" ? names : child(names, name);
        for (const path of qualified.slice(0, 2_000)) path.reduce(child, root);
      }
      for (const { from, local } of file.digest.exports) {
        if (from !== undefined && file.modules[from] === undefined && local !== "*")
          child(moduleOf(modules, from), local);
      }
    }
  }
  return new Map([...modules].map(([specifier, names]) => [stubPath(specifier), stubText(specifier, names)]));
}

function moduleOf(modules: Map<string, StubNames>, specifier: string): StubNames {
  const known = modules.get(specifier);
  if (known !== undefined) return known;
  const names: StubNames = new Map();
  modules.set(specifier, names);
  return names;
}

function child(names: StubNames, name: string): StubNames {
  const known = names.get(name);
  if (known !== undefined) return known;
  const next: StubNames = new Map();
  names.set(name, next);
  return next;
}

function stubText(path: string, names: StubNames): string {
  const lines = ['interface __None { readonly "~none": never }', "export {};"];
  for (const [name, inner] of names) lines.push(...opaque(path, name, inner, "export "));
  return lines.join("\n");
}

function opaque(path: string, name: string, inner: StubNames, head: string): string[] {
  const identifier = name === "default" ? "__default" : name;
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(identifier)) return [];
  const own = `${path}#${name}`;
  const ambient = head === "" ? "" : "declare ";
  const lines = [
    `${name === "default" ? "" : head}${ambient}class ${identifier}<A = __None, B = __None, C = __None, D = __None, E = __None, F = __None> { constructor(...values: any[]); readonly ${JSON.stringify(`~${own}`)}: [(a: A) => A, (b: B) => B, (c: C) => C, (d: D) => D, (e: E) => E, (f: F) => F]; }`,
  ];
  if (inner.size > 0) {
    lines.push(`${name === "default" ? "" : head}${ambient}namespace ${identifier} {`);
    for (const [next, deeper] of inner) lines.push(...opaque(own, next, deeper, ""));
    lines.push("}");
  }
  if (name === "default") lines.push("export { __default as default };");
  return lines;
}
