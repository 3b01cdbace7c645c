/** cac: `cli.command(usage, doc)`, `cli.option(flags, doc, config)`. Source: cac's README. */
import { callsOf, fieldOf, jsonOf, positional, textOf } from "../../../syntax/value.ts";
import { chainReader, type MethodCall } from "../chains.ts";
import { type CommandDraft, kebab } from "../draft.ts";
import { startCommand, unread } from "../program.ts";
import { parseFlags, parseUsage } from "../usage.ts";

const ID = "cac";

export const cac = chainReader({
  id: ID,
  language: "javascript",
  mentions: /["']cac["']/,
  telling: new Set(["allowUnknownOptions", "ignoreOptionDefaultValue"]),
  start(chain, file, program) {
    const imported = file.imports.get(chain.base);
    const [first] = callsOf(chain);
    if (imported?.module !== "cac" || first === undefined) return undefined;
    const name = textOf(first.args[0]?.value);
    return { command: startCommand(program, file, ID, chain.from, { name, root: true }), calls: 1 };
  },
  methods: {
    command(at, { args, line, file, program, to }) {
      const root = at.parent ?? at;
      const text = textOf(args[0]?.value);
      if (text === undefined) {
        unread(root, "commands", line);
        return startCommand(program, file, ID, to, { name: "?", parent: root });
      }
      const { names, args: taken } = parseUsage(text, line);
      const doc = textOf(args[1]?.value);
      // What has no name runs when no command is given. Options of it are not those of every command.
      const child = startCommand(program, file, ID, args[0]?.value.from ?? to, {
        name: names.join(" "),
        parent: root,
        doc,
      });
      child.args.push(...taken);
      return child;
    },
    alias: (at, { args }) => void at.aliases.push(textOf(args[0]?.value) ?? ""),
    option,
    help: (at, { line }) =>
      void (at.parent ?? at).options.push({ flags: ["-h", "--help"], taking: "nothing", inherited: true, line }),
    version: (at, { line }) =>
      void (at.parent ?? at).options.push({ flags: ["-v", "--version"], taking: "nothing", line }),
  },
});

function option(at: CommandDraft, { args, line }: MethodCall): undefined {
  const [text, doc, config] = positional(args);
  const read = parseFlags(textOf(text) ?? "");
  if (read === undefined) return unread(at, "options", line);
  // A list as type makes an option that is given again and again.
  const type = fieldOf(config, "type");
  const repeatable = type?.kind === "list";
  at.options.push({
    flags: read.flags.map((flag) => (flag.startsWith("--") ? `--${kebab(flag.slice(2))}` : flag)),
    taking: read.taking === "many" ? "one" : read.taking,
    repeatable,
    type: read.taking === "nothing" ? "boolean" : type === undefined || repeatable ? "string" : "custom",
    default: jsonOf(fieldOf(config, "default")),
    inherited: at.parent === undefined,
    doc: textOf(doc),
    line,
  });
  return undefined;
}
