/** yargs: `.command(usage, doc, builder)`, `.option(key, …)`, `.positional()`. Source: yargs' API documentation. */
import { callsOf, fieldOf, jsonOf, textOf, textsOf, type Value } from "../../../syntax/value.ts";
import { bindParameter, chainReader, type MethodCall } from "../chains.ts";
import { type CommandDraft, dashed, kebab, type OptionDraft, optionName } from "../draft.ts";
import { startCommand, unread } from "../program.ts";
import { parseUsage } from "../usage.ts";

const ID = "yargs";

export const yargs = chainReader({
  id: ID,
  language: "javascript",
  mentions: /["']yargs(?:\/yargs)?["']/,
  telling: new Set(["demandCommand", "positional"]),
  start(chain, file, program) {
    const module =
      file.imports.get(chain.base)?.module ??
      /^require\(["'](yargs(?:\/yargs)?)["']\)/.exec(file.source.text.slice(chain.from, chain.from + 40))?.[1];
    if (module === undefined || !/^yargs(?:\/yargs)?$/.test(module) || file.imports.get(chain.base)?.name === "hideBin")
      return undefined;
    const leading = callsOf(chain).findIndex(({ method }) => method !== "");
    const command = program.shared(ID, () => startCommand(program, file, ID, chain.from, { root: true }));
    return { command, calls: leading < 0 ? callsOf(chain).length : leading };
  },
  methods: {
    command,
    commandDir: (at, { line }) => unread(at, "commands", line),
    option: options,
    options,
    positional(at, { args, line }) {
      const name = textOf(args[0]?.value);
      const known = at.args.find((one) => one.name === name);
      if (name === undefined || args[1] === undefined) return unread(at, "arguments", line);
      const given = optionOf(name, args[1].value, line);
      if (given === undefined) return unread(at, "arguments", line);
      const argument = known ?? { name, required: false, variadic: false, line };
      if (known === undefined) at.args.push(argument);
      Object.assign(argument, { type: given.type, choices: given.choices, default: given.default, doc: given.doc });
      if (given.required === true) argument.required = true;
      return undefined;
    },
    alias(at, { args }) {
      const keys = fields(args[0]?.value) ?? [[textOf(args[0]?.value), args[1]?.value] as const];
      for (const [key, value] of keys) {
        const option = key === undefined ? undefined : ensure(at, key, args[0]?.value.from ?? 0);
        if (option !== undefined) option.flags = [...option.flags, ...texts(value).map((one) => dashed(kebab(one)))];
      }
      return undefined;
    },
    boolean: (at, call) => typed(at, call, "boolean"),
    string: (at, call) => typed(at, call, "string"),
    number: (at, call) => typed(at, call, "number"),
    count: (at, call) => typed(at, call, "boolean"),
    array: (at, call) => typed(at, call, "array"),
    demandOption(at, call) {
      for (const option of optionsOf(at, call)) option.required = true;
      return undefined;
    },
    default(at, { args }) {
      const pairs = fields(args[0]?.value) ?? [[textOf(args[0]?.value), args[1]?.value] as const];
      for (const [key, value] of pairs) if (key !== undefined) ensure(at, key, at.line).default = jsonOf(value);
      return undefined;
    },
    choices(at, { args, line }) {
      const key = textOf(args[0]?.value);
      if (key !== undefined) ensure(at, key, line).choices = textsOf(args[1]?.value);
      return undefined;
    },
    describe(at, { args, line }) {
      const key = textOf(args[0]?.value);
      if (key !== undefined) ensure(at, key, line).doc = textOf(args[1]?.value);
      return undefined;
    },
    hide(at, call) {
      for (const option of optionsOf(at, call)) option.hidden = true;
      return undefined;
    },
    deprecateOption(at, call) {
      for (const option of optionsOf(at, call)) option.deprecated = true;
      return undefined;
    },
  },
});

function fields(value: Value | undefined): (readonly [string, Value])[] | undefined {
  return value?.kind === "record" ? value.fields.map((field) => [field.name, field.value] as const) : undefined;
}

function texts(value: Value | undefined): readonly string[] {
  const one = textOf(value);
  return one === undefined ? (textsOf(value) ?? []) : [one];
}

function command(parent: CommandDraft, { args, file, program, line, to }: MethodCall): undefined {
  const [first, second, third] = args.map(({ value }) => value);
  const module = first?.kind === "record" ? first : undefined;
  const usages = texts(module === undefined ? first : fieldOf(module, "command"));
  const [usage] = usages;
  if (usage === undefined) return unread(parent, "commands", line);
  const { names, args: taken } = parseUsage(usage, line);
  const doc = module === undefined ? textOf(second) : textOf(fieldOf(module, "describe") ?? fieldOf(module, "desc"));
  const hidden = (module === undefined ? second : fieldOf(module, "describe"))?.kind === "literal" && doc === undefined;
  // `$0` is what runs without a command: its options are the program's own.
  const child =
    names[0] === "$0" || names.length === 0
      ? parent
      : startCommand(program, file, ID, first?.from ?? to, { name: names[0], parent, doc });
  child.args.push(...taken);
  child.aliases.push(
    ...usages.slice(1).map((one) => parseUsage(one, line).names[0] ?? ""),
    ...texts(fieldOf(module, "aliases")),
  );
  if (child !== parent && hidden) child.hidden = true;
  if (fieldOf(module, "deprecated") !== undefined) child.deprecated = true;
  const builder = module === undefined ? third : fieldOf(module, "builder");
  if (builder?.kind === "record") addOptions(child, builder, line);
  else if (builder?.kind === "function") bindParameter(builder, file, child);
  else if (builder !== undefined) unread(child, "options", line);
  return undefined;
}

function options(at: CommandDraft, { args, line }: MethodCall): undefined {
  const key = textOf(args[0]?.value);
  const value = args[key === undefined ? 0 : 1]?.value;
  if (key === undefined) return value?.kind === "record" ? addOptions(at, value, line) : unread(at, "options", line);
  const option =
    value === undefined
      ? { flags: [dashed(kebab(key))], taking: "perhaps" as const, line }
      : optionOf(key, value, line);
  if (option === undefined) unread(at, "options", line);
  else put(at, option);
  return undefined;
}

function addOptions(at: CommandDraft, record: Value, line: number): undefined {
  if (record.kind !== "record") return undefined;
  if (!record.complete) unread(at, "options", line);
  for (const { name, value } of record.fields) {
    const option = optionOf(name, value, line);
    if (option === undefined) unread(at, "options", line);
    else put(at, option);
  }
  return undefined;
}

/** Named twice, an option is still one: the later says more. */
function put(at: CommandDraft, option: OptionDraft): void {
  const known = at.options.find((one) => optionName(one) === optionName(option));
  if (known === undefined) at.options.push(option);
  else Object.assign(known, option, { flags: [...new Set([...known.flags, ...option.flags])] });
}

function optionOf(key: string, value: Value, line: number): OptionDraft | undefined {
  if (value.kind !== "record") return undefined;
  const is = (name: string) => jsonOf(fieldOf(value, name)) === true;
  const kind = textOf(fieldOf(value, "type")) ?? ["array", "boolean", "count", "number", "string"].find(is);
  const demand = ["demandOption", "demand", "required", "require"].map((name) => jsonOf(fieldOf(value, name)));
  const choices = fieldOf(value, "choices");
  return {
    flags: [key, ...texts(fieldOf(value, "alias"))].map((one) => dashed(kebab(one))),
    ...kindOf(kind, is("array")),
    required: demand.some((one) => one === true || typeof one === "string"),
    choices: textsOf(choices),
    ...(choices !== undefined && textsOf(choices) === undefined && { type: "custom" }),
    ...(fieldOf(value, "coerce") !== undefined && { type: "custom" }),
    default: jsonOf(fieldOf(value, "default")),
    hidden: is("hidden"),
    deprecated: fieldOf(value, "deprecated") !== undefined || fieldOf(value, "deprecate") !== undefined,
    doc: textOf(fieldOf(value, "describe") ?? fieldOf(value, "desc") ?? fieldOf(value, "description")),
    line,
  };
}

function kindOf(kind: string | undefined, array: boolean): Pick<OptionDraft, "repeatable" | "taking" | "type"> {
  if (kind === "boolean" || kind === "count") return { taking: "nothing", type: "boolean" };
  if (kind === "array" || array)
    return { taking: "many", repeatable: true, type: kind === "number" ? "number" : "string" };
  if (kind === undefined) return { taking: "perhaps", type: "string" };
  return { taking: "one", type: kind };
}

function ensure(at: CommandDraft, key: string, line: number): OptionDraft {
  const flag = dashed(kebab(key));
  const known = at.options.find(({ flags }) => flags.includes(flag));
  if (known !== undefined) return known;
  const made: OptionDraft = { flags: [flag], taking: "perhaps", type: "string", line };
  at.options.push(made);
  return made;
}

function optionsOf(at: CommandDraft, { args, line }: MethodCall): OptionDraft[] {
  return texts(args[0]?.value).map((key) => ensure(at, key, line));
}

function typed(at: CommandDraft, call: MethodCall, kind: string): undefined {
  const found = optionsOf(at, call);
  if (found.length === 0) unread(at, "options", call.line);
  for (const option of found) Object.assign(option, kindOf(kind, false));
}
