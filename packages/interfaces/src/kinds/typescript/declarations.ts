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
  ParamPattern,
  Statement,
  TSEnumDeclaration,
  TSInterfaceDeclaration,
  TSSignature,
  TSTypeAliasDeclaration,
  TSTypeAnnotation,
  TSTypeParameterDeclaration,
  VariableDeclaration as VariableNode,
} from "oxc-parser";
import { enumMembers } from "./enum-values.ts";
import type {
  ClassDeclaration,
  Declaration,
  IndexSignature,
  InterfaceDeclaration,
  Member,
  Meta,
  Parameter,
  Signature,
  TypeParameter,
  TypeText,
} from "./structure.ts";
import { keyText, typeText } from "./type-text.ts";

/** What a reader knows beside the tree: the text, and where and how a node is documented. */
export interface Reading {
  readonly source: string;
  meta(start: number): Meta;
}

type Add = (name: string, declaration: Declaration) => void;

const ANY: TypeText = { text: "any" };

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

type Body = Pick<InterfaceDeclaration, "members" | "calls" | "constructs" | "index">;

function bodyOf(nodes: readonly TSSignature[], reading: Reading): Body {
  const members = new Members();
  const calls: Signature[] = [];
  const constructs: Signature[] = [];
  const index: IndexSignature[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case "TSCallSignatureDeclaration":
        calls.push(signatureOf(node, reading));
        break;
      case "TSConstructSignatureDeclaration":
        constructs.push(signatureOf(node, reading));
        break;
      case "TSIndexSignature":
        index.push(indexOf(node, reading));
        break;
      case "TSPropertySignature":
        members.add({
          name: keyText(node.key, node.computed, reading.source),
          ...(node.optional && { optional: true }),
          ...(node.readonly && { readonly: true }),
          type: annotated(node.typeAnnotation, reading),
          meta: reading.meta(node.start),
        });
        break;
      case "TSMethodSignature": {
        const name = keyText(node.key, node.computed, reading.source);
        const common = { name, ...(node.optional && { optional: true as const }), meta: reading.meta(node.start) };
        members.add(callable(node.kind, common, signatureOf(node, reading)));
      }
    }
  }
  return {
    members: members.list(),
    ...(calls.length > 0 && { calls }),
    ...(constructs.length > 0 && { constructs }),
    ...(index.length > 0 && { index }),
  };
}

function indexOf(node: Extract<TSSignature, { type: "TSIndexSignature" }>, reading: Reading): IndexSignature {
  return {
    key: annotated(node.parameters[0]?.typeAnnotation, reading),
    type: annotated(node.typeAnnotation, reading),
    ...(node.readonly && { readonly: true }),
  };
}

/** A method, or a property where it is an accessor; a getter without a setter is read-only. */
function callable(kind: string, common: Omit<Member, "type" | "signatures">, signature: Signature): Member {
  if (kind === "get") return { ...common, readonly: true, type: signature.returns };
  if (kind === "set") return { ...common, type: signature.parameters[0]?.type ?? ANY };
  return { ...common, signatures: [signature] };
}

/** Collects members by name: overloads join, a getter and a setter make one property. */
class Members {
  private readonly byName = new Map<string, Member>();

  add(member: Member): void {
    const key = `${member.static === true ? "static " : ""}${member.name}`;
    const old = this.byName.get(key);
    if (old === undefined) this.byName.set(key, member);
    else if (old.signatures !== undefined && member.signatures !== undefined) {
      this.byName.set(key, { ...old, signatures: [...old.signatures, ...member.signatures] });
    } else if (old.type !== undefined && member.type !== undefined) {
      const { readonly: _, ...rest } = old.readonly === true ? old : member;
      this.byName.set(key, rest);
    }
  }

  list(): Member[] {
    return [...this.byName.values()];
  }
}

function classOf(node: Class, meta: Meta, reading: Reading): ClassDeclaration {
  const members = new Members();
  const constructors: Signature[] = [];
  const index: IndexSignature[] = [];
  let access: "private" | "protected" | undefined;
  let nominal = false;
  let inferred = false;
  for (const item of node.body.body) {
    if (item.type === "StaticBlock") continue;
    if (item.type === "TSIndexSignature") {
      index.push(indexOf(item, reading));
      continue;
    }
    const hidden = item.accessibility === "private";
    if (item.type.endsWith("MethodDefinition") && "kind" in item && item.kind === "constructor") {
      if (item.accessibility === "private" || item.accessibility === "protected") access = item.accessibility;
      constructors.push(signatureOf(item.value, reading));
      continue;
    }
    if (hidden || item.key.type === "PrivateIdentifier") {
      nominal = true;
      continue;
    }
    const common = {
      name: keyText(item.key, item.computed, reading.source),
      ...(item.static && { static: true as const }),
      ...(item.optional === true && { optional: true as const }),
      ...(item.type.startsWith("TSAbstract") && { abstract: true as const }),
      ...(item.accessibility === "protected" && { protected: true as const }),
      meta: reading.meta(item.start),
    };
    if ("kind" in item) {
      inferred ||= item.value.returnType == null && item.kind !== "set";
      members.add(callable(item.kind, common, signatureOf(item.value, reading)));
    } else {
      const readonly = "readonly" in item && item.readonly;
      const value = item.value;
      const literal = value?.type === "Literal" ? { text: reading.source.slice(value.start, value.end) } : undefined;
      inferred ||= item.typeAnnotation == null && literal === undefined;
      const type = literal ?? annotated(item.typeAnnotation, reading);
      members.add({ ...common, ...(readonly && { readonly: true }), type });
    }
  }
  const parents = (node.implements ?? []).map((parent) => heritage(parent.expression, parent.typeArguments, reading));
  return {
    kind: "class",
    ...typeParameters(node.typeParameters, reading),
    ...(node.superClass !== null && { extends: heritage(node.superClass, node.superTypeArguments, reading) }),
    ...(parents.length > 0 && { implements: parents }),
    ...(node.abstract === true && { abstract: true }),
    constructors,
    ...(access !== undefined && { constructorAccess: access }),
    members: members.list(),
    ...(index.length > 0 && { index }),
    ...(nominal && { nominal: true }),
    ...(inferred && { inferred: true }),
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

interface Callable {
  readonly typeParameters?: TSTypeParameterDeclaration | null;
  readonly params: readonly ParamPattern[];
  readonly returnType?: TSTypeAnnotation | null;
}

function signatureOf(node: Callable, reading: Reading): Signature {
  const all = node.params.map((parameter, index) => parameterOf(parameter, index, reading));
  const self = all[0]?.name === "this" ? all[0].type : undefined;
  return {
    ...typeParameters(node.typeParameters, reading),
    ...(self !== undefined && { thisType: self }),
    parameters: self === undefined ? all : all.slice(1),
    returns: annotated(node.returnType, reading),
  };
}

function parameterOf(node: ParamPattern, index: number, reading: Reading): Parameter {
  const pattern = node.type === "TSParameterProperty" ? node.parameter : node;
  const inner = pattern.type === "RestElement" ? pattern.argument : pattern;
  const target = inner.type === "AssignmentPattern" ? inner.left : inner;
  const optional = ("optional" in pattern && pattern.optional) || inner.type === "AssignmentPattern";
  return {
    name: target.type === "Identifier" ? target.name : `_${index}`,
    type: annotated(
      pattern.typeAnnotation ?? ("typeAnnotation" in target ? target.typeAnnotation : undefined),
      reading,
    ),
    ...(optional && { optional: true }),
    ...(pattern.type === "RestElement" && { rest: true }),
  };
}

function annotated(node: TSTypeAnnotation | null | undefined, reading: Reading): TypeText {
  return node == null ? ANY : typeText(node.typeAnnotation, reading.source);
}

function heritage(
  expression: { readonly start: number; readonly end: number },
  args: { readonly params: readonly Parameters<typeof typeText>[0][] } | null | undefined,
  reading: Reading,
): TypeText {
  const name = reading.source.slice(expression.start, expression.end).replace(/\s+/g, "");
  const printed = (args?.params ?? []).map((arg) => typeText(arg, reading.source));
  const text = printed.length === 0 ? name : `${name}<${printed.map((arg) => arg.text).join(", ")}>`;
  return { text, refs: [{ name, sign: 1, ...(printed.length > 0 && { args: printed.map((arg) => arg.refs ?? []) }) }] };
}

function typeParameters(
  node: TSTypeParameterDeclaration | null | undefined,
  reading: Reading,
): { readonly typeParameters?: readonly TypeParameter[] } {
  if (node == null) return {};
  return {
    typeParameters: node.params.map((parameter) => {
      const modifiers = [parameter.const && "const", parameter.in && "in", parameter.out && "out"]
        .filter(Boolean)
        .join(" ");
      return {
        name: parameter.name.name,
        ...(parameter.constraint !== null && { constraint: typeText(parameter.constraint, reading.source) }),
        ...(parameter.default !== null && { default: typeText(parameter.default, reading.source) }),
        ...(modifiers !== "" && { modifiers }),
      };
    }),
  };
}

/** Text of an exported or imported name. */
export function exportName(name: ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}
