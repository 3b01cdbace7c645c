/** A Go file as its declarations: nodes of the syntax tree, with what they are called. */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/go";
import { childrenOf, parseTree, textOf } from "../../syntax/node.ts";
import type { Outline } from "../../syntax/outline.ts";
import { type BuildConstraint, constraintOf } from "./build-constraint.ts";
import { cutBodies } from "./cut-bodies.ts";

export interface GoFile {
  readonly path: string;
  readonly text: string;
  readonly packageName: string;
  readonly build: BuildConstraint;
  readonly imports: readonly GoImport[];
  readonly declarations: readonly GoDeclaration[];
  /** Documentation of the package clause. */
  readonly doc: string;
}

interface GoImport {
  /** The name it is given here, if any. */
  readonly name: string | undefined;
  readonly path: string;
}

interface Declared {
  readonly name: string;
  readonly file: GoFile;
  readonly at: number;
  readonly doc: string;
}

export type GoDeclaration =
  | (Declared & {
      readonly kind: "const" | "var";
      readonly type: SyntaxNode | undefined;
      readonly value: SyntaxNode | undefined;
      /** Place in `a, b = f()`, where one value gives them all. */
      readonly part: number | undefined;
      readonly iota: number;
    })
  | (Declared & { readonly kind: "func"; readonly node: SyntaxNode })
  | (Declared & { readonly kind: "method"; readonly node: SyntaxNode; readonly receiver: Receiver })
  | (Declared & {
      readonly kind: "type";
      readonly node: SyntaxNode;
      readonly type: SyntaxNode;
      readonly alias: boolean;
    });

interface Receiver {
  readonly type: string;
  readonly pointer: boolean;
  readonly params: readonly string[];
}

/** What a file declares of it, parsed; undefined for what is nested deeper than can be parsed. */
export function outlineOf(source: string): Outline | undefined {
  const text = cutBodies(source);
  const tree = parseTree(parser, text);
  return tree && { text, tree };
}

export function readGoFile(path: string, { text, tree }: Outline): GoFile {
  const top = tree.topNode;
  const clause = top.getChild("PackageClause");
  const imports: GoImport[] = [];
  const declarations: GoDeclaration[] = [];
  const file: GoFile = {
    path,
    text,
    packageName: textOf(clause?.getChild("DefName"), text),
    build: constraintOf(path, text),
    imports,
    declarations,
    doc: clause === null ? "" : docAbove(text, clause.from),
  };
  for (let node = top.firstChild; node !== null; node = node.nextSibling) {
    if (node.name === "ImportDecl") imports.push(...specsOf(node, "ImportSpec").map((spec) => importOf(spec, text)));
    else declarations.push(...declarationsOf(node, file));
  }
  return file;
}

/** Parts without the commas, brackets, keywords and comments between them. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name, type }) => /^[A-Z]/.test(name) && !name.endsWith("Comment") && !type.isError);
}

function specsOf(node: SyntaxNode, name: string): SyntaxNode[] {
  const list = node.getChild("SpecList") ?? node;
  return list.getChildren(name);
}

function importOf(spec: SyntaxNode, text: string): GoImport {
  const name = textOf(spec.getChild("DefName") ?? spec.getChild("."), text);
  const dot = /^\s*\./.test(textOf(spec, text));
  const path = textOf(spec.getChild("String"), text).slice(1, -1);
  return { name: dot ? "." : name === "" ? undefined : name, path };
}

function declarationsOf(node: SyntaxNode, file: GoFile): GoDeclaration[] {
  switch (node.name) {
    case "TypeDecl":
      return specsOf(node, "TypeSpec").flatMap((spec) => typeOf(spec, node, file));
    case "ConstDecl":
      return constantsOf(node, file);
    case "VarDecl":
      return specsOf(node, "VarSpec").flatMap((spec) => variablesOf(spec, node, file));
    case "FunctionDecl":
      return [{ kind: "func", node, ...declared(node.getChild("DefName"), node, node, file) }];
    case "MethodDecl":
      return methodOf(node, file);
    default:
      return [];
  }
}

function declared(name: SyntaxNode | null, spec: SyntaxNode, group: SyntaxNode, file: GoFile): Declared {
  const own = docAbove(file.text, spec.from);
  const doc = own === "" && group.getChild("SpecList") === null ? docAbove(file.text, group.from) : own;
  return { name: textOf(name, file.text), file, at: name?.from ?? spec.from, doc };
}

function typeOf(spec: SyntaxNode, group: SyntaxNode, file: GoFile): GoDeclaration[] {
  const parts = partsOf(spec);
  const name = spec.getChild("DefName");
  const type = parts.at(-1);
  if (name === null || type === undefined || type.name === "DefName" || type.name === "TypeParams") return [];
  const before = spec.getChild("TypeParams")?.to ?? name.to;
  const alias = file.text.slice(before, type.from).includes("=");
  return [{ kind: "type", node: spec, type, alias, ...declared(name, spec, group, file) }];
}

/** A specification without values repeats the one above, with the next `iota`. */
function constantsOf(node: SyntaxNode, file: GoFile): GoDeclaration[] {
  let repeated: { type: SyntaxNode | undefined; values: readonly SyntaxNode[] } = { type: undefined, values: [] };
  return specsOf(node, "ConstSpec").flatMap((spec, iota) => {
    const written = assigned(spec, file.text);
    if (written.values.length > 0) repeated = written;
    return spec.getChildren("DefName").map((name, at): GoDeclaration => ({
      kind: "const",
      type: repeated.type,
      value: repeated.values[at],
      part: undefined,
      iota,
      ...declared(name, spec, node, file),
    }));
  });
}

function variablesOf(spec: SyntaxNode, group: SyntaxNode, file: GoFile): GoDeclaration[] {
  const { type, values } = assigned(spec, file.text);
  const names = spec.getChildren("DefName");
  const shared = names.length > 1 && values.length === 1;
  return names.map((name, at): GoDeclaration => ({
    kind: "var",
    type,
    value: shared ? values[0] : values[at],
    part: shared ? at : undefined,
    iota: 0,
    ...declared(name, spec, group, file),
  }));
}

function assigned(spec: SyntaxNode, text: string): { type: SyntaxNode | undefined; values: readonly SyntaxNode[] } {
  const parts = partsOf(spec).filter(({ name }) => name !== "DefName");
  const names = spec.getChildren("DefName");
  const equals = childrenOf(spec).find((child) => text.slice(child.from, child.to) === "=");
  const last = names.at(-1)?.to ?? spec.from;
  const values = equals === undefined ? [] : parts.filter(({ from }) => from > equals.from);
  const type = parts.find(({ from, to }) => from >= last && to <= (equals?.from ?? spec.to));
  return { type, values };
}

function methodOf(node: SyntaxNode, file: GoFile): GoDeclaration[] {
  const parameter = node.getChild("Parameters")?.getChild("Parameter");
  let type = parameter === null || parameter === undefined ? undefined : partsOf(parameter).at(-1);
  const pointer = type !== undefined && /^\(*\s*\*/.test(textOf(type, file.text));
  while (type?.name === "PointerType" || type?.name === "ParenthesizedType") type = partsOf(type).at(-1);
  if (type === undefined) return [];
  const named = type.name === "ParameterizedType" ? type.firstChild : type;
  const args = type.getChild("TypeArgs");
  const params = args === null ? [] : partsOf(args).map((one) => textOf(one, file.text));
  const receiver = { type: textOf(named, file.text), pointer, params };
  return [{ kind: "method", node, receiver, ...declared(node.getChild("FieldName"), node, node, file) }];
}

/** The comment that ends on the line above, without its marks. */
export function docAbove(text: string, from: number): string {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const lines: string[] = [];
  let end = start - 1;
  while (end > 0) {
    const begin = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(begin, end).trim();
    if (line.endsWith("*/") && lines.length === 0) {
      const open = text.lastIndexOf("/*", end);
      return open === -1 ? "" : text.slice(open + 2, text.lastIndexOf("*/", end)).trim();
    }
    if (!line.startsWith("//")) break;
    if (!/^\/\/(?:go:|line |\s*\+build)/.test(line)) lines.unshift(line.replace(/^\/\/ ?/, ""));
    end = begin - 1;
  }
  return lines.join("\n").trim();
}
