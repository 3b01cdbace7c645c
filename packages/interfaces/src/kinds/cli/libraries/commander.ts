/** commander: `new Command()`, `.command()`, `.option()`, `.argument()`. Source: commander's README. */
import type { Chain, Value } from "../../../syntax/value.ts";
import { callsOf, fieldOf, jsonOf, pathOf, positional, textOf, textsOf } from "../../../syntax/value.ts";
import { chainReader, type MethodCall } from "../chains.ts";
import type { ArgumentDraft, CommandDraft, OptionDraft } from "../draft.ts";
import { attachCommand, type Program, type SourceFile, startCommand, unread } from "../program.ts";
import { parseFlags, parseUsage } from "../usage.ts";

const ID = "commander";

export const commander = chainReader({
  id: ID,
  language: "javascript",
  mentions: /["'](?:@commander-js\/extra-typings|commander)["']/,
  telling: new Set(["requiredOption", "addOption", "addArgument"]),
  start(chain, file, program) {
    const imported = file.imports.get(chain.base);
    if (imported === undefined || !/^(?:@commander-js\/extra-typings|commander)$/.test(imported.module))
      return undefined;
    const [first] = callsOf(chain);
    const path = chain.links[0]?.kind === "member" ? chain.links[0].name : undefined;
    const isClass = imported.name === "Command" || path === "Command";
    if (isClass && first?.new === true)
      return {
        command: newCommand(
          first.args.map(({ value }) => value),
          chain,
          file,
          program,
        ),
        calls: 1,
      };
    if (imported.name === "createCommand" && first !== undefined)
      return {
        command: newCommand(
          first.args.map(({ value }) => value),
          chain,
          file,
          program,
        ),
        calls: 1,
      };
    const whole = imported.name === "*" || imported.name === "default";
    if (imported.name !== "program" && !(whole && path !== "Option" && path !== "Argument" && path !== "Command"))
      return undefined;
    return { command: program.shared(ID, () => startCommand(program, file, ID, chain.from, { root: true })), calls: 0 };
  },
  methods: {
    command,
    addCommand(command, { args, file, program }) {
      const [value] = positional(args);
      program.later(() => attachCommand(program, file, command, value));
      return undefined;
    },
    name: (command, { args }) => rename(command, textOf(args[0]?.value)),
    alias: (command, { args }) => void command.aliases.push(...texts(args[0]?.value)),
    aliases: (command, { args }) => void command.aliases.push(...texts(args[0]?.value)),
    description: (command, { args }) => void (command.doc ??= textOf(args[0]?.value)),
    summary: (command, { args }) => void (command.doc ??= textOf(args[0]?.value)),
    argument,
    arguments(command, call) {
      const text = textOf(call.args[0]?.value);
      if (text === undefined) unread(command, "arguments", call.line);
      else command.args.push(...parseUsage(text, call.line).args);
      return undefined;
    },
    addArgument(command, call) {
      const built = builtArgument(call.args[0]?.value, call.line);
      if (built === undefined) unread(command, "arguments", call.line);
      else command.args.push(built);
      return undefined;
    },
    option: (command, call) => addOption(command, call, false),
    requiredOption: (command, call) => addOption(command, call, true),
    addOption(command, call) {
      const built = builtOption(call.args[0]?.value, call.line);
      if (built === undefined) unread(command, "options", call.line);
      else command.options.push(built);
      return undefined;
    },
    version(command, { args, line }) {
      const flags = parseFlags(textOf(args[1]?.value) ?? "-V, --version");
      if (flags !== undefined && args.length > 0) command.options.push({ ...flags, line });
      return undefined;
    },
    parse: (command) => void (command.root = command.parent === undefined),
    parseAsync: (command) => void (command.root = command.parent === undefined),
  },
});

function newCommand([name]: readonly Value[], chain: Chain, file: SourceFile, program: Program): CommandDraft {
  const called = textOf(name);
  return startCommand(program, file, ID, chain.from, { name: called, root: called === undefined });
}

function rename(command: CommandDraft, name: string | undefined): undefined {
  if (name !== undefined) command.name = name;
}

function texts(value: Value | undefined): readonly string[] {
  const one = textOf(value);
  return one === undefined ? (textsOf(value) ?? []) : [one];
}

/** With a description as second argument it is a program of its own, and the chain goes on with the parent. */
function command(parent: CommandDraft, { args, line, file, program, to }: MethodCall): CommandDraft | undefined {
  const text = textOf(args[0]?.value);
  if (text === undefined) {
    unread(parent, "commands", line);
    return startCommand(program, file, ID, to, { name: "?", parent });
  }
  const { names, args: taken } = parseUsage(text, line);
  const doc = textOf(args[1]?.value);
  const child = startCommand(program, file, ID, args[0]?.value.from ?? to, { name: names[0], parent, doc });
  child.args.push(...taken);
  const config = args.find(({ value }) => value.kind === "record")?.value;
  child.hidden = jsonOf(fieldOf(config, "hidden")) === true || jsonOf(fieldOf(config, "noHelp")) === true;
  return doc === undefined ? child : undefined;
}

function argument(command: CommandDraft, { args, line }: MethodCall): undefined {
  const text = textOf(args[0]?.value);
  if (text === undefined) return unread(command, "arguments", line);
  const [given] = parseUsage(/^[<[]/.test(text) ? text : `<${text}>`, line).args;
  const fallback = jsonOf(args[3]?.value) ?? (args[2]?.value.kind === "literal" ? args[2].value.value : undefined);
  if (given !== undefined)
    command.args.push({ ...given, doc: textOf(args[1]?.value), ...(fallback !== undefined && { default: fallback }) });
  return undefined;
}

function addOption(command: CommandDraft, { args, line }: MethodCall, required: boolean): undefined {
  const [text, doc, third, fourth] = positional(args);
  const flags = parseFlags(textOf(text) ?? "");
  if (flags === undefined) return unread(command, "options", line);
  const parsed = third !== undefined && third.kind !== "literal" && third.kind !== "list";
  const fallback = jsonOf(parsed ? fourth : third);
  command.options.push({
    ...flags,
    required,
    type: flags.taking === "nothing" ? "boolean" : parsed ? parserType(third) : "string",
    ...(fallback !== undefined && { default: fallback }),
    doc: textOf(doc),
    line,
  });
  return undefined;
}

/** A function of the program reads the text; of JavaScript's own it is known what they take. */
function parserType(value: Value): string {
  return (
    { parseInt: "integer", parseFloat: "number", Number: "number", String: "string" }[pathOf(value) ?? ""] ?? "custom"
  );
}

/** `new Option("-x <y>").choices([…]).default(…)`. */
function builtOption(value: Value | undefined, line: number): OptionDraft | undefined {
  if (value?.kind !== "chain") return undefined;
  const [made, ...calls] = callsOf(value);
  const flags = parseFlags(textOf(made?.args[0]?.value) ?? "");
  if (flags === undefined || made?.new !== true) return undefined;
  const option: OptionDraft = {
    ...flags,
    type: flags.taking === "nothing" ? "boolean" : "string",
    doc: textOf(made.args[1]?.value),
    line,
  };
  for (const { method, args } of calls) {
    if (method === "choices") {
      option.choices = textsOf(args[0]?.value);
      if (option.choices === undefined) option.type = "custom";
    } else if (method === "default") option.default = jsonOf(args[0]?.value);
    else if (method === "makeOptionMandatory") option.required = true;
    else if (method === "hideHelp") option.hidden = true;
    else if (method === "argParser") option.type = args[0] === undefined ? "custom" : parserType(args[0].value);
  }
  return option;
}

function builtArgument(value: Value | undefined, line: number): ArgumentDraft | undefined {
  if (value?.kind !== "chain") return undefined;
  const [made, ...calls] = callsOf(value);
  const text = textOf(made?.args[0]?.value);
  if (text === undefined || made?.new !== true) return undefined;
  const [given] = parseUsage(/^[<[]/.test(text) ? text : `<${text}>`, line).args;
  if (given === undefined) return undefined;
  const argument: ArgumentDraft = { ...given, doc: textOf(made.args[1]?.value) };
  for (const { method, args } of calls) {
    if (method === "choices") argument.choices = textsOf(args[0]?.value);
    else if (method === "default") argument.default = jsonOf(args[0]?.value);
    else if (method === "argOptional") argument.required = false;
  }
  return argument;
}
