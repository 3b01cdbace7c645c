/** click: functions made commands by `@click.command()`, `@group.command()`, `@click.option()`. Source: click's documentation. */
import {
  type Argument,
  callsOf,
  jsonOf,
  keyword,
  pathOf,
  positional,
  textOf,
  textsOf,
  type Value,
} from "../../../syntax/value.ts";
import { keepName } from "../chains.ts";
import { type DecoratedFunction, decoratedFunctions, type Decorator } from "../decorators.ts";
import { type ArgumentDraft, type CommandDraft, kebab, type OptionDraft } from "../draft.ts";
import {
  attachCommand,
  bind,
  type CliLibrary,
  type Program,
  type SourceFile,
  startCommand,
  unread,
} from "../program.ts";

const ID = "click";

export const click: CliLibrary = {
  id: ID,
  language: "python",
  mentions: /\b(?:rich_)?click\b/,
  read(file, program) {
    readGroups(file, program);
    for (const one of decoratedFunctions(file.source)) readFunction(one, file, program);
    readAdded(file, program);
  },
};

/** What a decorator is of click's own, `option` of `@click.option` or of `@option`. */
function nameInClick({ base, path }: Decorator, file: SourceFile): string | undefined {
  const imported = file.imports.get(base);
  if (imported === undefined || !/^(?:rich_)?click(?:\.|$)/.test(imported.module)) return undefined;
  return imported.name === "*" || path.length > 0 ? path.at(-1) : imported.name;
}

function readFunction(one: DecoratedFunction, file: SourceFile, program: Program): void {
  const made = one.decorators.find((decorator) => isCommand(decorator, file, program));
  if (made === undefined) return;
  const args = made.args ?? [];
  const name =
    textOf(positional(args)[0]) ??
    textOf(keyword(args, "name")) ??
    kebab(one.name).replace(/-(?:command|cmd|group|grp)$/, "");
  const parent = program.find(file, made.base, made.from);
  const command = startCommand(program, file, ID, one.node.from, {
    name,
    parent,
    root: false,
    doc: textOf(keyword(args, "help")) ?? textOf(keyword(args, "short_help")) ?? one.doc,
  });
  command.hidden = jsonOf(keyword(args, "hidden")) === true;
  command.deprecated = keyword(args, "deprecated") !== undefined && jsonOf(keyword(args, "deprecated")) !== false;
  bind(file, one.name, file.source.tree.topNode, command);
  for (const decorator of one.decorators) if (decorator !== made) readDecorator(command, decorator, file);
}

function isCommand(decorator: Decorator, file: SourceFile, program: Program): boolean {
  const own = nameInClick(decorator, file);
  if (own !== undefined) return own === "command" || own === "group";
  const last = decorator.path.at(-1);
  if (last !== "command" && last !== "group") return false;
  return program.find(file, decorator.base, decorator.from) !== undefined;
}

function readDecorator(command: CommandDraft, decorator: Decorator, file: SourceFile): void {
  const line = file.source.lineAt(decorator.from);
  const own = nameInClick(decorator, file);
  const args = decorator.args ?? [];
  // A decorator of the program's own may bring options with it.
  if (own === undefined)
    return void (file.imports.get(decorator.base)?.module === "functools" || unread(command, "options", line));
  if (own === "option") {
    const option = optionOf(args, line);
    if (option === undefined) unread(command, "options", line);
    else command.options.push(option);
  } else if (own === "argument") {
    const argument = argumentOf(args, line);
    if (argument === undefined) unread(command, "arguments", line);
    else command.args.push(argument);
  } else if (own === "version_option") command.options.push({ flags: ["--version"], taking: "nothing", line });
}

function optionOf(args: readonly Argument[], line: number): OptionDraft | undefined {
  const names = positional(args).map(textOf);
  const flags = names.flatMap((name) =>
    name?.startsWith("-") === true ? name.split("/").map((one) => one.trim()) : [],
  );
  if (names.includes(undefined) || flags.length === 0 || args.some(({ spread }) => spread === true)) return undefined;
  const is = (name: string) => jsonOf(keyword(args, name)) === true;
  const type = typeOf(keyword(args, "type"), keyword(args, "default"));
  const fallback = jsonOf(keyword(args, "default"));
  const flag =
    is("is_flag") ||
    is("count") ||
    keyword(args, "flag_value") !== undefined ||
    flags.length > names.filter((name) => name?.startsWith("-")).length ||
    (typeof fallback === "boolean" && keyword(args, "type") === undefined);
  return {
    flags,
    taking: flag ? "nothing" : Number(jsonOf(keyword(args, "nargs")) ?? 1) > 1 ? "many" : "one",
    repeatable: is("multiple") || is("count"),
    required: is("required") && fallback === undefined,
    ...(flag ? { type: "boolean" } : type),
    default: fallback,
    hidden: is("hidden"),
    deprecated: keyword(args, "deprecated") !== undefined,
    doc: textOf(keyword(args, "help")),
    line,
  };
}

function argumentOf(args: readonly Argument[], line: number): ArgumentDraft | undefined {
  const name = textOf(positional(args)[0]);
  if (name === undefined || args.some(({ spread }) => spread === true)) return undefined;
  const nargs = Number(jsonOf(keyword(args, "nargs")) ?? 1);
  const fallback = jsonOf(keyword(args, "default"));
  const required = keyword(args, "required");
  return {
    name,
    required: required === undefined ? fallback === undefined && nargs !== -1 : jsonOf(required) === true,
    variadic: nargs === -1 || nargs > 1,
    ...typeOf(keyword(args, "type"), keyword(args, "default")),
    default: fallback,
    line,
  };
}

function typeOf(
  type: Value | undefined,
  fallback: Value | undefined,
): { readonly type: string; readonly choices?: readonly string[] } {
  if (type === undefined) {
    const value = jsonOf(fallback);
    if (typeof value === "number") return { type: Number.isInteger(value) ? "integer" : "number" };
    return { type: "string" };
  }
  const [call] = type.kind === "chain" ? callsOf(type) : [];
  const path = type.kind === "chain" ? (type.links.find((link) => link.kind === "member")?.name ?? type.base) : "";
  if (path === "Choice" && call !== undefined) {
    const choices = textsOf(positional(call.args)[0]);
    return choices === undefined ? { type: "custom" } : { type: "string", choices };
  }
  const name = path === "" ? pathOf(type) : path;
  return { type: TYPES[name ?? ""] ?? "custom" };
}

const TYPES: Readonly<Record<string, string>> = {
  int: "integer",
  INT: "integer",
  IntRange: "integer",
  float: "number",
  FLOAT: "number",
  FloatRange: "number",
  str: "string",
  STRING: "string",
  bool: "boolean",
  BOOL: "boolean",
  Path: "path",
  File: "path",
  UUID: "uuid",
  DateTime: "date",
};

/** `cli = click.Group()` and `cli = click.Group("name")`. */
function readGroups(file: SourceFile, program: Program): void {
  eachCall(file, (chain, node) => {
    const [first] = callsOf(chain);
    if (
      first === undefined ||
      nameInClick({ base: chain.base, path: first.method === "" ? [] : [first.method], from: chain.from }, file) !==
        "Group"
    )
      return;
    const name = textOf(positional(first.args)[0]) ?? textOf(keyword(first.args, "name"));
    keepName(node, file, startCommand(program, file, ID, chain.from, { name, root: false }), true);
  });
}

/** `cli.add_command(other, "name")`. */
function readAdded(file: SourceFile, program: Program): void {
  eachCall(file, (chain) => {
    for (const { method, args } of callsOf(chain)) {
      if (method !== "add_command") continue;
      const parent = program.find(file, chain.base, chain.from);
      const [value, named] = positional(args);
      const name = textOf(named) ?? textOf(keyword(args, "name"));
      if (parent === undefined || value === undefined) continue;
      program.later(() => attachCommand(program, file, parent, value, name));
    }
  });
}

function eachCall(
  file: SourceFile,
  visit: (chain: Extract<Value, { kind: "chain" }>, node: Parameters<typeof keepName>[0]) => void,
): void {
  file.source.tree.iterate({
    enter({ node }) {
      if (node.name !== "CallExpression") return;
      const value = file.source.valueOf(node);
      if (value.kind === "chain") visit(value, node);
    },
  });
}
