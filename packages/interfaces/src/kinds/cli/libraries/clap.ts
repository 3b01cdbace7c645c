/** clap's derive: structs are command lines, enums their commands. Source: "Derive Reference" of clap's documentation. */
import type { Json } from "../../../kind.ts";
import { type CommandDraft, kebab, type OptionDraft, type Taking } from "../draft.ts";
import { type CliLibrary, type Program, type SourceFile, startCommand, unread } from "../program.ts";
import { type Attributes, derivedTypes, type RustField, type RustType, rustText, topLevel } from "../rust-types.ts";

const ID = "clap";

interface Known {
  readonly type: RustType;
  readonly file: SourceFile;
}

const typesOf = new WeakMap<Program, Map<string, Known>>();

/** One program, however many files and functions build parts of it. */
const built = new WeakSet<Program>();

/** `Command` is clap's where it is imported from there, or named with its path: the standard library has another. */
function builtAt(text: string): { readonly from: number; readonly about: string | undefined } | undefined {
  const imported = /\buse\s+clap::(?:\{[^;]*\b(?:Command|App)\b[^;]*\}|(?:Command|App|\*))\s*;/.test(text);
  const call = (imported ? /\b(?:clap::)?(?:Command|App)::new\(/ : /\bclap::(?:Command|App)::new\(/).exec(text);
  if (call === null) return undefined;
  const until = text.slice(call.index).search(/\.(?:arg|args|subcommand|subcommands)\(/);
  const head = text.slice(call.index, until === -1 ? undefined : call.index + until);
  const [, about] = /\.about\(\s*("(?:[^"\\]|\\.)*")\s*,?\s*\)/.exec(head) ?? [];
  return { from: call.index, about: rustText(about) };
}

export const clap: CliLibrary = {
  id: ID,
  language: "rust",
  mentions: /derive\s*\([^)]*\b(?:Parser|Args|Subcommand|ValueEnum)\b|\bclap::|\buse clap\b/,
  read(file, program) {
    let types = typesOf.get(program);
    if (types === undefined) {
      const all = new Map<string, Known>();
      types = all;
      typesOf.set(program, all);
      // Types refer to each other across files.
      program.later(() => build(all, program));
    }
    // Built by calls: how is not followed, that it is, is said.
    const start = builtAt(file.source.text);
    if (start !== undefined && !built.has(program)) {
      built.add(program);
      const command = startCommand(program, file, ID, start.from, { root: true, doc: start.about });
      for (const what of ["arguments", "commands", "options"] as const)
        unread(command, what, file.source.lineAt(start.from));
    }
    for (const type of derivedTypes(file.source)) types.set(type.name, { type, file });
  },
};

function build(types: ReadonlyMap<string, Known>, program: Program): void {
  const parsers = [...types.values()].filter(({ type }) => type.derives.has("Parser"));
  const used = new Set(
    [...types.values()].flatMap(({ type }) =>
      [...type.fields, ...type.variants.flatMap(({ fields }) => fields)].map((one) => bare(one.type)),
    ),
  );
  for (const known of parsers) {
    const { type, file } = known;
    if (used.has(type.name)) continue;
    const name = rustText(type.attributes.get("name"));
    const command = startCommand(program, file, ID, type.from, {
      name,
      root: true,
      doc: type.doc ?? rustText(type.attributes.get("about")),
    });
    if (type.attributes.has("version"))
      command.options.push({ flags: ["--version", "-V"], taking: "nothing", line: command.line });
    readType({ types, program, depth: 0 }, command, known);
  }
}

interface Building {
  readonly types: ReadonlyMap<string, Known>;
  readonly program: Program;
  readonly depth: number;
}

const MAX_DEPTH = 12;

function readType(building: Building, command: CommandDraft, { type, file }: Known): void {
  if (building.depth > MAX_DEPTH) return;
  const inner = { ...building, depth: building.depth + 1 };
  readFields(inner, command, type.fields, type.attributes, file);
  for (const { name, attributes, doc, fields, from } of type.variants) {
    if (attributes.has("skip")) continue;
    const line = file.source.lineAt(from);
    if (attributes.has("external_subcommand")) {
      unread(command, "commands", line);
      continue;
    }
    const child = startCommand(building.program, file, ID, from, {
      name: rustText(attributes.get("name")) ?? renamed(name, type.attributes),
      parent: command,
      doc,
    });
    child.aliases.push(...aliasesOf(attributes));
    child.hidden = attributes.get("hide") === "true" || attributes.get("hide") === true;
    const [only] = fields;
    if (fields.length === 1 && only?.name === "0") readInto(inner, child, only, file);
    else readFields(inner, child, fields, new Map(), file);
  }
}

/** The type that a field or a variant is made of gives its options and commands. */
function readInto(building: Building, command: CommandDraft, field: RustField, file: SourceFile): void {
  const known = building.types.get(bare(field.type));
  if (known === undefined) unread(command, "options", file.source.lineAt(field.from));
  else readType(building, command, known);
}

function readFields(
  building: Building,
  command: CommandDraft,
  fields: readonly RustField[],
  container: Attributes,
  file: SourceFile,
): void {
  for (const field of fields) {
    const { attributes } = field;
    if (attributes.has("skip")) continue;
    if (attributes.has("flatten") || attributes.has("subcommand")) readInto(building, command, field, file);
    else readField(building, command, field, container, file.source.lineAt(field.from));
  }
}

function readField(
  building: Building,
  command: CommandDraft,
  field: RustField,
  container: Attributes,
  line: number,
): void {
  const { attributes, type, doc } = field;
  const fallback = defaultOf(attributes);
  const list = /\bVec</.test(type);
  const optional = /^(?:std::option::)?Option</.test(type) || list || fallback !== undefined;
  const shared = { ...typeOf(building, field), default: fallback, doc, line };
  const flags = flagsOf(field, container);
  if (flags.length === 0) {
    const many = list || /\.\.$|\.\.=/.test(String(attributes.get("num_args") ?? ""));
    const required = attributes.get("required") === "true" || !optional;
    command.args.push({ name: kebab(field.name), required, variadic: many, ...shared });
    return;
  }
  const taking = takingOf(field);
  const option: OptionDraft = {
    flags,
    taking,
    repeatable: list || /Count|Append/.test(String(attributes.get("action") ?? "")),
    required: attributes.get("required") === "true" || (!optional && taking !== "nothing"),
    ...shared,
    inherited: attributes.get("global") === "true" || attributes.get("global") === true,
    hidden: attributes.get("hide") === "true" || attributes.get("hide") === true,
  };
  command.options.push(option);
}

function flagsOf({ name, attributes }: RustField, container: Attributes): string[] {
  const [long, short] = [attributes.get("long"), attributes.get("short")];
  return [
    ...(long === undefined ? [] : [`--${rustText(long) ?? renamed(name, container)}`]),
    ...(short === undefined ? [] : [`-${rustText(short) ?? name.slice(0, 1)}`]),
    ...(long === undefined && short === undefined
      ? []
      : aliasesOf(attributes).map((one) => (one.length === 1 ? `-${one}` : `--${one}`))),
  ];
}

function aliasesOf(attributes: Attributes): string[] {
  return ["alias", "visible_alias", "aliases", "visible_aliases", "short_alias", "visible_short_alias"].flatMap(
    (key) => {
      const value = attributes.get(key);
      if (typeof value !== "string") return [];
      return topLevel(value.replaceAll(/^&?\[|\]$/g, "")).flatMap((one) => rustText(one.trim()) ?? []);
    },
  );
}

function renamed(name: string, container: Attributes): string {
  const style = rustText(container.get("rename_all"));
  if (style === "snake_case") return kebab(name).replaceAll("-", "_");
  return style === "verbatim" ? name : kebab(name);
}

/** Written as text or as a value of Rust: what it is worth, as far as it is a literal. */
function defaultOf(attributes: Attributes): Json | undefined {
  const text = attributes.get("default_value");
  if (typeof text === "string") return rustText(text) ?? text;
  const value = ["default_value_t", "default_values", "default_values_t", "default_value_os"]
    .map((key) => attributes.get(key))
    .find((one) => one !== undefined);
  if (value === undefined) return undefined;
  if (value === true) return "default";
  const literal = value.replace(/[ui](?:8|16|32|64|size)$/, "");
  return /^-?\d+(?:\.\d+)?$/.test(literal) ? Number(literal) : (rustText(value) ?? value);
}

function takingOf({ type, attributes }: RustField): Taking {
  const action = String(attributes.get("action") ?? "");
  if (/Count|SetTrue|SetFalse|Help|Version/.test(action)) return "nothing";
  if (/\bbool$/.test(type) && action === "") return "nothing";
  const count = String(attributes.get("num_args") ?? "");
  if (count === "0..=1" || count === "0..2" || type.startsWith("Option<Option<")) return "perhaps";
  return /\.\.|^[2-9]/.test(count) ? "many" : "one";
}

function typeOf(
  { types }: Building,
  { type, attributes }: RustField,
): { readonly type: string; readonly choices?: readonly string[] } {
  const name = bare(type);
  const parser = attributes.get("value_parser");
  if (typeof parser === "string" && parser.startsWith("["))
    return { type: "string", choices: topLevel(parser.slice(1, -1)).flatMap((one) => rustText(one.trim()) ?? []) };
  const known = types.get(name)?.type;
  if (known?.derives.has("ValueEnum") === true)
    return {
      type: "string",
      choices: known.variants
        .filter((one) => !one.attributes.has("skip"))
        .map((one) => rustText(one.attributes.get("name")) ?? renamed(one.name, known.attributes)),
    };
  if (typeof parser === "string") return { type: "custom" };
  if (/^[ui](?:8|16|32|64|128|size)$/.test(name)) return { type: "integer" };
  return {
    type:
      {
        String: "string",
        "&str": "string",
        bool: "boolean",
        f32: "number",
        f64: "number",
        PathBuf: "path",
        OsString: "string",
      }[name] ?? "custom",
  };
}

/** The innermost type of `Option<Vec<Box<T>>>`, without its path. */
function bare(type: string): string {
  let inner = type;
  for (
    let match = /^(?:\w+::)*(?:Option|Vec|Box)<(.*)>$/.exec(inner);
    match !== null;
    match = /^(?:\w+::)*(?:Option|Vec|Box)<(.*)>$/.exec(inner)
  )
    inner = match[1] ?? "";
  return inner.replace(/^.*::/, "");
}
