/** The commands that the files of a unit declare, found file after file, and what names mean in each. */
import type { Position, Value } from "../../syntax/value.ts";
import type { Language } from "../../syntax/language.ts";
import type { SourceText } from "../../syntax/source.ts";
import type { ImportedName } from "../../syntax/imports.ts";
import type { CommandDraft, Unread } from "./draft.ts";

export interface SourceFile {
  readonly source: SourceText;
  readonly digest: string;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** Names of this file that mean a command, each in the part of the file where it does. */
  readonly bindings: Binding[];
}

interface Binding extends Position {
  readonly name: string;
  readonly command: CommandDraft;
}

/** A library of command lines: what its declarations look like in source. One file each. */
export interface CliLibrary {
  readonly id: string;
  readonly language: Language;
  /** Cheap test of a text: only files that name the library are parsed. */
  readonly mentions: RegExp;
  read(file: SourceFile, program: Program): void;
}

export interface Program {
  readonly commands: CommandDraft[];
  /** The command that a name means at a place, here or in the file that it is imported from. */
  find(file: SourceFile, name: string, at: number): CommandDraft | undefined;
  /** Resolved when all files are read: a command that another file declares and names so. */
  later(attach: () => void): void;
  /** What a name of any file means: Go's packages, and names that come by ways not followed here. */
  anywhere(name: string): CommandDraft | undefined;
  /** What a name means in a folder of the given name, as Go's `package.Function()` says. */
  inFolder(folder: string, name: string): CommandDraft | undefined;
  /** One command for all files that say the same, such as the program that a library exports. */
  shared(key: string, make: () => CommandDraft): CommandDraft;
  /** Something is declared of which it is not seen for which command. */
  misplaced(library: string, file: SourceFile, line: number): void;
}

export interface CommandStart {
  readonly name?: string | undefined;
  readonly parent?: CommandDraft | undefined;
  readonly root?: boolean;
  readonly doc?: string | undefined;
}

export function startCommand(
  program: Program,
  file: SourceFile,
  library: string,
  at: number,
  start: CommandStart,
): CommandDraft {
  const command: CommandDraft = {
    name: start.name ?? "",
    parent: start.parent,
    root: start.root ?? false,
    library,
    path: file.source.path,
    digest: file.digest,
    line: file.source.lineAt(at),
    aliases: [],
    hidden: false,
    deprecated: false,
    doc: start.doc,
    options: [],
    args: [],
    unread: [],
  };
  program.commands.push(command);
  return command;
}

export function bind({ bindings }: SourceFile, name: string, { from, to }: Position, command: CommandDraft): void {
  bindings.push({ name, command, from, to });
}

export function unread(command: CommandDraft, what: Unread["what"], line: number): undefined {
  command.unread.push({ what, line });
}

/** The binding in the smallest part of the file, and of those the last. */
export function bindingAt({ bindings }: SourceFile, name: string, at: number): CommandDraft | undefined {
  let best: Binding | undefined;
  for (const one of bindings) {
    if (one.name !== name || at < one.from || at > one.to) continue;
    if (best === undefined || one.to - one.from <= best.to - best.from) best = one;
  }
  return best?.command;
}

/** Puts a command that a value names below another; its name may be said only here. */
export function attachCommand(
  program: Program,
  file: SourceFile,
  parent: CommandDraft,
  value: Value | undefined,
  name?: string,
): void {
  const base = value?.kind === "chain" ? value.base : "";
  const member = value?.kind === "chain" ? value.links.findLast((link) => link.kind === "member")?.name : undefined;
  const child = program.find(file, base, value?.from ?? 0) ?? program.anywhere(member ?? base);
  if (child === undefined || child === parent) {
    unread(parent, "commands", file.source.lineAt(value?.from ?? 0));
    return;
  }
  child.parent ??= parent;
  child.root = false;
  if (name !== undefined) child.name = name;
}
