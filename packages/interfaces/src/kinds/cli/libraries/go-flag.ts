/** `flag` of Go's standard library: `flag.String("name", default, usage)`. Source: its package documentation. */
import { callsOf, jsonOf, textOf } from "../../../syntax/value.ts";
import { chainReader } from "../chains.ts";
import { type CommandDraft } from "../draft.ts";
import { startCommand, unread } from "../program.ts";

const ID = "go-flag";
const DEFINES = /^(Bool|Duration|Float64|Int|Int64|String|Uint|Uint64|Func|BoolFunc|Text)?(Var)?$/;
const TYPES: Readonly<Record<string, string>> = {
  Bool: "boolean",
  BoolFunc: "boolean",
  Duration: "duration",
  Float64: "number",
  Int: "integer",
  Int64: "integer",
  String: "string",
  Uint: "integer",
  Uint64: "integer",
};

export const goFlag = chainReader({
  id: ID,
  language: "go",
  mentions: /^\s*(?:import\s+)?"flag"\s*$/m,
  telling: new Set([]),
  start(chain, file, program) {
    const [call] = callsOf(chain);
    if (file.imports.get(chain.base)?.module !== "flag" || call === undefined || !DEFINES.test(call.method))
      return undefined;
    // One set of flags for the program of each folder.
    const folder = file.source.path.slice(0, Math.max(0, file.source.path.lastIndexOf("/")));
    const command = program.shared(`${ID} ${folder}`, () =>
      startCommand(program, file, ID, chain.from, { root: true }),
    );
    define(
      command,
      call.method,
      call.args.map(({ value }) => value),
      file.source.lineAt(chain.from),
    );
    return { command, calls: 1 };
  },
  methods: {},
});

function define(
  command: CommandDraft,
  method: string,
  args: readonly Parameters<typeof textOf>[0][],
  line: number,
): void {
  const [, kind = "", variable] = DEFINES.exec(method) ?? [];
  const [name, fallback, usage] = variable === undefined ? args : args.slice(1);
  const text = textOf(name);
  if (text === undefined) return unread(command, "options", line);
  const value = jsonOf(fallback);
  command.options.push({
    // One dash or two are the same.
    flags: [`--${text}`, `-${text}`],
    taking: kind === "Bool" || kind === "BoolFunc" ? "perhaps" : "one",
    type: TYPES[kind] ?? "custom",
    ...(TYPES[kind] !== undefined &&
      value !== undefined &&
      value !== null &&
      value !== "" &&
      value !== false && { default: value }),
    doc: textOf(usage ?? fallback),
    line,
  });
}
