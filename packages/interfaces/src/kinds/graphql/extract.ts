/**
 * The elements of a schema: types, fields, arguments, input fields, enum values, members of unions.
 *
 * Definitions are read as they are written, without building a schema: a subgraph without a query type, or
 * a type that lies in another service, is as good as any other.
 */
import type { Problem } from "@freehold/model";
import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type StringValueNode,
  type TypeNode,
} from "graphql";
import type { Extraction, Json, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";

const MAX_TOKENS = 1_000_000;

export function extract(sources: readonly Source[]): Extraction {
  const problems: Problem[] = [];
  const found = new Map<string, ShapedElement>();
  for (const { path, text } of [...sources].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    try {
      const { definitions } = parse(text, { maxTokens: MAX_TOKENS, allowLegacyFragmentVariables: false });
      for (const definition of definitions) new Reader(path, found).define(definition);
    } catch (error) {
      problems.push(problemOf(path, error));
    }
  }
  return { elements: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

function problemOf(path: string, error: unknown): Problem {
  const at = (error as { locations?: readonly { line: number; column: number }[] }).locations?.[0];
  return {
    code: "graphql/syntax-error",
    severity: "warning",
    message: error instanceof Error ? error.message : String(error),
    path,
    ...(at === undefined ? {} : { line: at.line, column: at.column }),
  };
}

interface Described {
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
  readonly loc?: { readonly startToken: { readonly line: number } } | undefined;
  readonly name?: { readonly loc?: { readonly startToken: { readonly line: number } } | undefined } | undefined;
}

class Reader {
  readonly #path: string;
  readonly #found: Map<string, ShapedElement>;

  constructor(path: string, found: Map<string, ShapedElement>) {
    this.#path = path;
    this.#found = found;
  }

  define(node: DefinitionNode): void {
    switch (node.kind) {
      case Kind.SCHEMA_DEFINITION:
      case Kind.SCHEMA_EXTENSION:
        for (const { operation, type } of node.operationTypes ?? [])
          this.#add("root", `schema.${operation}`, `${operation}: ${type.name.value}`, { type: type.name.value }, node);
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
        this.#type("scalar", node.name.value, node);
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
        this.#composite("type", node.name.value, node, node.kind === Kind.OBJECT_TYPE_EXTENSION);
        break;
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        this.#composite("interface", node.name.value, node, node.kind === Kind.INTERFACE_TYPE_EXTENSION);
        break;
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION:
        if (node.kind === Kind.UNION_TYPE_DEFINITION) this.#type("union", node.name.value, node);
        for (const { name } of node.types ?? [])
          this.#add(
            "member",
            `${node.name.value} = ${name.value}`,
            `union ${node.name.value} = ${name.value}`,
            {},
            node,
          );
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
        if (node.kind === Kind.ENUM_TYPE_DEFINITION) this.#type("enum", node.name.value, node);
        for (const value of node.values ?? [])
          this.#add(
            "enum-value",
            `${node.name.value}.${value.name.value}`,
            `enum ${node.name.value} { ${value.name.value} }`,
            {},
            value,
          );
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
          this.#type("input", node.name.value, node, {
            oneOf: (node.directives ?? []).some(({ name }) => name.value === "oneOf"),
          });
        for (const field of node.fields ?? [])
          this.#input("input-field", `${node.name.value}.${field.name.value}`, field);
        break;
      case Kind.DIRECTIVE_DEFINITION: {
        const id = `@${node.name.value}`;
        const where = node.locations.map(({ value }) => value).sort();
        this.#add(
          "directive",
          id,
          `directive ${id} on ${where.join(" | ")}`,
          { where, repeatable: node.repeatable },
          node,
        );
        for (const argument of node.arguments ?? []) this.#input("argument", `${id}(${argument.name.value})`, argument);
        break;
      }
      default:
    }
  }

  #type(kind: string, name: string, node: Described, structure: Json = {}): void {
    this.#add("type", name, `${kind} ${name}`, { kind, ...(structure as object) }, node);
  }

  #composite(
    kind: string,
    name: string,
    node: Described & {
      readonly fields?: readonly FieldDefinitionNode[] | undefined;
      readonly interfaces?: readonly { readonly name: { readonly value: string } }[] | undefined;
    },
    extension: boolean,
  ): void {
    if (!extension || !this.#found.has(name)) this.#type(kind, name, node);
    for (const { name: parent } of node.interfaces ?? [])
      this.#add("implements", `${name} : ${parent.value}`, `${kind} ${name} implements ${parent.value}`, {}, node);
    for (const field of node.fields ?? []) {
      const id = `${name}.${field.name.value}`;
      const inputs = (field.arguments ?? []).map((argument) => `${argument.name.value}: ${print(argument.type)}`);
      const signature = `${id}${inputs.length === 0 ? "" : `(${inputs.join(", ")})`}: ${print(field.type)}`;
      this.#add("field", id, signature, { type: typeOf(field.type) }, field);
      for (const argument of field.arguments ?? []) this.#input("argument", `${id}(${argument.name.value})`, argument);
    }
  }

  #input(kind: string, id: string, node: InputValueDefinitionNode): void {
    const { defaultValue } = node;
    const signature = `${id}: ${print(node.type)}${defaultValue === undefined ? "" : ` = ${print(defaultValue)}`}`;
    const fallback = defaultValue === undefined ? null : print(ordered(defaultValue));
    this.#add(kind, id, signature, { type: typeOf(node.type), default: fallback }, node);
  }

  #add(kind: string, id: string, signature: string, structure: Json, node: Described): void {
    const line = (node.name?.loc ?? node.loc)?.startToken.line;
    this.#found.set(
      id,
      element({
        id,
        kind,
        name: id,
        signature,
        structure: withDirectives(structure, node.directives),
        stability: stabilityOf(node.directives),
        doc: node.description?.value,
        rule: `graphql.${kind}`,
        path: this.#path,
        line,
      }),
    );
  }
}

/** Those that say how stable something is. */
const READ = new Set(["alpha", "beta", "deprecated", "experimental", "inaccessible", "internal"]);

/** What any other directive means only the server knows: that it came or went may matter. */
function withDirectives(structure: Json, directives: readonly ConstDirectiveNode[] | undefined): Json {
  // On an input it is a rule of the language, and read as one.
  const oneOf = (structure as { readonly oneOf?: Json }).oneOf !== undefined;
  const applied = (directives ?? [])
    .filter(({ name }) => !READ.has(name.value.toLowerCase()) && !(oneOf && name.value === "oneOf"))
    .map(print);
  return applied.length === 0 ? structure : { ...(structure as object), directives: applied.sort() };
}

function stabilityOf(directives: readonly ConstDirectiveNode[] | undefined): ShapedElement["stability"] {
  const names = new Set((directives ?? []).map(({ name }) => name.value.toLowerCase()));
  if (names.has("deprecated")) return "deprecated";
  if (names.has("inaccessible") || names.has("internal")) return "internal";
  return names.has("beta") || names.has("experimental") || names.has("alpha") ? "beta" : "stable";
}

/** `["!", ["[", "String"]]` for `[String]!`. */
function typeOf(type: TypeNode): Json {
  if (type.kind === Kind.NON_NULL_TYPE) return ["!", typeOf(type.type)];
  return type.kind === Kind.LIST_TYPE ? ["[", typeOf(type.type)] : type.name.value;
}

/** The fields of an input object have no order. */
function ordered(value: ConstValueNode): ConstValueNode {
  if (value.kind === Kind.LIST) return { ...value, values: value.values.map(ordered) };
  if (value.kind !== Kind.OBJECT) return value;
  const fields = value.fields.map((field) => ({ ...field, value: ordered(field.value) }));
  return { ...value, fields: fields.toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1)) };
}
