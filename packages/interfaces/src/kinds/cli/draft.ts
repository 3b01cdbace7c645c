/** Commands as readers of parser libraries find them, before they become elements. */
import type { Json } from "../../kind.ts";

/** What comes after an option; `many` takes all that follow. */
export type Taking = "nothing" | "perhaps" | "one" | "many";

export interface OptionDraft {
  /** Every spelling, dashes included. */
  flags: readonly string[];
  taking: Taking;
  /** May be given several times. */
  repeatable?: boolean;
  required?: boolean;
  /** `string`, `number`, `integer`, `boolean`, `path`; `custom` where code of the program reads it. */
  type?: string;
  choices?: readonly string[] | undefined;
  default?: Json | undefined;
  /** Counts for every command below, too. */
  inherited?: boolean;
  hidden?: boolean;
  deprecated?: boolean;
  doc?: string | undefined;
  line: number;
}

export interface ArgumentDraft {
  name: string;
  required: boolean;
  variadic: boolean;
  type?: string;
  choices?: readonly string[] | undefined;
  default?: Json | undefined;
  doc?: string | undefined;
  line: number;
}

/** Something is declared here, and what it is only running the program would tell. */
export interface Unread {
  readonly what: "arguments" | "commands" | "options";
  readonly line: number;
}

export interface CommandDraft {
  name: string;
  parent: CommandDraft | undefined;
  /** The whole command line of a program, or one that can be called so on its own. */
  root: boolean;
  readonly library: string;
  readonly path: string;
  /** Of the file that declares it: what can't be read may have changed with it. */
  readonly digest: string;
  line: number;
  aliases: string[];
  hidden: boolean;
  deprecated: boolean;
  doc: string | undefined;
  options: OptionDraft[];
  args: ArgumentDraft[];
  unread: Unread[];
}

/** From the root's first command on; a cycle, which no program runs with, ends it. */
export function pathOfCommand(command: CommandDraft): readonly CommandDraft[] {
  const path: CommandDraft[] = [];
  for (let at: CommandDraft | undefined = command; at !== undefined && !path.includes(at); at = at.parent)
    path.unshift(at);
  return path;
}

/** The name that an option goes by: its first long spelling that doesn't say no, else its first. */
export function optionName({ flags }: Pick<OptionDraft, "flags">): string {
  return (
    flags.find((flag) => flag.startsWith("--") && !flag.startsWith("--no-")) ??
    flags.find((flag) => flag.startsWith("--")) ??
    flags[0] ??
    ""
  );
}

/** `someName` and `some_name` as command lines spell it. */
export function kebab(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}

/** `-x` or `--xx`, by the length of the name. */
export function dashed(name: string): string {
  if (name.startsWith("-")) return name;
  return name.length === 1 ? `-${name}` : `--${name}`;
}
