/** sade: each `.option()` belongs to the last `.command()`, wherever that was said. Source: sade's README. */
import { callsOf, jsonOf, positional, textOf, textsOf, fieldOf } from "../../../syntax/value.ts";
import { chainReader } from "../chains.ts";
import type { CommandDraft } from "../draft.ts";
import { startCommand, unread } from "../program.ts";
import { parseFlags, parseUsage } from "../usage.ts";

const ID = "sade";
/** The command that a program is at, by program. */
const current = new WeakMap<CommandDraft, CommandDraft>();

export const sade = chainReader({
  id: ID,
  language: "javascript",
  mentions: /["']sade["']/,
  telling: new Set([]),
  start(chain, file, program) {
    const [first] = callsOf(chain);
    if (file.imports.get(chain.base)?.module !== "sade" || first === undefined) return undefined;
    const { names, args } = parseUsage(textOf(first.args[0]?.value) ?? "", file.source.lineAt(chain.from));
    const command = startCommand(program, file, ID, chain.from, { name: names[0], root: true });
    command.args.push(...args);
    return { command, calls: 1 };
  },
  methods: {
    command(root, { args, line, file, program, to }) {
      const text = textOf(args[0]?.value);
      if (text === undefined) return unread(root, "commands", line);
      const { names, args: taken } = parseUsage(text, line);
      const child = startCommand(program, file, ID, args[0]?.value.from ?? to, {
        name: names.join(" "),
        parent: root,
        doc: textOf(args[1]?.value),
      });
      child.args.push(...taken);
      const alias = fieldOf(args[2]?.value, "alias");
      const one = textOf(alias);
      child.aliases.push(...(one === undefined ? (textsOf(alias) ?? []) : [one]));
      current.set(root, child);
      return undefined;
    },
    describe(root, { args }) {
      const at = current.get(root) ?? root;
      at.doc ??= textOf(args[0]?.value) ?? textsOf(args[0]?.value)?.[0];
      return undefined;
    },
    alias(root, { args }) {
      (current.get(root) ?? root).aliases.push(...args.flatMap(({ value }) => textOf(value) ?? []));
      return undefined;
    },
    option(root, { args, line }) {
      const at = current.get(root) ?? root;
      const [text, doc, fallback] = positional(args);
      const read = parseFlags(textOf(text) ?? "");
      if (read === undefined) return unread(at, "options", line);
      const value = jsonOf(fallback);
      at.options.push({
        flags: read.flags.map((flag) => (/^-\w{2,}$/.test(flag) ? `-${flag}` : flag)),
        // It is its default that says whether an option takes a value.
        taking: typeof value === "string" || typeof value === "number" ? "one" : "perhaps",
        type: typeof value === "number" ? "number" : "string",
        default: value,
        inherited: at === root,
        doc: textOf(doc),
        line,
      });
      return undefined;
    },
  },
});
