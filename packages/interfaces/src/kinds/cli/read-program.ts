/** Reads the files of a unit in an order in which what is imported is read before who imports it. */
import { posix } from "node:path";
import { importsOf } from "../../syntax/imports.ts";
import { digestOfText } from "../../syntax/digest.ts";
import { type Language, languageOf } from "../../syntax/language.ts";
import { openSource } from "../../syntax/source.ts";
import type { Source } from "../../kind.ts";
import type { CommandDraft } from "./draft.ts";
import { libraries } from "./libraries.ts";
import { bindingAt, type Program, type SourceFile, startCommand, unread } from "./program.ts";

export interface Commands {
  readonly commands: readonly CommandDraft[];
  /** Files that are nested too deeply. */
  readonly unread: readonly Source[];
}

export function readCommands(sources: readonly Source[]): Commands {
  const files = new Map<string, SourceFile>();
  const unread: Source[] = [];
  for (const source of sources) {
    const language = languageOf(source.path);
    const file = language === undefined ? undefined : openFile(source, language);
    if (file !== undefined) files.set(source.path, file);
    else if (language !== undefined) unread.push(source);
  }
  const program = openProgram(files);
  for (const file of inOrder(files)) {
    const handedOn = librariesHandedTo(files, file);
    for (const library of libraries) {
      if (library.language !== file.source.language) continue;
      if (library.mentions.test(file.source.text) || handedOn.has(library.id)) library.read(file, program);
    }
  }
  program.finish();
  return { commands: program.commands, unread };
}

function openFile(source: Source, language: Language): SourceFile | undefined {
  const text = openSource(source, language);
  if (text === undefined) return undefined;
  return { source: text, digest: digestOfText(source.text), imports: importsOf(text), bindings: [] };
}

/** Depth first along imports; a cycle is entered where its first path comes. */
function inOrder(files: ReadonlyMap<string, SourceFile>): readonly SourceFile[] {
  const done = new Set<SourceFile>();
  const visit = (file: SourceFile, depth: number): void => {
    if (done.has(file) || depth > 500) return;
    done.add(file);
    for (const { module } of file.imports.values()) {
      const next = fileOf(files, file, module);
      if (next !== undefined) visit(next, depth + 1);
    }
    // Last, so that what it imports stands in front of it.
    done.delete(file);
    done.add(file);
  };
  const paths = [...files.keys()].sort();
  for (const path of paths) {
    const file = files.get(path);
    if (file !== undefined) visit(file, 0);
  }
  return [...done];
}

/** A file that imports a command, or shares a package of Go with it, declares on it without ever naming the library. */
function librariesHandedTo(files: ReadonlyMap<string, SourceFile>, file: SourceFile): ReadonlySet<string> {
  if (file.source.language === "go") {
    const folder = [...files.values()].filter(
      ({ source }) => posix.dirname(source.path) === posix.dirname(file.source.path),
    );
    return new Set(
      libraries.filter(({ mentions }) => folder.some(({ source }) => mentions.test(source.text))).map(({ id }) => id),
    );
  }
  const imported = [...file.imports.values()].map(({ module, name }) => importedFile(files, file, module, name));
  return new Set(imported.flatMap((one) => one?.bindings.map(({ command }) => command.library) ?? []));
}

const ENDINGS = [
  "",
  ".ts",
  ".tsx",
  ".js",
  ".mjs",
  ".cjs",
  ".mts",
  ".cts",
  ".py",
  "/index.ts",
  "/index.js",
  "/__init__.py",
];

/** The file that a relative import means; of Python's dotted names the one that ends so. */
function fileOf(
  files: ReadonlyMap<string, SourceFile>,
  { source }: SourceFile,
  module: string,
): SourceFile | undefined {
  if (source.language === "python") return pythonFile(files, source.path, module);
  if (!module.startsWith(".")) return undefined;
  const base = posix.join(posix.dirname(source.path), module);
  const plain = base.replace(/\.[cm]?jsx?$/, "");
  for (const ending of ENDINGS) {
    const found = files.get(base + ending) ?? files.get(plain + ending);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pythonFile(files: ReadonlyMap<string, SourceFile>, from: string, module: string): SourceFile | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const tail = module.slice(dots).replaceAll(".", "/");
  if (dots === 0) {
    const wanted = [`${tail}.py`, `${tail}/__init__.py`];
    const path = [...files.keys()].find((one) => wanted.some((end) => one === end || one.endsWith(`/${end}`)));
    return path === undefined ? undefined : files.get(path);
  }
  let folder = posix.dirname(from);
  for (let up = 1; up < dots; up++) folder = posix.dirname(folder);
  const base = posix.join(folder, tail);
  return files.get(`${base}.py`) ?? files.get(posix.join(base, "__init__.py"));
}

interface OpenProgram extends Program {
  /** Does what had to wait until every file was read. */
  finish(): void;
}

function openProgram(files: ReadonlyMap<string, SourceFile>): OpenProgram {
  const commands: CommandDraft[] = [];
  const waiting: (() => void)[] = [];
  const shared = new Map<string, CommandDraft>();
  const program: OpenProgram = {
    commands,
    find(file, name, at) {
      const here = bindingAt(file, name, at);
      if (here !== undefined || name === "") return here;
      if (file.source.language === "go") return inPackage(files, file, name);
      const imported = file.imports.get(name);
      const other = imported === undefined ? undefined : importedFile(files, file, imported.module, imported.name);
      if (imported === undefined || other === undefined || other === file) return undefined;
      return bindingAt(other, imported.name, 0) ?? bindingAt(other, name, 0);
    },
    anywhere(name) {
      for (const file of files.values()) {
        const found = bindingAt(file, name, 0);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    inFolder(folder, name) {
      const inside = [...files].filter(([path]) => posix.basename(posix.dirname(path)) === folder);
      return (
        inside.map(([, file]) => bindingAt(file, name, 0)).find((found) => found !== undefined) ??
        program.anywhere(name)
      );
    },
    later: (attach) => void waiting.push(attach),
    shared(key, make) {
      const known = shared.get(key) ?? make();
      shared.set(key, known);
      return known;
    },
    misplaced(library, file, line) {
      waiting.push(() => {
        const root =
          commands.find((one) => one.library === library && one.root) ??
          commands.find((one) => one.library === library);
        unread(root ?? startCommand(program, file, library, 0, { root: true }), "options", line);
      });
    },
    finish() {
      for (const attach of waiting) attach();
    },
  };
  return program;
}

/** Go's files of one folder share their names. */
function inPackage(files: ReadonlyMap<string, SourceFile>, file: SourceFile, name: string): CommandDraft | undefined {
  const folder = posix.dirname(file.source.path);
  for (const [path, other] of files) {
    const found = posix.dirname(path) === folder ? bindingAt(other, name, 0) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `from package import module` names a file, too. */
function importedFile(
  files: ReadonlyMap<string, SourceFile>,
  file: SourceFile,
  module: string,
  name: string,
): SourceFile | undefined {
  const found = fileOf(files, file, module);
  if (file.source.language !== "python" || name === "*") return found;
  return fileOf(files, file, module.endsWith(".") ? `${module}${name}` : `${module}.${name}`) ?? found;
}
