/**
 * The type and value of an expression, where syntax and the declarations of the module make them certain.
 *
 * What only a type checker knows is `unknown`, with the expression as its text, names resolved: two equal
 * ones have one type, of two different ones nothing is said.
 */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/go";
import { withoutArguments, written } from "./expression-text.ts";
import { integer, numberLiteral, stringLiteral, valueText } from "./constant.ts";
import { EMPTY_INTERFACE, type GoType, nameOf, packageOf, predeclared } from "./go-type.ts";
import { isMisread, type Split, splitOperands } from "./operands.ts";
import { type GoModule, type GoNamed, type GoPackage, importedPath } from "./packages.ts";
import { nameType, readSignature, readType, readTypeParams, type Scope } from "./read-type.ts";
import { parseTree, textOf } from "../../syntax/node.ts";
import { type GoFile, partsOf } from "./syntax.ts";
import { defaultType, twoSided, type Typed, unary, unknown } from "./typed.ts";

const INT: GoType = { kind: "basic", name: "int" };
const DEPTH = 60;

export function scopeOf(module: GoModule, from: GoPackage, file: GoFile, params: readonly string[] = []): Scope {
  return { module, package: from, file, params, fold: foldLength };
}

function foldLength(node: SyntaxNode | undefined, scope: Scope): string {
  if (node === undefined) return "...";
  const { value } = evaluate(node, scope, { iota: 0, depth: 0 });
  return value === undefined ? written(node, scope) : valueText(value);
}

interface Context {
  readonly iota: number;
  readonly depth: number;
}

/** Of a declared constant or variable. */
export function declarationType(declaration: GoNamed, scope: Scope, depth = 0): Typed {
  if (declaration.kind !== "const" && declaration.kind !== "var") return unknown(declaration.name);
  const { kind, type, value, part, iota } = declaration;
  const said = type === undefined ? undefined : readType(type, scope);
  if (kind === "var" && said !== undefined) return { type: said };
  if (value === undefined || depth > DEPTH) return { type: said ?? { kind: "unknown", text: "" } };
  const found =
    part === undefined ? evaluate(value, scope, { iota, depth: depth + 1 }) : partOf(value, part, scope, depth);
  if (kind === "var") return { type: defaultType(found.type) };
  return { type: said ?? found.type, value: found.value };
}

function partOf(node: SyntaxNode, part: number, scope: Scope, depth: number): Typed {
  if (node.name === "CallExpr") {
    const results = calledSignature(node, scope, depth + 1)?.results;
    if (results?.[part] !== undefined) return { type: results[part] };
  }
  return unknown(`${written(node, scope)} [${part}]`);
}

function evaluate(node: SyntaxNode, scope: Scope, context: Context): Typed {
  if (context.depth > DEPTH) return unknown(written(node, scope));
  if (isMisread(node))
    return combined(splitOperands(textOf(node, scope.file.text)), scope, { ...context, depth: context.depth + 1 });
  const inner = (child: SyntaxNode | undefined): Typed =>
    child === undefined ? unknown("") : evaluate(child, scope, { ...context, depth: context.depth + 1 });
  const { text } = scope.file;
  const parts = partsOf(node);
  switch (node.name) {
    case "Number": {
      const found = numberLiteral(textOf(node, text));
      return found === undefined
        ? unknown(written(node, scope))
        : { type: { kind: "basic", name: found.type }, value: found.value };
    }
    case "Rune":
      return {
        type: { kind: "basic", name: "untyped rune" },
        value: integer(stringLiteral(textOf(node, text)).codePointAt(0) ?? 0),
      };
    case "String":
      return {
        type: { kind: "basic", name: "untyped string" },
        value: { kind: "string", text: stringLiteral(textOf(node, text)) },
      };
    case "Bool":
      return {
        type: { kind: "basic", name: "untyped bool" },
        value: { kind: "bool", holds: textOf(node, text) === "true" },
      };
    case "ParenthesizedExpr":
      return inner(parts[0]);
    case "VariableName":
      return variable(textOf(node, text), node, scope, context);
    case "SelectorExpr":
      return selected(node, scope, context);
    case "UnaryExp":
      return unary(textOf(node, text).charAt(0), inner(parts.at(-1)), () => written(node, scope));
    case "BinaryExp":
      return twoSided(operatorOf(node, scope), inner(parts[0]), inner(parts.at(-1)), () => written(node, scope));
    case "TypedLiteral":
      return { type: literalType(node, scope) };
    case "FunctionLiteral":
      return { type: { kind: "func", ...readSignature(node, scope) } };
    case "TypeAssertion":
      return parts[1] === undefined ? unknown("") : { type: readType(parts[1], scope) };
    case "CallExpr":
      return called(node, scope, context);
    default:
      return unknown(written(node, scope));
  }
}

function variable(name: string, node: SyntaxNode, scope: Scope, context: Context): Typed {
  if (name === "iota" && !scope.package.scope.has(name))
    return { type: { kind: "basic", name: "untyped int" }, value: integer(context.iota) };
  const found = lookUp(scope.module, scope.package.path, name, context.depth);
  return found ?? unknown(written(node, scope));
}

/** A constant, variable or function of a package that is known here. */
function lookUp(module: GoModule, path: string, name: string, depth: number): Typed | undefined {
  const from = module.packages.get(path);
  const declaration = from?.scope.get(name)?.[0];
  if (from === undefined || declaration === undefined) return undefined;
  const scope = scopeOf(module, from, declaration.file);
  if (declaration.kind === "func") {
    const { names } = readTypeParams(declaration.node, scope);
    return names.length > 0 ? undefined : { type: { kind: "func", ...readSignature(declaration.node, scope) } };
  }
  if (declaration.kind === "type") return undefined;
  return declarationType(declaration, scope, depth + 1);
}

function selected(node: SyntaxNode, scope: Scope, context: Context): Typed {
  const [from, name] = partsOf(node);
  if (from?.name === "VariableName") {
    const local = textOf(from, scope.file.text);
    if (!scope.package.scope.has(local)) {
      const path = importedPath(scope.module, scope.file, local);
      return lookUp(scope.module, path, textOf(name, scope.file.text), context.depth) ?? unknown(written(node, scope));
    }
  }
  return unknown(written(node, scope));
}

/** Operands are parsed alone, in the scope of the whole. */
function combined(split: Split, scope: Scope, context: Context): Typed {
  if (context.depth > DEPTH) return unknown("");
  const deeper = { ...context, depth: context.depth + 1 };
  if (split.kind === "unary")
    return unary(split.operator.charAt(0), combined(split.of, scope, deeper), () => splitText(split));
  if (split.kind === "binary") {
    const [left, right] = [combined(split.left, scope, deeper), combined(split.right, scope, deeper)];
    return twoSided(split.operator, left, right, () => splitText(split));
  }
  const text = `package p\nvar _ = ${split.text}`;
  const node = parseTree(parser, text)?.topNode.getChild("VarDecl")?.getChild("VarSpec")?.lastChild;
  if (node === null || node === undefined || isMisread(node)) return unknown(split.text);
  return evaluate(node, { ...scope, file: { ...scope.file, text } }, deeper);
}

function splitText(split: Split): string {
  if (split.kind === "operand") return split.text.replaceAll(/\s+/g, " ");
  if (split.kind === "unary") return `${split.operator}${splitText(split.of)}`;
  return `${splitText(split.left)} ${split.operator} ${splitText(split.right)}`;
}

function operatorOf(node: SyntaxNode, scope: Scope): string {
  const between = scope.file.text.slice(partsOf(node)[0]?.to, partsOf(node).at(-1)?.from);
  return /&&|\|\||<<|>>|&\^|[=!<>]=|[-+*/%&|^<>]/.exec(between.replaceAll(/\/\/.*|\/\*[^]*?\*\//g, ""))?.[0] ?? "";
}

/** `[...]T{a, b}` counts its elements. */
function literalType(node: SyntaxNode, scope: Scope): GoType {
  const [written, value] = partsOf(node);
  if (written === undefined) return { kind: "unknown", text: "" };
  const type = readType(written, scope);
  const open = type.kind === "slice" && /^\[\s*\.\.\./.test(textOf(written, scope.file.text));
  if (!open) return type;
  const elements = value?.getChildren("Element") ?? [];
  const keyed = elements.some((element) => element.getChild("Key") !== null);
  return { kind: "array", length: keyed ? "..." : String(elements.length), of: type.of };
}

function called(node: SyntaxNode, scope: Scope, context: Context): Typed {
  const callee = node.firstChild;
  const args = node.getChild("Arguments");
  const given = args === null ? [] : partsOf(args);
  const name = textOf(callee, scope.file.text);
  if (callee === null) return unknown("");
  if (!scope.package.scope.has(name)) {
    const made = builtin(name, given, scope, context);
    if (made !== undefined) return made;
  }
  const converted = conversion(callee, scope);
  if (converted !== undefined) {
    const [only] = given;
    const of = only === undefined ? undefined : evaluate(only, scope, { ...context, depth: context.depth + 1 });
    const kept = of?.value !== undefined && !(of.value.kind === "number" && of.value.denominator !== 1n);
    // `string(65)` is no number any more.
    const same = converted.kind !== "basic" || (converted.name === "string") === (of?.value?.kind === "string");
    return { type: converted, value: kept && same ? of.value : undefined };
  }
  const results = calledSignature(node, scope, context.depth + 1)?.results;
  if (results?.length === 1 && results[0] !== undefined) return { type: results[0] };
  return unknown(`${withoutArguments(written(callee, scope))} ( )`);
}

function builtin(name: string, given: readonly SyntaxNode[], scope: Scope, context: Context): Typed | undefined {
  const [first] = given;
  const inner = (node: SyntaxNode | undefined): Typed =>
    node === undefined ? unknown("") : evaluate(node, scope, { ...context, depth: context.depth + 1 });
  switch (name) {
    case "new":
      return first === undefined ? undefined : { type: { kind: "pointer", of: readType(first, scope) } };
    case "make":
      return first === undefined ? undefined : { type: readType(first, scope) };
    case "len":
    case "cap": {
      const value = inner(first).value;
      if (value?.kind === "string") return { type: INT, value: integer(new TextEncoder().encode(value.text).length) };
      return { type: INT };
    }
    case "append":
      return { type: inner(first).type };
    case "complex": {
      const [real, imaginary] = [inner(first).value, inner(given[1]).value];
      const type: GoType = { kind: "basic", name: "untyped complex" };
      return real?.kind === "number" && imaginary !== undefined ? { type, value: { ...real, imaginary } } : { type };
    }
    case "recover":
      return { type: EMPTY_INTERFACE };
    default:
      return undefined;
  }
}

/** The type that a call converts to, where what is called is a type. */
function conversion(callee: SyntaxNode, scope: Scope): GoType | undefined {
  switch (callee.name) {
    case "VariableName":
    case "TypeName": {
      const name = textOf(callee, scope.file.text);
      const declared = scope.package.scope.get(name)?.[0];
      if (declared !== undefined) return declared.kind === "type" ? nameType(name, scope) : undefined;
      return predeclared(name);
    }
    case "SelectorExpr":
    case "QualifiedType":
    case "ParameterizedExpr":
    case "ParameterizedType": {
      const type = readType(callee, scope);
      return type.kind === "name" && isType(type.key, scope.module) ? type : undefined;
    }
    case "ParenthesizedExpr":
    case "ParenthesizedType": {
      const [inside] = partsOf(callee);
      const type = inside === undefined ? undefined : readType(callee, scope);
      const target = type?.kind === "pointer" ? type.of : type;
      return target?.kind === "name" && isType(target.key, scope.module) ? type : undefined;
    }
    case "SliceType":
    case "MapType":
    case "ArrayType":
    case "FunctionType":
    case "InterfaceType":
    case "StructType":
    case "ChannelType":
    case "PointerType":
      return readType(callee, scope);
    default:
      return undefined;
  }
}

function isType(key: string, module: GoModule): boolean {
  return module.packages.get(packageOf(key))?.scope.get(nameOf(key))?.[0]?.kind === "type";
}

function calledSignature(node: SyntaxNode, scope: Scope, depth: number): Extract<GoType, { kind: "func" }> | undefined {
  const callee = node.firstChild;
  if (callee === null) return undefined;
  const { type } = evaluate(callee, scope, { iota: 0, depth });
  return type.kind === "func" ? type : undefined;
}
