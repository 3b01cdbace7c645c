/** argparse: `ArgumentParser()`, `add_argument()`, `add_subparsers()`. Source: Python's documentation of argparse. */
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
import { chainReader, type MethodCall } from "../chains.ts";
import type { CommandDraft, Taking } from "../draft.ts";
import { startCommand, unread } from "../program.ts";

const ID = "argparse";
const CLASSES = /^(?:ArgumentParser|.*ArgumentParser)$/;

export const argparse = chainReader({
  id: ID,
  language: "python",
  mentions: /\bargparse\b/,
  telling: new Set(["add_argument", "add_subparsers", "add_parser"]),
  start(chain, file, program) {
    const imported = file.imports.get(chain.base);
    const [first] = callsOf(chain);
    if (imported === undefined || first === undefined || imported.module.split(".")[0] !== "argparse") return undefined;
    if (!CLASSES.test(imported.name === "*" ? first.method : imported.name)) return undefined;
    const name = textOf(keyword(first.args, "prog"));
    const command = startCommand(program, file, ID, chain.from, {
      name,
      root: true,
      doc: textOf(keyword(first.args, "description")),
    });
    // A parser that gives its options to others is no command line of its own.
    if (jsonOf(keyword(first.args, "add_help")) === false) command.root = false;
    takeOver(command, first.args, (base) => program.find(file, base, chain.from), command.line);
    return { command, calls: 1 };
  },
  methods: {
    add_argument: addArgument,
    add_parser(parent, { args, line, file, program, to }) {
      const name = textOf(args[0]?.value) ?? textOf(keyword(args, "name"));
      if (name === undefined) unread(parent, "commands", line);
      const from = args[0]?.value.from ?? to;
      const child = startCommand(program, file, ID, from, {
        name: name ?? "?",
        parent,
        doc: textOf(keyword(args, "help")),
      });
      child.aliases.push(...(textsOf(keyword(args, "aliases")) ?? []));
      takeOver(child, args, (base) => program.find(file, base, from), line);
      return child;
    },
  },
});

/** `parents=[common]`: the options of others, as they stand so far. */
function takeOver(
  command: CommandDraft,
  args: readonly Argument[],
  find: (base: string) => CommandDraft | undefined,
  line: number,
): void {
  const parents = keyword(args, "parents");
  if (parents === undefined) return;
  for (const item of parents.kind === "list" ? parents.items : [undefined]) {
    const parent = item?.kind === "chain" && item.links.length === 0 ? find(item.base) : undefined;
    if (parent === undefined) unread(command, "options", line);
    else {
      command.options.push(...parent.options);
      command.args.push(...parent.args);
      command.unread.push(...parent.unread);
    }
  }
}

function addArgument(command: CommandDraft, { args, line }: MethodCall): undefined {
  const names = positional(args).map(textOf);
  const [first] = names;
  if (first === undefined || names.includes(undefined) || args.some(({ spread }) => spread === true))
    return unread(command, first?.startsWith("-") === false ? "arguments" : "options", line);
  const flags = names.filter((name) => name !== undefined);
  const help = keyword(args, "help");
  const hidden = pathOf(help)?.endsWith("SUPPRESS") === true;
  const doc = textOf(help);
  const choices = choicesOf(keyword(args, "choices"));
  const nargs = jsonOf(keyword(args, "nargs"));
  const fallback = jsonOf(keyword(args, "default"));
  if (!first.startsWith("-")) {
    const open = nargs === "?" || nargs === "*" || fallbackCounts(nargs, keyword(args, "default"));
    command.args.push({
      name: first,
      required: !open,
      variadic: nargs === "*" || nargs === "+" || typeof nargs === "number",
      ...choices,
      type: choices.type ?? typeName(keyword(args, "type")),
      default: fallback,
      doc,
      line,
    });
    return undefined;
  }
  const action = actionOf(keyword(args, "action"));
  command.options.push({
    flags:
      action === "optional-no"
        ? [...flags, ...flags.filter((flag) => flag.startsWith("--")).map((flag) => `--no-${flag.slice(2)}`)]
        : flags,
    taking: action === "takes" || action === "append" ? takingOf(nargs) : action === "custom" ? "perhaps" : "nothing",
    repeatable: action === "append" || action === "count",
    required: jsonOf(keyword(args, "required")) === true,
    ...choices,
    type:
      action === "takes" || action === "append"
        ? (choices.type ?? typeName(keyword(args, "type")))
        : action === "custom"
          ? "custom"
          : "boolean",
    default: fallback,
    hidden,
    deprecated: jsonOf(keyword(args, "deprecated")) === true,
    doc,
    line,
  });
  return undefined;
}

/** Only where none or one may come a default makes a positional argument optional, and there it is already. */
function fallbackCounts(nargs: unknown, fallback: Value | undefined): boolean {
  return fallback !== undefined && nargs === "?";
}

function choicesOf(value: Value | undefined): { readonly choices?: readonly string[]; readonly type?: string } {
  if (value === undefined) return {};
  const choices = textsOf(value);
  return choices === undefined ? { type: "custom" } : { choices };
}

function actionOf(value: Value | undefined): "append" | "count" | "custom" | "nothing" | "optional-no" | "takes" {
  if (value === undefined) return "takes";
  const name = textOf(value) ?? pathOf(value)?.split(".").at(-1);
  if (name === "store") return "takes";
  if (name === "append" || name === "extend") return "append";
  if (name === "BooleanOptionalAction") return "optional-no";
  if (name === "count") return "count";
  return name !== undefined && /^(?:store_true|store_false|store_const|append_const|help|version)$/.test(name)
    ? "nothing"
    : "custom";
}

function takingOf(nargs: unknown): Taking {
  if (nargs === "?") return "perhaps";
  return nargs === "*" || nargs === "+" || typeof nargs === "number" ? "many" : "one";
}

function typeName(value: Value | undefined): string {
  if (value === undefined) return "string";
  const name = pathOf(value)?.split(".").at(-1) ?? "";
  return (
    { int: "integer", float: "number", str: "string", bool: "string", Path: "path", open: "path" }[name] ?? "custom"
  );
}
