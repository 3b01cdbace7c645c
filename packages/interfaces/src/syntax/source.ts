/**
 * A source text with its tree, in any of the languages read here.
 *
 * The parsers are Lezer's: they run in JavaScript, without recursion, and give a tree for any text at all, so
 * that no hostile file can end the process as a native parser can.
 */
import type { SyntaxNode, Tree } from "@lezer/common";
import { parser as goParser } from "@lezer/go";
import { parser as javaParser } from "@lezer/java";
import { parser as javascriptParser } from "@lezer/javascript";
import { parser as pythonParser } from "@lezer/python";
import { parser as rustParser } from "@lezer/rust";
import type { Source } from "../kind.ts";
import { goValue } from "./go.ts";
import { javascriptValue } from "./javascript.ts";
import type { Language } from "./language.ts";
import { linesOf } from "./lines.ts";
import { parseTree } from "./node.ts";
import { pythonArguments, pythonValue } from "./python.ts";
import type { Reading } from "./reading.ts";
import type { Argument, Value } from "./value.ts";

export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly tree: Tree;
  /** The line of an offset, from 1. */
  lineAt(offset: number): number;
  /** What an expression says; a name that holds plain data is replaced by it. */
  valueOf(node: SyntaxNode): Value;
  /** The arguments of Python's `ArgList`, for decorators. */
  argumentsOf(node: SyntaxNode): readonly Argument[];
}

const typescript = javascriptParser.configure({ dialect: "ts" });
const javascript = javascriptParser.configure({ dialect: "jsx" });
const typescriptReact = javascriptParser.configure({ dialect: "ts jsx" });

/** Parses; linear in the length of the text. Undefined for what is nested too deeply. */
export function openSource({ path, text }: Source, language: Language): SourceText | undefined {
  const tree = parseTree(parserOf(path, language), text);
  if (tree === undefined) return undefined;
  let constants: ReadonlyMap<string, SyntaxNode> | undefined;
  const reading: Reading = {
    text,
    depth: 0,
    constant: (name) => (constants ??= constantsOf(tree, text)).get(name),
  };
  const read = { javascript: javascriptValue, python: pythonValue, go: goValue, rust: undefined, java: undefined }[
    language
  ];
  return {
    path,
    text,
    language,
    tree,
    lineAt: linesOf(text),
    valueOf: (node) => read?.(node, reading) ?? { kind: "other", from: node.from, to: node.to },
    argumentsOf: (node) => pythonArguments(node, reading),
  };
}

function parserOf(path: string, language: Language) {
  if (language !== "javascript")
    return { python: pythonParser, go: goParser, rust: rustParser, java: javaParser }[language];
  if (path.endsWith(".tsx")) return typescriptReact;
  return path.endsWith("ts") ? typescript : javascript;
}

/** Names that are given a value once in the file; a name given two values is no constant. */
function constantsOf(tree: Tree, text: string): ReadonlyMap<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode | undefined>();
  tree.iterate({
    enter({ node }) {
      for (const { name, value } of assignmentsOf(node, text)) found.set(name, found.has(name) ? undefined : value);
    },
  });
  return new Map([...found].filter((entry): entry is [string, SyntaxNode] => entry[1] !== undefined));
}

export interface Assignment {
  readonly name: string;
  readonly value: SyntaxNode;
}

/** The names that a statement gives a value to. */
export function assignmentsOf(node: SyntaxNode, text: string): readonly Assignment[] {
  const targets = TARGETS[node.name];
  if (targets === undefined) return [];
  const found: Assignment[] = [];
  let target: SyntaxNode | undefined;
  let given = false;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === ",") {
      // `a, b = f()` gives none of them a value that is seen here.
      if (!given && target !== undefined && node.name !== "VariableDeclaration") return [];
      [target, given] = [undefined, false];
    } else if (given && target !== undefined) {
      found.push({ name: text.slice(target.from, target.to), value: child });
      [target, given] = [undefined, false];
    } else if (targets.has(child.name) && target === undefined) target = child;
    else if (/^(?:Equals|AssignOp|=|:=)$/.test(child.name)) given = true;
  }
  return found;
}

const TARGETS: Readonly<Record<string, ReadonlySet<string>>> = {
  VariableDeclaration: new Set(["VariableDefinition"]),
  AssignmentExpression: new Set(["VariableName", "MemberExpression"]),
  AssignStatement: new Set(["VariableName", "MemberExpression"]),
  ConstSpec: new Set(["DefName"]),
  VarSpec: new Set(["DefName"]),
  VarDecl: new Set(["DefName"]),
  Assignment: new Set(["VariableName"]),
};
