/** meow: `meow(help, { flags })`. Source: meow's README. */
import { callsOf, fieldOf, jsonOf, textOf, textsOf, type Value } from "../../../syntax/value.ts";
import { chainReader } from "../chains.ts";
import { type CommandDraft, dashed, kebab } from "../draft.ts";
import { startCommand, unread } from "../program.ts";

const ID = "meow";

export const meow = chainReader({
  id: ID,
  language: "javascript",
  mentions: /["']meow["']/,
  telling: new Set([]),
  start(chain, file, program) {
    const [first] = callsOf(chain);
    if (file.imports.get(chain.base)?.module !== "meow" || first === undefined) return undefined;
    const line = file.source.lineAt(chain.from);
    const command = startCommand(program, file, ID, chain.from, { root: true });
    const config = first.args.at(-1)?.value;
    const flags = fieldOf(config, "flags");
    if (config?.kind === "record" && !config.complete) unread(command, "options", line);
    if (flags?.kind === "record") readFlags(command, flags, (at) => file.source.lineAt(at));
    else if (flags !== undefined || (config !== undefined && config.kind === "chain")) unread(command, "options", line);
    // What is no option is input, as much of it as somebody gives.
    command.args.push({ name: "input", required: false, variadic: true, line });
    return { command, calls: 1 };
  },
  methods: {},
});

function readFlags(command: CommandDraft, flags: Value, lineAt: (offset: number) => number): void {
  if (flags.kind !== "record") return;
  if (!flags.complete) unread(command, "options", lineAt(flags.from));
  for (const { name, value, position } of flags.fields) {
    const line = lineAt(position.from);
    if (value.kind !== "record") {
      unread(command, "options", line);
      continue;
    }
    const type = textOf(fieldOf(value, "type")) ?? "string";
    const short = textOf(fieldOf(value, "shortFlag")) ?? textOf(fieldOf(value, "alias"));
    const required = fieldOf(value, "isRequired");
    command.options.push({
      flags: [name, ...(short === undefined ? [] : [short]), ...(textsOf(fieldOf(value, "aliases")) ?? [])].map((one) =>
        dashed(kebab(one)),
      ),
      taking: type === "boolean" ? "nothing" : "one",
      type,
      repeatable: jsonOf(fieldOf(value, "isMultiple")) === true,
      // A function decides it at run time: it may be required, so it is not promised to be optional.
      required: required !== undefined && jsonOf(required) !== false,
      choices: textsOf(fieldOf(value, "choices")),
      default: jsonOf(fieldOf(value, "default")),
      line,
    });
  }
}
