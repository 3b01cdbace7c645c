/** Methods of pflag that define flags, which cobra's commands have, too: their names follow one pattern. */
import { jsonOf, textOf } from "../../syntax/value.ts";
import type { MethodCall } from "./chains.ts";
import type { CommandDraft } from "./draft.ts";
import { type SourceFile, unread } from "./program.ts";

const FLAG =
  /^(Bool|Bytes|Count|Duration|Float|IP|Int|String|Uint)[A-Za-z\d]*?(Slice|Array|ToString|ToInt)?\d*(Var)?(P)?$/;

/** `StringSliceVarP(&x, "name", "n", default, usage)`: the method's name says what comes, and in which order. */
export function defineFlag(command: CommandDraft, { method, args, line, before, base, file }: MethodCall): undefined {
  const own = /^Var(P)?$/.exec(method);
  const match = own === null ? FLAG.exec(method) : null;
  if ((own === null && match === null) || args.length < 3) return undefined;
  const values = args.map(({ value }) => value).slice(own !== null || match?.[3] !== undefined ? 1 : 0);
  const short = own?.[1] ?? match?.[4];
  const name = textOf(values[0]);
  if (name === undefined) return unread(command, "options", line);
  const [fallback, doc] = own === null ? values.slice(short === undefined ? 1 : 2) : [undefined, values.at(-1)];
  const letter = short === undefined ? "" : textOf(values[1]);
  const kind = match?.[1] ?? "";
  const many = match?.[2] !== undefined;
  const flag = (kind === "Bool" && !many) || kind === "Count";
  const value = jsonOf(fallback);
  command.options.push({
    flags: [`--${name}`, ...(letter === undefined || letter === "" ? [] : [`-${letter}`])],
    taking: flag ? "nothing" : "one",
    repeatable: many || kind === "Count",
    type: own === null ? (TYPES[kind] ?? "string") : "custom",
    ...(value !== undefined && value !== null && value !== "" && value !== false && { default: value }),
    inherited: before.includes("PersistentFlags") || isPersistent(base, file),
    doc: textOf(doc),
    line,
  });
  return undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  Bool: "boolean",
  Count: "boolean",
  Int: "integer",
  Uint: "integer",
  Float: "number",
  Duration: "duration",
};

/** `flags := cmd.PersistentFlags()`. */
function isPersistent(name: string, { source }: SourceFile): boolean {
  return /^\w+$/.test(name) && new RegExp(`\\b${name}\\s*:?=\\s*[\\w.]+\\.PersistentFlags\\(\\)`).test(source.text);
}
