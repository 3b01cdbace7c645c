/** The elements of a command line: commands, options, arguments, and what can't be read. */
import type { Json, ShapedElement } from "../../kind.ts";
import { element } from "../../promise.ts";
import {
  type ArgumentDraft,
  type CommandDraft,
  type OptionDraft,
  optionName,
  pathOfCommand,
  type Unread,
} from "./draft.ts";

export function elementsOf(commands: readonly CommandDraft[], folder: string): ShapedElement[] {
  const parents = new Set(commands.map(({ parent }) => parent));
  const isRoot = (one: CommandDraft) =>
    one.parent === undefined &&
    (one.root || parents.has(one) || commands.filter(({ parent }) => parent === undefined).length === 1);
  const roots = commands.filter((one) => isRoot(one) && promisesAnything(one, parents));
  const found = new Map<string, ShapedElement>();
  for (const command of commands) {
    const path = pathOfCommand(command);
    const [top] = path;
    if (top === undefined || (isRoot(top) && !roots.includes(top))) continue;
    const names = (isRoot(top) ? path.slice(1) : path).map(({ name }) => name).filter((name) => name !== "");
    if (names.includes("?")) continue;
    const several = isRoot(top) && roots.length > 1;
    const suffix = several ? ` @${rootName(top, roots, folder)}` : "";
    for (const one of commandElements(command, names, suffix)) if (!found.has(one.id)) found.set(one.id, one);
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A root that nobody declared anything on, such as the library's own program that is imported beside another. */
function promisesAnything(one: CommandDraft, parents: ReadonlySet<CommandDraft | undefined>): boolean {
  return one.options.length + one.args.length + one.unread.length > 0 || parents.has(one) || one.name !== "";
}

/** Its own name where no other root has it, else its file. */
function rootName({ name, path }: CommandDraft, roots: readonly CommandDraft[], folder: string): string {
  if (name !== "" && roots.filter((one) => one.name === name).length === 1) return name;
  return folder === "" ? path : path.slice(folder.length + 1);
}

function commandElements(command: CommandDraft, names: readonly string[], suffix: string): ShapedElement[] {
  const { path } = command;
  const at = names.join(" ");
  const called = command.name === "?" ? "" : command.name;
  const spaced = at === "" ? "" : ` ${at}`;
  const stability = command.deprecated || command.hidden ? ("deprecated" as const) : ("stable" as const);
  const own = element({
    id: `command${spaced}${suffix}`,
    kind: "command",
    name: at === "" ? called || "the program" : at,
    signature: [at === "" ? called || "program" : at, ...command.args.map(argumentText)].join(" "),
    structure: { aliases: [...new Set(command.aliases)].sort() },
    stability,
    doc: command.doc,
    rule: `cli.${command.library}`,
    path,
    line: command.line,
  });
  const options = command.options.map((option) => optionElement(command, option, spaced, suffix));
  const args = command.args.map((argument, index) => argumentElement(command, argument, index, spaced, suffix));
  return [own, ...options, ...args, ...unreadElements(command, spaced, suffix)];
}

function optionElement(
  { library, path }: CommandDraft,
  option: OptionDraft,
  spaced: string,
  suffix: string,
): ShapedElement {
  const name = optionName(option);
  const fallback = option.default;
  return element({
    id: `option${spaced} ${name}${suffix}`,
    kind: "option",
    name: `${spaced.trimStart()} ${name}`.trimStart(),
    signature: optionText(option),
    structure: {
      flags: [...new Set(option.flags)].sort(),
      taking: option.taking,
      repeatable: option.repeatable ?? false,
      // With a default it need not be given, whatever else is said.
      required: option.required === true && fallback === undefined,
      type: option.type ?? "string",
      inherited: option.inherited ?? false,
      ...(option.choices === undefined ? {} : { choices: [...option.choices].sort() }),
      ...(fallback === undefined || fallback === null ? {} : { default: fallback }),
    } satisfies Json,
    stability: option.deprecated === true || option.hidden === true ? "deprecated" : "stable",
    doc: option.doc,
    rule: `cli.${library}`,
    path,
    line: option.line,
  });
}

function argumentElement(
  { library, path }: CommandDraft,
  argument: ArgumentDraft,
  index: number,
  spaced: string,
  suffix: string,
): ShapedElement {
  const fallback = argument.default;
  return element({
    // Arguments are told apart by their place: the name is for the reader of the help alone.
    id: `argument${spaced} ${index + 1}${suffix}`,
    kind: "argument",
    name: `${spaced.trimStart()} ${argumentText(argument)}`.trimStart(),
    signature: argumentText(argument),
    structure: {
      required: argument.required,
      variadic: argument.variadic,
      type: argument.type ?? "string",
      ...(argument.choices === undefined ? {} : { choices: [...argument.choices].sort() }),
      ...(fallback === undefined || fallback === null ? {} : { default: fallback }),
    } satisfies Json,
    doc: argument.doc,
    rule: `cli.${library}`,
    path,
    line: argument.line,
  });
}

/** One for each sort of thing, however much of it can't be read: its signature changes with the file. */
function unreadElements(command: CommandDraft, spaced: string, suffix: string): ShapedElement[] {
  const kinds = new Map<Unread["what"], number>();
  for (const { what, line } of command.unread) if (!kinds.has(what)) kinds.set(what, line);
  return [...kinds].map(([what, line]) =>
    element({
      id: `further ${what}${spaced}${suffix}`,
      kind: "unread",
      name: `${spaced.trimStart()} further ${what}`.trimStart(),
      signature: `${what} that only running it would tell (source ${command.digest.slice(0, 8)})`,
      rule: `cli.${command.library}`,
      path: command.path,
      line,
    }),
  );
}

function argumentText({ name, required, variadic }: ArgumentDraft): string {
  const inner = `${name}${variadic ? "..." : ""}`;
  return required ? `<${inner}>` : `[${inner}]`;
}

function optionText({ flags, taking, type, choices, default: fallback, required }: OptionDraft): string {
  const what = choices === undefined ? (type ?? "string") : choices.join("|");
  const value = { nothing: "", perhaps: ` [${what}]`, one: ` <${what}>`, many: ` <${what}...>` }[taking];
  const tail =
    fallback === undefined || fallback === null
      ? required === true
        ? " (required)"
        : ""
      : ` = ${JSON.stringify(fallback)}`;
  return `${[...flags].join(", ")}${value}${tail}`;
}
