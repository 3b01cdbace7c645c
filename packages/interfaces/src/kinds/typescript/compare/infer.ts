/**
 * Declarations that only the compiler can infer: its own emit takes the place of the cheap digest, for
 * the files that need it and for both versions alike.
 *
 * Modules from outside are not there, so what depends on them comes out as `any`. An emitted declaration
 * with an `any` that its source did not write stays of unknown shape: never a guess.
 */
import type * as TypeScript from "typescript-6";
import { digestFiles } from "../digests.ts";
import type { FileDigest } from "../file-digest.ts";
import { assemble, closureHash } from "../library.ts";
import type { Library, LibraryFile } from "../library.ts";
import type { Declaration } from "../structure.ts";
import { withoutMeta } from "../structure.ts";
import { compiler, standardHost } from "./program.ts";

export interface Inferred {
  readonly before: Library;
  readonly after: Library;
  /** Files that only the compiler understands and that depend on nothing that changed: the same in both. */
  readonly settled: ReadonlySet<string>;
}

/** Both libraries with inferred declarations, for the files where those can have changed. */
export function inferLibraries(before: Library, after: Library): Inferred {
  const settled = new Set<string>();
  for (const { path, source } of before.files.values()) {
    if (source === undefined || after.files.get(path)?.source === undefined) continue;
    if (closureHash(before, path) === closureHash(after, path)) settled.add(path);
  }
  return { before: infer(before, settled), after: infer(after, settled), settled };
}

/** The library with declarations as the compiler infers them; the settled files are left as they are. */
function infer(library: Library, settled: ReadonlySet<string> = new Set()): Library {
  const wanted = [...library.files.values()].filter((file) => file.source !== undefined && !settled.has(file.path));
  return wanted.length === 0 ? library : emitAll(library, wanted);
}

function emitAll(library: Library, wanted: readonly LibraryFile[]): Library {
  const emitted = emit(library, wanted);
  const inputs = wanted.map((file) => ({
    path: `${file.path.replace(/\.[cm]?[jt]sx?$/, "")}.d.ts`,
    text: emitted.get(file.path) ?? "",
  }));
  const files = new Map(library.files);
  for (const [index, digest] of digestFiles(inputs).entries()) {
    const file = wanted[index];
    if (file === undefined || inputs[index]?.text === "") continue;
    files.set(file.path, { ...file, digest: keepUnknown(file.digest, digest) });
  }
  return assemble(library.manifest, files, library.entries, library.problems);
}

/** Lines and comments stay those of the cheap digest; what came out as `any` without being written so stays unknown. */
function keepUnknown(cheap: FileDigest, exact: FileDigest): FileDigest {
  const declarations: Record<string, readonly Declaration[]> = {};
  for (const [name, list] of Object.entries(exact.declarations)) {
    const before = Object.hasOwn(cheap.declarations, name) ? (cheap.declarations[name] ?? []) : [];
    const doubtful =
      (before.length === 0 || before.some((item) => item.inferred === true)) &&
      anys(list) > anys(before.filter((item) => item.kind === list[0]?.kind));
    declarations[name] = list.map((item, index) => ({
      ...item,
      ...(doubtful && { inferred: true as const }),
      ...(before[index]?.meta !== undefined && { meta: before[index].meta }),
    }));
  }
  return {
    ...exact,
    declarations,
    ...(cheap.untyped === true && {
      exports: cheap.exports.length > exact.exports.length ? cheap.exports : exact.exports,
    }),
  };
}

function anys(list: readonly Declaration[]): number {
  return JSON.stringify(withoutMeta(list)).match(/\bany\b/g)?.length ?? 0;
}

function emit(library: Library, wanted: readonly LibraryFile[]): ReadonlyMap<string, string> {
  const ts = compiler();
  const paths = new Map<string, LibraryFile>();
  for (const file of library.files.values()) paths.set(sourcePath(file), file);
  const text = (path: string): string | undefined => {
    const file = paths.get(path);
    return file?.source ?? file?.digest.text;
  };
  const module = (
    containing: string,
    specifier: string,
  ): { readonly file: string; readonly extension: string } | undefined => {
    const inside = paths.get(containing)?.modules[specifier];
    const file = inside === undefined ? undefined : library.files.get(inside);
    if (file === undefined) return undefined;
    const at = sourcePath(file);
    return { file: at, extension: /(?:\.d)?\.[cm]?[jt]sx?$/.exec(at)?.[0] ?? ".ts" };
  };
  const options: TypeScript.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    strict: true,
    allowJs: true,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    // Only what the declarations need is inferred; bodies are not checked.
    noCheck: true,
    skipLibCheck: true,
    types: [],
    outDir: "/out",
    rootDir: "/",
  };
  const program = ts.createProgram(wanted.map(sourcePath), options, standardHost(text, module));
  const emitted = new Map<string, string>();
  for (const file of wanted) {
    const source = program.getSourceFile(sourcePath(file));
    if (source === undefined) continue;
    program.emit(
      source,
      (name, content) => {
        if (/\.d\.[cm]?ts$/.test(name)) emitted.set(file.path, content);
      },
      undefined,
      true,
    );
  }
  return emitted;
}

/** A file that is read as declarations gets a name that says so. */
function sourcePath(file: LibraryFile): string {
  const declared = /\.d\.[cm]?ts$/.test(file.path);
  return file.source !== undefined || declared ? `/${file.path}` : `/${file.path.replace(/\.[cm]?[jt]sx?$/, "")}.d.ts`;
}
