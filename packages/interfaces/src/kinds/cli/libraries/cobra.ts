/** cobra and pflag: `&cobra.Command{…}`, `cmd.Flags().StringP(…)`. Source: cobra's user guide, pflag's documentation. */
import { fieldOf, jsonOf, textOf, textsOf, type Value } from "../../../syntax/value.ts";
import { chainReader, keepName, type MethodCall } from "../chains.ts";
import { type CommandDraft, type OptionDraft, optionName } from "../draft.ts";
import { argumentsTaken } from "../go-arguments.ts";
import { defineFlag } from "../pflag-methods.ts";
import { type CliLibrary, type Program, type SourceFile, startCommand, unread } from "../program.ts";
import { parseUsage } from "../usage.ts";

const ID = "cobra";
const mentions = /"github\.com\/spf13\/cobra"/;

const chains = chainReader({
  id: ID,
  language: "go",
  mentions,
  telling: new Set(["MarkFlagRequired", "AddCommand", "PersistentFlags"]),
  start: () => undefined,
  methods: {
    AddCommand(parent, { args, file, program, line }) {
      for (const { value, spread } of args)
        program.later(() => attach(parent, spread === true ? undefined : value, file, program, line));
      return undefined;
    },
    Execute: (command) => void (command.root = command.parent === undefined),
    ExecuteC: (command) => void (command.root = command.parent === undefined),
    ExecuteContext: (command) => void (command.root = command.parent === undefined),
    MarkFlagRequired: (command, call) => mark(command, call, { required: true }),
    MarkPersistentFlagRequired: (command, call) => mark(command, call, { required: true }),
    MarkHidden: (command, call) => mark(command, call, { hidden: true }),
    MarkDeprecated: (command, call) => mark(command, call, { deprecated: true }),
  },
  otherwise: defineFlag,
});

export const cobra: CliLibrary = {
  id: ID,
  language: "go",
  mentions,
  read(file, program) {
    readLiterals(file, program);
    // Flags are often defined in another file of the package than the command.
    program.later(() => chains.read(file, program));
  },
};

function readLiterals(file: SourceFile, program: Program): void {
  const alias = [...file.imports].find(([, { module }]) => module === "github.com/spf13/cobra")?.[0];
  file.source.tree.iterate({
    enter({ node }) {
      if (node.name !== "TypedLiteral") return;
      const value = file.source.valueOf(node);
      if (value.kind !== "record" || value.type !== `${alias ?? "cobra"}.Command`) return;
      keepName(node, file, commandOf(value, file, program), true);
    },
  });
}

function commandOf(value: Value, file: SourceFile, program: Program): CommandDraft {
  const use = textOf(fieldOf(value, "Use"));
  const line = file.source.lineAt(value.from);
  const { names, args: all } = parseUsage(use ?? "", line);
  // `[flags]` stands for the options, as cobra's own usage lines say it.
  const args = all.filter(({ name }) => name !== "flags" && name !== "options");
  const command = startCommand(program, file, ID, value.from, {
    name: names[0] ?? "?",
    doc: textOf(fieldOf(value, "Short")),
  });
  command.aliases.push(...(textsOf(fieldOf(value, "Aliases")) ?? []));
  command.hidden = jsonOf(fieldOf(value, "Hidden")) === true;
  command.deprecated = fieldOf(value, "Deprecated") !== undefined;
  const taken = argumentsTaken(fieldOf(value, "Args"), args, line);
  if (taken === undefined) unread(command, "arguments", line);
  else command.args.push(...taken);
  return command;
}

function attach(
  parent: CommandDraft,
  value: Value | undefined,
  file: SourceFile,
  program: Program,
  line: number,
): void {
  const base = value?.kind === "chain" ? value.base : "";
  // `serve.NewCommand()`: what counts is the function's name, since its package has no other file here.
  const member = value?.kind === "chain" ? value.links.findLast((link) => link.kind === "member")?.name : undefined;
  const found =
    value === undefined
      ? undefined
      : member === undefined
        ? program.find(file, base, value.from)
        : program.inFolder(base, member);
  if (found === undefined || found === parent) return unread(parent, "commands", line);
  found.parent ??= parent;
  found.root = false;
}

function mark(command: CommandDraft, { args, line }: MethodCall, what: Partial<OptionDraft>): undefined {
  const name = textOf(args[0]?.value);
  const option = command.options.find((one) => optionName(one) === `--${name}`);
  if (option === undefined) unread(command, "options", line);
  else Object.assign(option, what);
}
