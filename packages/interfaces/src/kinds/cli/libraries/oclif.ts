/** oclif: a class for each command, its path from the file's place below `commands`. Source: oclif's documentation. */
import type { SyntaxNode } from "@lezer/common";
import { type Call, callsOf, type Chain, fieldOf, jsonOf, textOf, textsOf, type Value } from "../../../syntax/value.ts";
import { type CommandDraft, dashed, type OptionDraft } from "../draft.ts";
import { type CliLibrary, type Program, type SourceFile, startCommand, unread } from "../program.ts";

const ID = "oclif";

export const oclif: CliLibrary = {
  id: ID,
  language: "javascript",
  mentions: /static\s+(?:(?:override|readonly)\s+)*(?:flags|args|description)\b|["']@oclif\/core["']/,
  read(file, program) {
    // A command is what lies below `commands`: classes elsewhere are what commands are made from.
    const name = /(?:^|\/)commands\/(.+)\.[cm]?[jt]sx?$/.exec(file.source.path)?.[1];
    if (name === undefined) return;
    file.source.tree.iterate({
      enter({ node }) {
        if ((node.name === "ClassDeclaration" || node.name === "ClassExpression") && node.getChild("extends") !== null)
          readClass(node, name.replace(/(?:^|\/)index$/, "").replaceAll("/", " "), file, program);
      },
    });
  },
};

function readClass(node: SyntaxNode, name: string, file: SourceFile, program: Program): void {
  const fields = staticFields(node, file);
  if (!fields.has("flags") && !fields.has("args") && !fields.has("description") && !fields.has("summary")) return;
  const root = program.shared(ID, () => startCommand(program, file, ID, node.from, { root: true }));
  const command = name === "" ? root : startCommand(program, file, ID, node.from, { name, parent: root });
  command.doc = textOf(fields.get("summary")) ?? textOf(fields.get("description"));
  command.hidden = jsonOf(fields.get("hidden")) === true;
  command.deprecated = textOf(fields.get("state")) === "deprecated" || fields.get("deprecationOptions") !== undefined;
  command.aliases.push(...(textsOf(fields.get("aliases")) ?? []).map((one) => one.replaceAll(":", " ")));
  readFlags(command, fields.get("flags"), file);
  readArguments(command, fields.get("args"), file);
  if (jsonOf(fields.get("strict")) === false)
    command.args.push({ name: "more", required: false, variadic: true, line: command.line });
}

function staticFields(node: SyntaxNode, { source }: SourceFile): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const property of node.getChild("ClassBody")?.getChildren("PropertyDeclaration") ?? []) {
    const name = property.getChild("PropertyDefinition");
    if (name === null || property.getChild("static") === null) continue;
    const value = property.lastChild?.name === ";" ? property.lastChild.prevSibling : property.lastChild;
    if (value !== null && value !== undefined && value.from > name.from)
      found.set(source.text.slice(name.from, name.to), source.valueOf(value));
  }
  return found;
}

function readFlags(command: CommandDraft, flags: Value | undefined, { source }: SourceFile): void {
  if (flags === undefined) return;
  if (flags.kind !== "record" || !flags.complete) unread(command, "options", source.lineAt(flags.from));
  for (const { name, value, position } of flags.kind === "record" ? flags.fields : []) {
    const line = source.lineAt(position.from);
    const made = value.kind === "chain" ? makerOf(value) : undefined;
    if (made === undefined) unread(command, "options", line);
    else command.options.push(optionOf(name, made, line));
  }
}

/** `Flags.string({…})`; `Flags.option({…})()` is made by the first of the two calls. */
function makerOf(value: Chain): Call | undefined {
  const [first] = callsOf(value);
  const config = first?.args[0]?.value;
  if (first === undefined || !/^[Ff]lags$|^Args$/.test(value.base)) return undefined;
  return config === undefined || (config.kind === "record" && config.complete) ? first : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  boolean: "boolean",
  string: "string",
  option: "string",
  integer: "integer",
  file: "path",
  directory: "path",
  url: "url",
  version: "boolean",
  help: "boolean",
};

function optionOf(name: string, { method, args }: Call, line: number): OptionDraft {
  const config = args[0]?.value;
  const is = (key: string) => jsonOf(fieldOf(config, key)) === true;
  const type = TYPES[method] ?? "custom";
  const char = textOf(fieldOf(config, "char"));
  const shorts = [...(char === undefined ? [] : [char]), ...(textsOf(fieldOf(config, "charAliases")) ?? [])];
  return {
    flags: [
      `--${name}`,
      ...shorts.map(dashed),
      ...(textsOf(fieldOf(config, "aliases")) ?? []).map(dashed),
      ...(is("allowNo") ? [`--no-${name}`] : []),
    ],
    taking: type === "boolean" ? "nothing" : "one",
    type,
    repeatable: is("multiple"),
    required: is("required"),
    choices: textsOf(fieldOf(config, "options")),
    default: jsonOf(fieldOf(config, "default")),
    hidden: is("hidden"),
    deprecated: fieldOf(config, "deprecated") !== undefined,
    doc: textOf(fieldOf(config, "summary")) ?? textOf(fieldOf(config, "description")),
    line,
  };
}

function readArguments(command: CommandDraft, args: Value | undefined, { source }: SourceFile): void {
  if (args === undefined) return;
  const line = source.lineAt(args.from);
  if ((args.kind !== "record" && args.kind !== "list") || !args.complete) return unread(command, "arguments", line);
  const given =
    args.kind === "list"
      ? args.items.map((item) => ({ name: textOf(fieldOf(item, "name")) ?? "argument", config: item, type: "string" }))
      : args.fields.map(({ name, value }) => {
          const made = value.kind === "chain" ? makerOf(value) : undefined;
          return {
            name,
            config: made?.args[0]?.value,
            type: made === undefined ? "custom" : (TYPES[made.method] ?? "custom"),
          };
        });
  for (const { name, config, type } of given)
    command.args.push({
      name,
      required: jsonOf(fieldOf(config, "required")) === true,
      variadic: false,
      type,
      choices: textsOf(fieldOf(config, "options")),
      default: jsonOf(fieldOf(config, "default")),
      doc: textOf(fieldOf(config, "description")),
      line,
    });
}
