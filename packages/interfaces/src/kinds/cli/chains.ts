/**
 * Reads libraries whose declarations are chains of calls on a command: `program.command("x").option("-y")`.
 *
 * A library says where chains start and what each method means; the walk, the names that commands are kept
 * under and the functions that get a command handed in are the same for all.
 */
import type { SyntaxNode } from "@lezer/common";
import { functionAround, isFunction, nameOfFunction, parametersIn } from "../../syntax/functions.ts";
import { assignmentsOf } from "../../syntax/source.ts";
import { type Call, callsOf, type Chain, type Position, type Value } from "../../syntax/value.ts";
import type { CommandDraft } from "./draft.ts";
import { bind, type CliLibrary, type Program, type SourceFile } from "./program.ts";

export interface MethodCall extends Call {
  /** What the chain starts from. */
  readonly base: string;
  /** The calls in front of it in the chain. */
  readonly before: readonly string[];
  readonly line: number;
  readonly file: SourceFile;
  readonly program: Program;
}

/** The command that the rest of the chain is about; none: the same. */
type Method = (command: CommandDraft, call: MethodCall) => CommandDraft | undefined;

export interface ChainLibrary extends Omit<CliLibrary, "read"> {
  /** The command that a chain begins with, and how many of its calls said so. */
  start(
    chain: Chain,
    file: SourceFile,
    program: Program,
  ): { readonly command: CommandDraft; readonly calls: number } | undefined;
  readonly methods: Readonly<Record<string, Method>>;
  /** Of methods whose names follow a pattern. */
  readonly otherwise?: Method;
  /** Methods that nothing else has: called on something unknown, they declare something that can't be placed. */
  readonly telling: ReadonlySet<string>;
}

export function chainReader(library: ChainLibrary): CliLibrary {
  const { id, language, mentions } = library;
  return { id, language, mentions, read: (file, program) => readChains(library, file, program) };
}

const CHAINS = new Set(["CallExpression", "NewExpression", "MemberExpression", "CallExpr", "SelectorExpr"]);
interface Pending {
  readonly chain: Chain;
  readonly node: SyntaxNode;
}

function readChains(library: ChainLibrary, file: SourceFile, program: Program): void {
  const unplaced: Pending[] = [];
  const handed: Handed[] = [];
  const placed = new Set<Pending>();
  file.source.tree.iterate({
    enter({ node }) {
      if (!CHAINS.has(node.name) || isWithinChain(node)) return;
      const chain = file.source.valueOf(node);
      if (chain.kind !== "chain") return;
      if (!readChain(library, { chain, node }, file, program)) unplaced.push({ chain, node });
      for (const one of handedOn(chain, file, program)) {
        // Now, since arguments count in the order in which they are declared.
        const before = within(one, unplaced);
        for (const pending of replayed(library, one, before, file, program)) placed.add(pending);
        handed.push({ ...one, after: unplaced.length });
      }
    },
  });
  for (const one of handed) {
    const later = within(one, unplaced.slice(one.after));
    for (const pending of replayed(library, one, later, file, program)) placed.add(pending);
  }
  for (const pending of unplaced) {
    const telling = callsOf(pending.chain).find(({ method }) => library.telling.has(method));
    // Declared on what somebody else hands in: for a command that is not seen.
    if (telling !== undefined && !placed.has(pending))
      program.misplaced(library.id, file, file.source.lineAt(telling.to));
  }
}

function within({ function: { from, to } }: Handed, all: readonly Pending[]): readonly Pending[] {
  return all.filter(({ node }) => node.from >= from && node.to <= to);
}

/** Reads the body of a function for the command that it is handed this time. */
function replayed(
  library: ChainLibrary,
  one: Handed,
  chains: readonly Pending[],
  file: SourceFile,
  program: Program,
): Pending[] {
  bind(file, one.parameter, one.function, one.command);
  return chains.filter((pending) => readChain(library, pending, file, program));
}

/** A command that is an argument of a function of this file, where it goes by the parameter's name. */
interface Handed {
  readonly parameter: string;
  readonly function: Position;
  /** How many chains were waiting when it was handed on: those have been read for it. */
  readonly after: number;
  readonly command: CommandDraft;
}

function handedOn(chain: Chain, file: SourceFile, program: Program): Handed[] {
  const [only] = chain.links;
  if (chain.base === "" || chain.links.length !== 1 || only?.kind !== "call") return [];
  return only.args.flatMap(({ value }, index): Handed[] => {
    const given =
      value.kind === "chain" && value.links.length === 0 ? program.find(file, value.base, value.from) : undefined;
    const target = given === undefined ? undefined : functionNamed(file, chain.base);
    const parameter = target?.parameters[index];
    return given === undefined || target === undefined || parameter === undefined
      ? []
      : [{ parameter, function: target.node, command: given, after: 0 }];
  });
}

function functionNamed(
  { source }: SourceFile,
  name: string,
): { readonly node: SyntaxNode; readonly parameters: readonly string[] } | undefined {
  let found: SyntaxNode | undefined;
  source.tree.iterate({
    enter({ node }) {
      if (found === undefined && isFunction(node) && nameOfFunction(node, source.text) === name) found = node;
      return found === undefined;
    },
  });
  return found === undefined ? undefined : { node: found, parameters: parametersIn(found, source.text) };
}

/** Part of a longer chain, which was read whole. */
function isWithinChain(node: SyntaxNode): boolean {
  const { parent } = node;
  return (
    parent !== null &&
    CHAINS.has(parent.name) &&
    parent.firstChild?.from === node.from &&
    parent.firstChild.name === node.name
  );
}

/** False: on which command it is called is not known. */
function readChain(library: ChainLibrary, { chain, node }: Pending, file: SourceFile, program: Program): boolean {
  const calls = callsOf(chain);
  const started = library.start(chain, file, program);
  let command = started?.command ?? program.find(file, nameOf(chain), chain.from);
  if (command === undefined) return false;
  const first = started?.calls ?? 0;
  for (const [index, call] of calls.entries()) {
    if (index < first) continue;
    const method = Object.hasOwn(library.methods, call.method) ? library.methods[call.method] : library.otherwise;
    const before = calls.slice(Math.max(0, index - 3), index).map((one) => one.method);
    const line = file.source.lineAt(startOfArguments(call));
    command = method?.(command, { ...call, base: chain.base, before, line, file, program }) ?? command;
  }
  keepName(node, file, command, started !== undefined);
  return true;
}

/** `self.parser` goes by `parser`, as it was when it was kept. */
function nameOf({ base, links: [first] }: Chain): string {
  return (base === "self" || base === "this") && first?.kind === "member" ? first.name : base;
}

/** All calls of a chain begin where the chain does; their arguments don't. */
function startOfArguments({ args: [first], to }: Call): number {
  return first?.value.from ?? to - 1;
}

/** Binds what a chain yields to the name that it is assigned to or returned as. */
export function keepName(node: SyntaxNode, file: SourceFile, command: CommandDraft, isNew: boolean): void {
  const { text } = file.source;
  let holder = node.parent;
  while (
    holder !== null &&
    /^(?:Parenthesized|Await|Unary)?Exp(?:ression)?$|^VarSpec$|^UnaryExp$/.test(holder.name) &&
    assignmentsOf(holder, text).length === 0
  )
    holder = holder.parent;
  if (holder === null) return;
  const around = functionAround(node);
  for (const { name, value } of assignmentsOf(holder, text)) {
    if (value.from > node.from || value.to < node.to) continue;
    bind(file, name.replace(/^(?:this|self)\./, ""), around ?? file.source.tree.topNode, command);
  }
  if (holder.name === "ExportDeclaration" && text.slice(holder.from, holder.from + 20).includes("default"))
    bind(file, "default", file.source.tree.topNode, command);
  const maker = around === undefined || !isNew ? undefined : nameOfFunction(around, text);
  if (maker !== undefined && !file.bindings.some(({ name }) => name === maker))
    bind(file, maker, file.source.tree.topNode, command);
}

/** Inside a function that is handed a command, its first parameter is that command. */
export function bindParameter(value: Value | undefined, file: SourceFile, command: CommandDraft): void {
  if (value?.kind !== "function") return;
  const [first] = value.parameters;
  if (first !== undefined) bind(file, first, value satisfies Position, command);
}
