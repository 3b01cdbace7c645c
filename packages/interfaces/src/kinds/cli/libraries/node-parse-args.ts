/** `parseArgs` of `node:util`. Source: Node's documentation of `util.parseArgs`. */
import { callsOf, fieldOf, jsonOf, textOf, type Value } from "../../../syntax/value.ts";
import { chainReader } from "../chains.ts";
import { type CommandDraft, dashed } from "../draft.ts";
import { startCommand, unread } from "../program.ts";

const ID = "node-parse-args";

export const parseArguments = chainReader({
  id: ID,
  language: "javascript",
  mentions: /["'](?:node:)?util["']/,
  telling: new Set([]),
  start(chain, file, program) {
    const imported = file.imports.get(chain.base);
    const [first] = callsOf(chain);
    if (first === undefined || !/^(?:node:)?util$/.test(imported?.module ?? "")) return undefined;
    if ((imported?.name === "*" || imported?.name === "default" ? first.method : imported?.name) !== "parseArgs")
      return undefined;
    const command = startCommand(program, file, ID, chain.from, { root: true });
    readConfig(command, first.args[0]?.value, (at) => file.source.lineAt(at));
    return { command, calls: 1 };
  },
  methods: {},
});

function readConfig(command: CommandDraft, config: Value | undefined, lineAt: (offset: number) => number): void {
  const options = fieldOf(config, "options");
  if (config?.kind !== "record" || !config.complete || (options !== undefined && options.kind !== "record"))
    unread(command, "options", command.line);
  if (jsonOf(fieldOf(config, "allowPositionals")) === true || jsonOf(fieldOf(config, "strict")) === false)
    command.args.push({ name: "arguments", required: false, variadic: true, line: command.line });
  if (options?.kind !== "record") return;
  if (!options.complete) unread(command, "options", lineAt(options.from));
  for (const { name, value, position } of options.fields) {
    const line = lineAt(position.from);
    const type = textOf(fieldOf(value, "type"));
    if (value.kind !== "record" || type === undefined) {
      unread(command, "options", line);
      continue;
    }
    const short = textOf(fieldOf(value, "short"));
    command.options.push({
      flags: [`--${name}`, ...(short === undefined ? [] : [dashed(short)])],
      taking: type === "boolean" ? "nothing" : "one",
      type,
      repeatable: jsonOf(fieldOf(value, "multiple")) === true,
      default: jsonOf(fieldOf(value, "default")),
      line,
    });
  }
}
