/**
 * Syntax tree of a declaration file -> declarations as plain structure, its imports and exports.
 *
 * Works on what `oxc-transform` or a compiler emitted, or on a published `.d.ts`; a body, if there is
 * one, is never looked at.
 */
import type {
  Class,
  Directive,
  Function as FunctionNode,
  ModuleExportName,
  Statement,
  TSEnumDeclaration,
  TSInterfaceDeclaration,
  TSTypeAliasDeclaration,
  VariableDeclaration as VariableNode,
} from "oxc-parser";
import type { Reading } from "./reading.ts";
import { bodyOf } from "./bodies.ts";
import { annotated, heritage, signatureOf, typeParameters } from "./callables.ts";
import { classOf } from "./class-declaration.ts";
import { enumMembers } from "./enum-values.ts";
import type { Declaration, InterfaceDeclaration, Meta } from "./structure.ts";
import { typeText } from "./type-text.ts";

type Add = (name: string, declaration: Declaration) => void;

/** Every declaration of a list of statements, by name; overloads join one function. */
export function declarationsOf(
  body: readonly (Directive | Statement)[],
  reading: Reading,
): Record<string, Declaration[]> {
  const found = new Map<string, Declaration[]>();
  const add: Add = (name, declaration) => {
    const list = found.get(name);
    if (list === undefined) found.set(name, [declaration]);
    else merge(list, declaration);
  };
  for (const statement of body) declare(statement, reading, add);
  return Object.fromEntries(found);
}

function merge(list: Declaration[], added: Declaration): void {
  for (const [index, old] of list.entries()) {
    if (old.kind === "function" && added.kind === "function") {
      list[index] = {
        ...old,
        signatures: [...old.signatures, ...added.signatures],
        ...(added.inferred === true && { inferred: true }),
      };
      return;
    }
    if (old.kind === "interface" && added.kind === "interface") {
      list[index] = mergeInterfaces(old, added);
      return;
    }
  }
  list.push(added);
}

function mergeInterfaces(old: InterfaceDeclaration, added: InterfaceDeclaration): InterfaceDeclaration {
  return {
    ...old,
    extends: [...(old.extends ?? []), ...(added.extends ?? [])],
    members: [...old.members, ...added.members],
    calls: [...(old.calls ?? []), ...(added.calls ?? [])],
    constructs: [...(old.constructs ?? []), ...(added.constructs ?? [])],
    index: [...(old.index ?? []), ...(added.index ?? [])],
  };
}

function declare(statement: Directive | Statement, reading: Reading, add: Add): void {
  const meta = reading.meta(statement.start);
  switch (statement.type) {
    case "ExportNamedDeclaration":
      if (statement.declaration !== null) declareOne(statement.declaration, meta, reading, add);
      return;
    case "ExportDefaultDeclaration":
      declareDefault(statement.declaration, meta, reading, add);
      return;
    default:
      declareOne(statement, meta, reading, add);
  }
}

function declareDefault(
  node: { readonly type: string; readonly start: number; readonly end: number },
  meta: Meta,
  reading: Reading,
  add: Add,
): void {
  const name = defaultName(node);
  if (name === undefined) return;
  switch (node.type) {
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      return add(name, functionOf(node as FunctionNode, meta, reading));
    case "ClassDeclaration":
      return add(name, classOf(node as Class, meta, reading));
    case "TSInterfaceDeclaration":
      return add(name, interfaceOf(node as TSInterfaceDeclaration, meta, reading));
    default:
      // `export default <expression>` stands in JavaScript alone: declaration files name it first.
      return add(name, { kind: "variable", type: { text: "unknown" }, inferred: true, meta });
  }
}

/** The local name of a default export; undefined where it only names something declared elsewhere in the file. */
export function defaultName(node: { readonly type: string }): string | undefined {
  if (node.type === "Identifier") return undefined;
  const id = (node as { readonly id?: { readonly name: string } | null }).id;
  return id == null || node.type.endsWith("Expression") ? "default" : id.name;
}

function declareOne(node: Directive | Statement, meta: Meta, reading: Reading, add: Add): void {
  switch (node.type) {
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      return add(node.id?.name ?? "default", functionOf(node, meta, reading));
    case "ClassDeclaration":
      return add(node.id?.name ?? "default", classOf(node, meta, reading));
    case "VariableDeclaration":
      return variables(node, meta, reading, add);
    case "TSInterfaceDeclaration":
      return add(node.id.name, interfaceOf(node, meta, reading));
    case "TSTypeAliasDeclaration":
      return add(node.id.name, aliasOf(node, meta, reading));
    case "TSEnumDeclaration":
      return add(node.id.name, enumOf(node, meta, reading));
    case "TSModuleDeclaration":
      return moduleOf(node, meta, reading, add);
    default:
  }
}

function functionOf(node: FunctionNode, meta: Meta, reading: Reading): Declaration {
  const signature = signatureOf(node, reading);
  return { kind: "function", signatures: [signature], meta, ...(node.returnType == null && { inferred: true }) };
}

function variables(node: VariableNode, meta: Meta, reading: Reading, add: Add): void {
  for (const { id, init } of node.declarations) {
    if (id.type !== "Identifier") continue;
    const annotation = id.typeAnnotation;
    if (annotation != null) add(id.name, { kind: "variable", type: annotated(annotation, reading), meta });
    else if (init?.type === "Literal" || init?.type === "TemplateLiteral" || init?.type === "UnaryExpression") {
      // `declare const x = 1`: a constant of the literal's own type.
      add(id.name, { kind: "variable", type: { text: reading.source.slice(init.start, init.end) }, meta });
    } else add(id.name, { kind: "variable", type: { text: "unknown" }, inferred: true, meta });
  }
}

function aliasOf(node: TSTypeAliasDeclaration, meta: Meta, reading: Reading): Declaration {
  const type = typeText(node.typeAnnotation, reading.source);
  const parameters = typeParameters(node.typeParameters, reading);
  if (node.typeAnnotation.type !== "TSTypeLiteral") return { kind: "alias", ...parameters, type, meta };
  const object: InterfaceDeclaration = {
    kind: "interface",
    ...parameters,
    ...bodyOf(node.typeAnnotation.members, reading),
  };
  return { kind: "alias", ...parameters, type, object, meta };
}

function interfaceOf(node: TSInterfaceDeclaration, meta: Meta, reading: Reading): InterfaceDeclaration {
  const parents = node.extends.map((parent) => heritage(parent.expression, parent.typeArguments, reading));
  return {
    kind: "interface",
    ...typeParameters(node.typeParameters, reading),
    ...(parents.length > 0 && { extends: parents }),
    ...bodyOf(node.body.body, reading),
    meta,
  };
}

function enumOf(node: TSEnumDeclaration, meta: Meta, reading: Reading): Declaration {
  const members = enumMembers(node, reading.source).map((member) => ({
    name: member.name,
    ...(member.value !== undefined && { value: member.value }),
    meta: reading.meta(member.start),
  }));
  return { kind: "enum", ...(node.const && { const: true }), members, meta };
}

function moduleOf(
  node: Extract<Statement, { type: "TSModuleDeclaration" }>,
  meta: Meta,
  reading: Reading,
  add: Add,
): void {
  if (node.id.type !== "Identifier" || node.body == null) return;
  add(node.id.name, { kind: "namespace", declarations: declarationsOf(node.body.body, reading), meta });
}

/** Text of an exported or imported name. */
export function exportName(name: ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}
