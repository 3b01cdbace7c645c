/** Functions and methods: parameters of every kind, what calling them gives, what decorators make of them. */
import type { SyntaxNode } from "@lezer/common";
import type { ParameterKind, PyFunction, PyParameter } from "./model.ts";
import { childrenOf } from "../../syntax/node.ts";
import { docOf, onOneLine } from "./nodes.ts";
import { canonicalText, plainName, type Resolve, shortName } from "./py-type.ts";
import type { Reading } from "./reading.ts";

export interface FunctionReading {
  readonly name: string;
  readonly entry: PyFunction;
  readonly overload: boolean;
  readonly property: "get" | "set" | "delete" | undefined;
  /** A property that is worked out once and then is an attribute. */
  readonly cached: boolean;
  readonly body: SyntaxNode | null;
  /** The parameter that stands for the instance. */
  readonly self: string | undefined;
}

/** `node` may be decorated; `owner` is the class it stands in, or empty. */
export function readFunction(node: SyntaxNode, reading: Reading, owner: string): FunctionReading | undefined {
  const definition = node.name === "DecoratedStatement" ? node.getChild("FunctionDefinition") : node;
  const named = definition?.getChild("VariableName");
  if (definition === null || named === null || named === undefined) return undefined;
  const name = reading.slice(named);
  const decorators = decoratorsOf(node, reading);
  const names = decorators.map(({ name }) => name);
  const typeParams = reading.typeParams(definition);
  const resolve = reading.scoped(typeParams);
  const all = parametersOf(definition.getChild("ParamList"), reading, resolve);
  const binding = bindingOf(name, names, owner);
  const bound = binding === "instance" || binding === "class";
  const drop = bound && (all[0]?.kind ?? "").startsWith("positional");
  const body = definition.getChild("Body");
  const entry: PyFunction = {
    kind: "function",
    parameters: drop ? all.slice(1) : all,
    returns: reading.type(definition.getChild("TypeDef"), resolve),
    binding,
    async: definition.firstChild?.name === "async",
    generator: body !== null && yields(body),
    abstract: names.some((one) => /(?:^|\.)abstract(?:method|property|classmethod|staticmethod)$/.test(one)),
    final: names.some((one) => plainName(one) === "final"),
    overloads: [],
    decorators: decorators.filter(({ name }) => !isKnown(name)).map(({ text }) => text),
    typeParams,
    others: [],
  };
  const full = owner === "" ? name : `${owner}.${name}`;
  const head = onOneLine(reading.text.slice(definition.from, body?.from ?? definition.to));
  const doc = docOf(body, reading.text);
  const property = propertyOf(names, name);
  const overload = names.some((one) => plainName(one) === "overload");
  if (property === "get" || property === undefined)
    reading.place(
      full,
      node,
      property === "get" ? `property ${head.replace(/^def /, "")}` : head,
      doc,
      isDeprecated(names, doc, body, reading.text),
    );
  const cached = names.some((one) => /cached/.test(one));
  return { name, entry, overload, property, cached, body, self: drop ? all[0]?.name : undefined };
}

export interface Decorator {
  /** Resolved, without its call. */
  readonly name: string;
  readonly text: string;
}

export function decoratorsOf(node: SyntaxNode, reading: Reading): Decorator[] {
  if (node.name !== "DecoratedStatement") return [];
  return node.getChildren("Decorator").map((one) => {
    const text = canonicalText(reading.slice(one).replace(/^@\s*/, ""), reading.resolve);
    return { name: /^[\w.]+/.exec(text)?.[0] ?? text, text };
  });
}

/** Decorators that are understood, or that change nothing for callers. */
function isKnown(name: string): boolean {
  return (
    /^(?:final|overload|override|no_type_check|staticmethod|classmethod|property|abstractmethod|deprecated)$/.test(
      plainName(name),
    ) ||
    /^(?:abc\.abstract\w+|functools\.(?:cached_property|wraps)|warnings\.deprecated)$/.test(name) ||
    /(?:^|\.)\w+\.(?:setter|getter|deleter)$|deprecat/i.test(name) ||
    /^\w+\.(?:setter|getter|deleter)$/.test(name)
  );
}

function bindingOf(name: string, decorators: readonly string[], owner: string): PyFunction["binding"] {
  if (owner === "") return "function";
  if (decorators.some((one) => /(?:^|\.)(?:abstract)?staticmethod$/.test(one))) return "static";
  if (decorators.some((one) => /(?:^|\.)(?:abstract)?classmethod$/.test(one))) return "class";
  return /^__(?:new|init_subclass|class_getitem)__$/.test(name) ? "class" : "instance";
}

function propertyOf(decorators: readonly string[], name: string): FunctionReading["property"] {
  if (decorators.some((one) => one.endsWith(`${name}.setter`))) return "set";
  if (decorators.some((one) => one.endsWith(`${name}.deleter`))) return "delete";
  return decorators.some(
    (one) =>
      /^(?:property|abstractproperty|cached_property|\w+_property)$/.test(shortName(one)) ||
      one.endsWith(`${name}.getter`),
  )
    ? "get"
    : undefined;
}

/** Parameters in order; `/` and a bare `*` only say of which kind the others are. */
function parametersOf(list: SyntaxNode | null, reading: Reading, resolve: Resolve): PyParameter[] {
  if (list === null) return [];
  const groups: SyntaxNode[][] = [[]];
  const between: string[] = [];
  let start = list.from + 1;
  for (const child of childrenOf(list)) {
    if (child.name === "(" || child.name === ")" || child.name === "Comment") continue;
    if (child.name === ",") {
      between.push(reading.text.slice(start, child.from));
      start = child.to;
      groups.push([]);
    } else groups.at(-1)?.push(child);
  }
  between.push(reading.text.slice(start, list.to));
  const found: PyParameter[] = [];
  let kind: ParameterKind = "positional";
  for (const [at, group] of groups.entries()) {
    const names = group.filter(({ name }) => name === "VariableName");
    const [first] = group;
    if (first === undefined) {
      if (/(?:^|[\s(])\/\s*(?:#[^\n]*\s*)?\)?$/.test(between[at] ?? ""))
        for (const [place, one] of found.entries()) found[place] = { ...one, kind: "positional-only" };
    } else if (reading.slice(first) === "**" && names[0] !== undefined) {
      found.push(parameter(names[0], "keywords", group, reading, resolve));
    } else if (reading.slice(first) === "*") {
      if (names[0] !== undefined) found.push(parameter(names[0], "variadic", group, reading, resolve));
      kind = "keyword-only";
    } else if (names[0] !== undefined) found.push(parameter(names[0], kind, group, reading, resolve));
  }
  return found;
}

function parameter(
  name: SyntaxNode,
  kind: ParameterKind,
  group: readonly SyntaxNode[],
  reading: Reading,
  resolve: Resolve,
): PyParameter {
  const equals = group.findIndex((node) => node.name === "AssignOp");
  const value = equals === -1 ? undefined : reading.text.slice(group[equals + 1]?.from, group.at(-1)?.to);
  const written = reading.slice(name);
  // Names that begin with two underscores were positional-only before there was a sign for it.
  const old = kind === "positional" && /^__\w*[^_]$|^__\w*[^_]_$/.test(written);
  return {
    name: written,
    kind: old ? "positional-only" : kind,
    type: reading.type(
      group.find((node) => node.name === "TypeDef"),
      resolve,
    ),
    fallback: value === undefined ? null : (reading.value(value, resolve) ?? { text: "...", literal: false }),
  };
}

/** Its own `yield`, not that of a function inside. */
function yields(body: SyntaxNode): boolean {
  const cursor = body.cursor();
  const end = body.to;
  let more = cursor.next();
  while (more && cursor.from < end) {
    if (cursor.name === "YieldExpression" || cursor.name === "YieldStatement") return true;
    const skip = /^(?:FunctionDefinition|LambdaExpression|ClassDefinition)$/.test(cursor.name);
    more = cursor.next(!skip);
  }
  return false;
}

/** By a decorator, by a warning that the body begins with, by its documentation. */
export function isDeprecated(
  decorators: readonly string[],
  doc: string,
  body: SyntaxNode | null,
  text: string,
): boolean {
  if (decorators.some((one) => /deprecat/i.test(one)) || /^\s*(?:\.\. deprecated::|[Dd]eprecated\b[:.])/m.test(doc))
    return true;
  return (
    body !== null &&
    childrenOf(body).some(
      (node) =>
        node.name === "ExpressionStatement" &&
        /^(?:\w+\.)*warn\w*\s*\(/.test(text.slice(node.from, node.from + 60)) &&
        /\b(?:Pending)?DeprecationWarning\b|\bFutureWarning\b/.test(text.slice(node.from, node.to)),
    )
  );
}
