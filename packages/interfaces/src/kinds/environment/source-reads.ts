/**
 * Reads of the environment in JavaScript, Python and Go: the expressions are the languages', the rest is the same.
 *
 * A function that reads the variable it is given the name of is a way of reading, too: its calls are reads.
 */
import type { SyntaxNode } from "@lezer/common";
import { digestOfText } from "../../syntax/digest.ts";
import { functionAround, nameOfFunction, parametersIn } from "../../syntax/functions.ts";
import { importsOf } from "../../syntax/imports.ts";
import { assignmentsOf, type SourceText } from "../../syntax/source.ts";
import { callsOf, jsonOf, keyword, positional, textOf, type Chain } from "../../syntax/value.ts";
import { alternativeOf, alternativeThrows, demandedAt, isForeseen, namesOf } from "./demand.ts";
import { ends, guardsOf, isConditional, type Guards } from "./guards.ts";
import {
  NAME,
  type Access,
  type DynamicRead,
  type EnvironmentFile,
  type FileReads,
  type Read,
  type Required,
} from "./read.ts";
import { schemaReads } from "./schemas.ts";
import { tagReads } from "./tags.ts";
import { WAYS, isEnvironmentNode, isWhole } from "./ways.ts";

/** A function that reads the variable that one of its parameters names. */
interface Wrapper {
  readonly name: string;
  readonly index: number;
  readonly fails: Required;
}

const CHAINS = new Set(["CallExpression", "MemberExpression", "CallExpr"]);

export function readSources(sources: readonly SourceText[]): FileReads[] {
  const files = sources.map(openFile);
  const wrappers = files.map(wrappersOf);
  return files.map((file, index) => {
    // Functions of this file, those it imports, and in Go those of every package here.
    const known = wrappers.flatMap((list, other) =>
      list.filter(({ name }) => other === index || file.imports.has(name) || file.source.language === "go"),
    );
    return readFile(file, known);
  });
}

function openFile(source: SourceText): EnvironmentFile {
  const imports = importsOf(source);
  const aliases = new Set(
    [...imports]
      .filter(([, { module, name }]) => WAYS[source.language]?.isEnvironment(module, name))
      .map(([local]) => local),
  );
  const file = { source, imports, aliases };
  source.tree.iterate({
    enter({ node }) {
      for (const { name, value } of assignmentsOf(node, source.text)) if (isWhole(file, value)) aliases.add(name);
      if (node.name !== "VariableDeclaration") return;
      // `const { env } = process`.
      if (/^(?:const|let|var)\s*\{\s*env\s*\}\s*=\s*process\s*;?$/.test(source.text.slice(node.from, node.to)))
        aliases.add("env");
    },
  });
  return file;
}

interface Found {
  readonly node: SyntaxNode;
  readonly chain: Chain;
  readonly access: Access;
}

function* accessesOf(file: EnvironmentFile): Generator<Found> {
  const way = WAYS[file.source.language];
  if (way === undefined) return;
  const nodes: SyntaxNode[] = [];
  file.source.tree.iterate({ enter: ({ node }) => void (CHAINS.has(node.name) && nodes.push(node)) });
  for (const node of nodes) {
    const { parent } = node;
    if (parent !== null && CHAINS.has(parent.name) && parent.firstChild?.from === node.from) continue;
    const chain = file.source.valueOf(node);
    const access = chain.kind === "chain" ? way.access(chain, file) : undefined;
    if (chain.kind === "chain" && access !== undefined && !isWritten(node)) yield { node, chain, access };
  }
}

/** `process.env.X = …`, `del os.environ["X"]`, `delete process.env.X`. */
function isWritten(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null) return false;
  if (parent.name === "DeleteStatement") return true;
  if (parent.name === "UnaryExpression") return parent.firstChild?.name === "delete";
  return /^Assign(?:mentExpression|Statement)$/.test(parent.name) && parent.firstChild?.from === node.from;
}

function wrappersOf(file: EnvironmentFile): Wrapper[] {
  return [...accessesOf(file)].flatMap(({ node, access }): Wrapper[] => {
    const around = functionAround(node);
    const key = access.key;
    if (around === undefined || typeof key !== "object" || key.kind !== "chain" || key.links.length > 0) return [];
    const name = nameOfFunction(around, file.source.text);
    const index = parametersIn(around, file.source.text).indexOf(key.base);
    if (name === undefined || index < 0) return [];
    // What throws anywhere in it, throws for want of the variable; nothing else is at hand.
    const fails = access.fails ?? guardsOf(file.source).demands(namesOf(node, file), around);
    return [{ name, index, fails }];
  });
}

function readFile(file: EnvironmentFile, wrappers: readonly Wrapper[]): FileReads {
  const guards = guardsOf(file.source);
  const { source } = file;
  const tags = source.language === "go" ? tagReads(source, (offset) => source.lineAt(offset)) : [];
  const reads: Read[] = [...schemaReads(file), ...tags];
  const dynamic: DynamicRead[] = [];
  const own = new Set(wrappersOf(file).map(({ name }) => name));
  for (const { node, access } of accessesOf(file)) {
    const name = typeof access.key === "string" ? access.key : textOf(access.key);
    const around = functionAround(node);
    if (name !== undefined) reads.push(readAt(file, guards, node, name, access));
    else if (around === undefined || !own.has(nameOfFunction(around, file.source.text) ?? ""))
      dynamic.push(dynamicAt(file, node));
  }
  for (const read of [...destructured(file), ...askedFor(file)]) reads.push(read);
  for (const read of wrapped(file, wrappers)) reads.push(read);
  return { reads: reads.filter(({ name }) => NAME.test(name)), dynamic };
}

function dynamicAt({ source }: EnvironmentFile, { from }: SyntaxNode): DynamicRead {
  return { path: source.path, line: source.lineAt(from), digest: digestOfText(source.text) };
}

function readAt(file: EnvironmentFile, guards: Guards, node: SyntaxNode, name: string, access: Access): Read {
  const { source } = file;
  const fallback = access.fallback ?? alternativeOf(file, node);
  const value = jsonOf(fallback);
  const refused = access.fallback === undefined && alternativeThrows(file, node);
  const required = refused
    ? !isConditional(node) || "perhaps"
    : fallback === undefined && !isForeseen(file, node, name) && demandedAt(file, guards, node, access);
  return {
    name,
    path: source.path,
    line: source.lineAt(node.from),
    required,
    rule: "read",
    ...(value !== undefined && value !== null && { default: value }),
  };
}

/** `const { A, B = "x", C: c } = process.env`. */
function destructured(file: EnvironmentFile): Read[] {
  const { source } = file;
  const found: Read[] = [];
  const guards = guardsOf(source);
  source.tree.iterate({
    enter({ node }) {
      const pattern = node.name === "VariableDeclaration" ? node.getChild("ObjectPattern") : null;
      const value = node.lastChild?.name === ";" ? node.lastChild.prevSibling : node.lastChild;
      if (pattern === null || value === null || value === undefined || !isEnvironmentNode(file, value)) return;
      for (const property of pattern.getChildren("PatternProperty")) {
        const key = property.firstChild;
        if (key === null) continue;
        const name = source.text.slice(key.from, key.to);
        const equals = property.getChild("Equals");
        const fallback =
          equals?.nextSibling === null || equals?.nextSibling === undefined
            ? undefined
            : source.valueOf(equals.nextSibling);
        const local = property.getChildren("VariableDefinition").at(-1) ?? key;
        const within = functionAround(node) ?? source.tree.topNode;
        const json = jsonOf(fallback);
        found.push({
          name,
          path: source.path,
          line: source.lineAt(key.from),
          required: fallback === undefined && guards.demands([source.text.slice(local.from, local.to)], within),
          rule: "read",
          ...(json !== undefined && json !== null && { default: json }),
        });
      }
    },
  });
  return found;
}

/** `"X" in os.environ`, and what is done where it is not. */
function askedFor({ source }: EnvironmentFile): Read[] {
  const found: Read[] = [];
  if (source.language !== "python") return found;
  source.tree.iterate({
    enter({ node }) {
      if (node.name !== "BinaryExpression") return;
      const match = /^["'](\w+)["']\s+(not\s+)?in\s+(?:os\.)?environ$/.exec(source.text.slice(node.from, node.to));
      if (match === null) return;
      const body = node.parent?.name === "IfStatement" ? node.parent.getChild("Body") : null;
      const required = match[2] !== undefined && body !== null && ends(body, source);
      found.push({ name: match[1] ?? "", path: source.path, line: source.lineAt(node.from), required, rule: "read" });
    },
  });
  return found;
}

/** Calls of functions that read what they are told. */
function wrapped(file: EnvironmentFile, wrappers: readonly Wrapper[]): Read[] {
  const { source } = file;
  const byName = new Map(wrappers.map((one) => [one.name, one]));
  const found: Read[] = [];
  if (byName.size === 0) return found;
  const guards = guardsOf(source);
  source.tree.iterate({
    enter({ node }) {
      if (node.name !== "CallExpression" && node.name !== "CallExpr") return;
      const chain = source.valueOf(node);
      if (chain.kind !== "chain") return;
      const [call] = callsOf(chain);
      const wrapper = call === undefined ? undefined : byName.get(call.method === "" ? chain.base : call.method);
      if (call === undefined || wrapper === undefined) return;
      const values = positional(call.args);
      const name = textOf(values[wrapper.index]);
      if (name === undefined) return;
      const fallback = values[wrapper.index + 1] ?? keyword(call.args, "default");
      found.push(readAt(file, guards, node, name, { key: name, fallback, fails: wrapper.fails }));
    },
  });
  return found;
}
