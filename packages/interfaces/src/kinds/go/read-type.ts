/** Types as they are written, to types with every name resolved. */
import type { SyntaxNode } from "@lezer/common";
import { type Field, type GoType, type InterfaceType, predeclared, type Signature, type UnionTerm } from "./go-type.ts";
import { dotImports, type GoModule, type GoPackage, importedPath } from "./packages.ts";
import { childrenOf, textOf } from "../../syntax/node.ts";
import { type GoFile, partsOf } from "./syntax.ts";

/** Where a type stands: what its names mean. */
export interface Scope {
  readonly module: GoModule;
  readonly package: GoPackage;
  readonly file: GoFile;
  /** Type parameters, by place. */
  readonly params: readonly string[];
  /** The length of an array: a number, or how it is written. */
  readonly fold: (length: SyntaxNode | undefined, scope: Scope) => string;
}

const DEPTH = 200;

export function readType(node: SyntaxNode, scope: Scope, depth = 0): GoType {
  if (depth > DEPTH) return { kind: "unknown", text: "too deep" };
  const inner = (child: SyntaxNode | undefined): GoType =>
    child === undefined ? unreadable(node, scope) : readType(child, scope, depth + 1);
  const parts = partsOf(node);
  switch (node.name) {
    case "TypeName":
    case "VariableName":
    case "DefName":
      return nameType(textOf(node, scope.file.text), scope);
    case "QualifiedType":
    case "SelectorExpr":
      return qualified(parts, scope);
    case "ParameterizedType":
    case "ParameterizedExpr":
    case "IndexExpr":
      return parameterized(node, scope, depth);
    case "PointerType":
      return { kind: "pointer", of: inner(parts.at(-1)) };
    case "ParenthesizedType":
    case "ParenthesizedExpr":
      return inner(parts.at(-1));
    case "UnaryExp":
      return textOf(node, scope.file.text).startsWith("*")
        ? { kind: "pointer", of: inner(parts.at(-1)) }
        : unreadable(node, scope);
    case "SliceType":
      return { kind: "slice", of: inner(parts.at(-1)) };
    case "ArrayType":
      return {
        kind: "array",
        length: scope.fold(parts.length > 1 ? parts[0] : undefined, scope),
        of: inner(parts.at(-1)),
      };
    case "MapType":
      return { kind: "map", key: inner(parts[0]), of: inner(parts[1]) };
    case "ChannelType":
      return { kind: "chan", direction: directionOf(node, scope), of: inner(parts.at(-1)) };
    case "FunctionType":
    case "FunctionLiteral":
      return { kind: "func", ...readSignature(node, scope, depth + 1) };
    case "StructType":
      return { kind: "struct", fields: fieldsOf(node, scope, depth + 1) };
    case "InterfaceType":
      return readInterface(node, scope, depth + 1);
    case "TypeElem":
    case "UnderlyingType":
      return { kind: "interface", methods: [], embeds: [], unions: [unionOf(node, scope, depth + 1)] };
    default:
      return unreadable(node, scope);
  }
}

function unreadable(node: SyntaxNode, { file }: Scope): GoType {
  return { kind: "unknown", text: textOf(node, file.text).replaceAll(/\s+/g, " ").slice(0, 200) };
}

export function nameType(name: string, scope: Scope): GoType {
  const index = scope.params.indexOf(name);
  if (index !== -1) return { kind: "param", index };
  if (scope.package.scope.has(name)) return { kind: "name", key: `${scope.package.path}#${name}`, args: [] };
  const known = predeclared(name);
  if (known !== undefined) return known;
  const dots = dotImports(scope.module, scope.file);
  const from = dots.find((path) => scope.module.packages.get(path)?.scope.has(name)) ?? dots[0];
  return { kind: "name", key: `${from ?? scope.package.path}#${name}`, args: [] };
}

function qualified([from, name]: readonly SyntaxNode[], { module, file }: Scope): GoType {
  const path = importedPath(module, file, textOf(from, file.text));
  return { kind: "name", key: `${path}#${textOf(name, file.text)}`, args: [] };
}

function parameterized(node: SyntaxNode, scope: Scope, depth: number): GoType {
  const list = node.getChild("TypeArgs");
  const [base, ...rest] = partsOf(node);
  const args = (list === null ? rest : partsOf(list)).map((one) => readType(one, scope, depth + 1));
  const generic = base === undefined ? unreadable(node, scope) : readType(base, scope, depth + 1);
  return generic.kind === "name" ? { ...generic, args } : generic;
}

function directionOf(node: SyntaxNode, { file }: Scope): "both" | "send" | "receive" {
  const text = textOf(node, file.text);
  if (text.startsWith("<-")) return "receive";
  return /^chan\s*<-/.test(text) ? "send" : "both";
}

/** Of a function, method or function type: what stands behind its (last) name. */
export function readSignature(node: SyntaxNode, scope: Scope, depth = 0): Signature {
  const lists = childrenOf(node).filter(({ name, type }) => /^[A-Z]/.test(name) && !type.isError);
  const own = node.name === "MethodDecl" ? lists.slice(1) : lists;
  const start = own.findIndex(({ name }) => name === "Parameters");
  const given = own[start];
  const result = own[start + 1];
  const params = given === undefined ? [] : parametersOf(given, scope, depth);
  const variadic = isVariadic(given, scope);
  const results =
    result === undefined || result.name === "Block" || result.name.endsWith("Comment")
      ? []
      : result.name === "Parameters"
        ? parametersOf(result, scope, depth)
        : [readType(result, scope, depth)];
  return { params, results, variadic };
}

function isVariadic(list: SyntaxNode | undefined, { file }: Scope): boolean {
  const last = list?.getChildren("Parameter").at(-1);
  return last !== undefined && childrenOf(last).some((child) => textOf(child, file.text) === "...");
}

/** One type for each parameter; those of `a, b int` are two. A variadic one is a slice. */
function parametersOf(list: SyntaxNode, scope: Scope, depth: number): GoType[] {
  return list.getChildren("Parameter").flatMap((parameter) => {
    const parts = partsOf(parameter);
    const written = parts.at(-1);
    if (written === undefined) return [];
    const names = parts.filter(({ name }) => name === "DefName").length;
    const rest = childrenOf(parameter).some((child) => textOf(child, scope.file.text) === "...");
    const type = readType(written, scope, depth);
    const whole: GoType = rest ? { kind: "slice", of: type } : type;
    return Array.from({ length: Math.max(1, names) }, () => whole);
  });
}

function fieldsOf(node: SyntaxNode, scope: Scope, depth: number): Field[] {
  const body = node.getChild("StructBody");
  return (body?.getChildren("FieldDecl") ?? []).flatMap((declaration) => {
    const tag = textOf(declaration.getChild("String"), scope.file.text);
    const parts = partsOf(declaration).filter(({ name }) => name !== "String");
    const names = parts.filter(({ name }) => name === "FieldName");
    const written = parts.at(-1);
    if (written === undefined) return [];
    const type = readType(written, scope, depth);
    if (names.length > 0)
      return names.map((name): Field => ({ name: textOf(name, scope.file.text), type, embedded: false, tag }));
    const pointer = childrenOf(declaration)[0]?.name === "*" && written.name !== "PointerType";
    const whole: GoType = pointer ? { kind: "pointer", of: type } : type;
    return [{ name: embeddedName(written, scope), type: whole, embedded: true, tag }];
  });
}

function embeddedName(node: SyntaxNode, { file }: Scope): string {
  const text = textOf(node, file.text).replace(/\[[^]*$/, "");
  return /[\p{L}_][\p{L}\p{Nd}_]*$/u.exec(text.trim())?.[0] ?? text;
}

function readInterface(node: SyntaxNode, scope: Scope, depth: number): InterfaceType {
  const methods: [string, Signature][] = [];
  const embeds: GoType[] = [];
  const unions: (readonly UnionTerm[])[] = [];
  const body = node.getChild("InterfaceBody");
  for (const part of body === null ? [] : partsOf(body)) {
    if (part.name === "MethodElem")
      methods.push([textOf(part.getChild("FieldName"), scope.file.text), readSignature(part, scope, depth)]);
    else if (part.name === "TypeElem" || part.name === "UnderlyingType") unions.push(unionOf(part, scope, depth));
    else embeds.push(readType(part, scope, depth));
  }
  methods.sort(([a], [b]) => (a < b ? -1 : 1));
  return { kind: "interface", methods, embeds, unions };
}

function unionOf(node: SyntaxNode, scope: Scope, depth: number): UnionTerm[] {
  if (depth > DEPTH) return [];
  if (node.name === "UnderlyingType") {
    const [type] = partsOf(node);
    return type === undefined ? [] : [{ tilde: true, type: readType(type, scope, depth + 1) }];
  }
  if (node.name !== "TypeElem") return [{ tilde: false, type: readType(node, scope, depth + 1) }];
  return partsOf(node)
    .filter(({ name }) => name !== "LogicOp")
    .flatMap((part) => unionOf(part, scope, depth + 1));
}

/** Names of type parameters, and what each must be. */
export function readTypeParams(
  node: SyntaxNode,
  scope: Scope,
): { readonly names: readonly string[]; readonly constraints: readonly GoType[] } {
  const list = node.getChild("TypeParams");
  if (list === null) return { names: [], constraints: [] };
  const groups = list.getChildren("TypeParam").map((one) => {
    const parts = partsOf(one);
    return parts.length === 1
      ? { names: parts, constraint: undefined }
      : { names: parts.slice(0, -1), constraint: parts.at(-1) };
  });
  const names = groups.flatMap((group) => group.names.map((name) => textOf(name, scope.file.text)));
  const inside = { ...scope, params: names };
  const constraints: GoType[] = [];
  let behind: SyntaxNode | undefined;
  for (const { names: some, constraint } of groups.toReversed()) {
    behind = constraint ?? behind;
    const type: GoType = behind === undefined ? { kind: "unknown", text: "" } : readType(behind, inside);
    for (let count = some.length; count > 0; count--) constraints.unshift(type);
  }
  return { names, constraints };
}
