/** typer: functions whose parameters are options and arguments. Source: typer's documentation. */
import {
  type Argument,
  callsOf,
  type Chain,
  jsonOf,
  keyword,
  positional,
  textOf,
  type Value,
} from "../../../syntax/value.ts";
import { chainReader } from "../chains.ts";
import { type DecoratedFunction, decoratedFunctions, type Parameter, parametersOfFunction } from "../decorators.ts";
import { type CommandDraft, dashed, kebab } from "../draft.ts";
import { attachCommand, type CliLibrary, type Program, type SourceFile, startCommand, unread } from "../program.ts";

const ID = "typer";

/** Applications, and which of them stand below which. */
const applications = chainReader({
  id: ID,
  language: "python",
  mentions: /\btyper\b/,
  telling: new Set(["add_typer"]),
  start(chain, file, program) {
    const imported = file.imports.get(chain.base);
    const [first] = callsOf(chain);
    if (imported?.module !== "typer" || first === undefined) return undefined;
    if ((imported.name === "*" ? first.method : imported.name) !== "Typer") return undefined;
    const name = textOf(keyword(first.args, "name"));
    return {
      command: startCommand(program, file, ID, chain.from, {
        name,
        root: name === undefined,
        doc: textOf(keyword(first.args, "help")),
      }),
      calls: 1,
    };
  },
  methods: {
    add_typer(parent, { args, file, program }) {
      const [value] = positional(args);
      const name = textOf(keyword(args, "name"));
      program.later(() => attachCommand(program, file, parent, value, name));
      return undefined;
    },
  },
});

export const typer: CliLibrary = {
  ...applications,
  read(file, program) {
    applications.read(file, program);
    for (const one of decoratedFunctions(file.source)) readFunction(one, file, program);
    readRun(file, program);
    // When everything is attached that will be.
    program.later(() => program.later(() => collapse(program)));
  },
};

/** Applications with a callback: then even a single command is called by its name. */
const called = new WeakSet<CommandDraft>();

/** An application with one command is that command. */
function collapse({ commands }: Program): void {
  for (const app of commands.filter(({ library, root }) => library === ID && root)) {
    const children = commands.filter(({ parent }) => parent === app);
    const [only] = children;
    if (
      children.length !== 1 ||
      only === undefined ||
      called.has(app) ||
      commands.some(({ parent }) => parent === only)
    )
      continue;
    app.options.push(...only.options);
    app.args.push(...only.args);
    app.unread.push(...only.unread);
    app.doc ??= only.doc;
    commands.splice(commands.indexOf(only), 1);
  }
}

function readFunction(one: DecoratedFunction, file: SourceFile, program: Program): void {
  const made = one.decorators.find(
    ({ path }) => path.length === 1 && (path[0] === "command" || path[0] === "callback"),
  );
  const app = made === undefined ? undefined : program.find(file, made.base, made.from);
  if (made === undefined || app === undefined || app.library !== ID) return;
  const args = made.args ?? [];
  if (made.path[0] === "callback") {
    app.doc ??= one.doc;
    called.add(app);
    return readParameters(app, one.parameters, file);
  }
  const name = textOf(positional(args)[0]) ?? textOf(keyword(args, "name")) ?? kebab(one.name);
  const command = startCommand(program, file, ID, one.node.from, {
    name,
    parent: app,
    doc: textOf(keyword(args, "help")) ?? one.doc,
  });
  command.hidden = jsonOf(keyword(args, "hidden")) === true;
  command.deprecated = jsonOf(keyword(args, "deprecated")) === true;
  readParameters(command, one.parameters, file);
}

/** `typer.run(main)`: the function alone is the program. */
function readRun(file: SourceFile, program: Program): void {
  const match = /\btyper\.run\(\s*(\w+)\s*\)/.exec(file.source.text);
  const name = match?.[1];
  if (name === undefined) return;
  const parameters = parametersOfFunction(file.source, name);
  const command = startCommand(program, file, ID, match?.index ?? 0, { root: true });
  if (parameters === undefined) unread(command, "options", command.line);
  else readParameters(command, parameters, file);
}

function readParameters(command: CommandDraft, parameters: readonly Parameter[], file: SourceFile): void {
  for (const parameter of parameters) {
    const line = file.source.lineAt(parameter.from);
    const declared = declaredBy(parameter, file);
    if (parameter.rest || /\bContext\b/.test(parameter.annotationText)) continue;
    const fallback = declared.fallback;
    const required = fallback === undefined;
    const type = typeName(declared.type);
    const value = jsonOf(fallback);
    const shared = {
      type: type.name,
      ...(value !== undefined && value !== null && { default: value }),
      doc: textOf(keyword(declared.args, "help")),
      line,
    };
    const many = /\b(?:List|list|Sequence|Tuple|tuple)\[/.test(declared.type);
    if (declared.kind === "Argument" || (declared.kind === undefined && required))
      command.args.push({ name: parameter.name, required, variadic: many, ...shared });
    else {
      const given = declared.names
        .filter((one) => one.startsWith("-"))
        .flatMap((one) => one.split("/").map((part) => part.trim()));
      const plain =
        type.name === "boolean"
          ? [dashedLong(parameter.name), `--no-${kebab(parameter.name)}`]
          : [dashedLong(parameter.name)];
      command.options.push({
        flags: given.length > 0 ? given : plain,
        taking: type.name === "boolean" || jsonOf(keyword(declared.args, "count")) === true ? "nothing" : "one",
        repeatable: many,
        required,
        hidden: jsonOf(keyword(declared.args, "hidden")) === true,
        ...shared,
      });
    }
  }
}

function dashedLong(name: string): string {
  const long = kebab(name);
  return long.length === 1 ? `--${long}` : dashed(long);
}

interface Declared {
  readonly kind: "Argument" | "Option" | undefined;
  readonly type: string;
  readonly names: readonly string[];
  readonly args: readonly Argument[];
  /** Absent: a value must be given. */
  readonly fallback: Value | undefined;
}

/** `x: int = typer.Option(1, "--x")` and `x: Annotated[int, typer.Option("--x")] = 1`. */
function declaredBy({ annotation, annotationText, fallback }: Parameter, file: SourceFile): Declared {
  const inside = annotation?.kind === "chain" ? annotation.links.findLast((link) => link.kind === "index") : undefined;
  const annotated =
    /^(?:\w+\.)?Annotated\[/.test(annotationText) && inside?.kind === "index"
      ? inside.args.map(({ value }) => value)
      : [];
  const marker = annotated.find((value): value is Chain => value.kind === "chain" && callsOf(value).length > 0);
  const type = annotated[0] === undefined ? annotationText : file.source.text.slice(annotated[0].from, annotated[0].to);
  if (marker !== undefined) {
    const { kind, args } = markerOf(marker);
    return { kind, type, names: positional(args).flatMap((value) => textOf(value) ?? []), args, fallback };
  }
  const called = fallback?.kind === "chain" ? markerOf(fallback) : undefined;
  if (called?.kind === undefined) return { kind: undefined, type, names: [], args: [], fallback };
  const [first, ...names] = positional(called.args);
  const given = first ?? keyword(called.args, "default");
  const ellipsis = given !== undefined && file.source.text.slice(given.from, given.to) === "...";
  return {
    kind: called.kind,
    type,
    names: names.flatMap((value) => textOf(value) ?? []),
    args: called.args,
    fallback: ellipsis ? undefined : given,
  };
}

function markerOf(chain: Chain): { readonly kind: Declared["kind"]; readonly args: readonly Argument[] } {
  const [call] = callsOf(chain);
  const name = call === undefined || call.method === "" ? chain.base : call.method;
  return { kind: name === "Option" || name === "Argument" ? name : undefined, args: call?.args ?? [] };
}

function typeName(text: string): { readonly name: string } {
  const bare = text.replaceAll(/\b(?:typing\.|Optional\[|List\[|list\[|Sequence\[|None\b|\s|\|)|\]/g, "");
  return {
    name:
      { str: "string", int: "integer", float: "number", bool: "boolean", Path: "path", "": "string" }[bare] ?? "custom",
  };
}
