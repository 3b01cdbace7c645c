/** The types that a Java file declares, as written. */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/java";
import { linesOf } from "../../syntax/lines.ts";
import { childOf, childrenOf, parseTree, textOf } from "../../syntax/node.ts";
import { outline } from "./outline.ts";
import {
  declaredAt,
  parametersOf,
  plainText,
  type Reader,
  typeNode,
  typeParametersOf,
  typesIn,
  typeText,
} from "./syntax.ts";

export interface JavaFile {
  readonly path: string;
  readonly package: string;
  /** Simple name to full name. */
  readonly imports: ReadonlyMap<string, string>;
  readonly types: readonly TypeDeclaration[];
  readonly module: ModuleDeclaration | undefined;
  /** Where something of it can't be read. */
  readonly unreadable: Unreadable | undefined;
}

interface Unreadable {
  /** The text of the whole file without comments, on one line. */
  readonly text: string;
  /** What stands where reading first failed. */
  readonly excerpt: string;
  readonly line: number;
}

interface ModuleDeclaration {
  readonly name: string;
  readonly open: boolean;
  /** `exports a.b`, `requires transitive c`, one each. */
  readonly directives: readonly string[];
  readonly line: number;
}

export interface Declared {
  readonly name: string;
  readonly modifiers: ReadonlySet<string>;
  /** Simple or full names with what stands in their brackets. */
  readonly annotations: ReadonlyMap<string, string>;
  readonly doc: string | undefined;
  readonly line: number;
  readonly signature: string;
}

export interface TypeParameterText {
  readonly name: string;
  readonly bounds: readonly string[];
}

export interface Parameter {
  readonly type: string;
  readonly name: string;
  readonly varargs: boolean;
}

export interface MethodDeclaration extends Declared {
  readonly of: "method" | "constructor";
  readonly typeParameters: readonly TypeParameterText[];
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  readonly throws: readonly string[];
  readonly hasBody: boolean;
  /** Of an element of an annotation. */
  readonly default: string | undefined;
}

export interface FieldDeclaration extends Declared {
  readonly of: "field" | "constant";
  readonly type: string;
  readonly value: string | undefined;
}

export interface TypeDeclaration extends Declared {
  readonly of: "class" | "interface" | "enum" | "record" | "annotation";
  readonly typeParameters: readonly TypeParameterText[];
  readonly superclass: string | undefined;
  readonly interfaces: readonly string[];
  readonly permits: readonly string[];
  /** Of records. */
  readonly components: readonly Parameter[];
  readonly methods: readonly MethodDeclaration[];
  readonly fields: readonly FieldDeclaration[];
  readonly types: readonly TypeDeclaration[];
}

const TYPES = {
  ClassDeclaration: "class",
  InterfaceDeclaration: "interface",
  EnumDeclaration: "enum",
  RecordDeclaration: "record",
  AnnotationTypeDeclaration: "annotation",
} as const;

export function readJava(path: string, source: string): JavaFile {
  const text = outline(source, /(?:^|\/)module-info\.java$/.test(path));
  const lineOf = linesOf(source);
  const reader: Reader = { source, lineOf };
  const tree = parseTree(parser, text);
  const top = tree === undefined ? [] : childrenOf(tree.topNode);
  const imports = new Map<string, string>();
  const errors: number[] = tree === undefined ? [0] : [];
  let name = "";
  let module: ModuleDeclaration | undefined;
  const types: TypeDeclaration[] = [];
  for (const node of top) {
    if (node.name === "PackageDeclaration") name = plainText(childOf(node, "ScopedIdentifier", "Identifier"), source);
    else if (node.name === "ImportDeclaration") addImport(textOf(node, source), imports);
    else if (node.name === "ModuleDeclaration") module = moduleOf(node, reader);
    else if (Object.hasOwn(TYPES, node.name)) types.push(typeOf(node, reader));
  }
  tree?.iterate({
    // What a field starts with is a value, and no part of its shape.
    enter: ({ type, name: node, from }) => {
      if (type.isError) errors.push(from);
      return node !== "VariableDeclarator" && !node.endsWith("Annotation");
    },
  });
  return { path, package: name, imports, types, module, unreadable: unreadableOf(source, errors[0], lineOf) };
}

function unreadableOf(source: string, at: number | undefined, lineOf: Reader["lineOf"]): Unreadable | undefined {
  if (at === undefined) return undefined;
  const text = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, " ").replaceAll(/\s+/g, " ");
  return { text, excerpt: source.slice(at, at + 60).trim(), line: lineOf(at) };
}

function addImport(text: string, imports: Map<string, string>): void {
  const match = /^import\s+(static\s+)?([\w.$\s]+?)\s*;?$/.exec(text);
  const path = match?.[2]?.replaceAll(/\s+/g, "");
  if (path !== undefined && match?.[1] === undefined) imports.set(path.slice(path.lastIndexOf(".") + 1), path);
}

function moduleOf(node: SyntaxNode, { source: text, lineOf }: Reader): ModuleDeclaration {
  const body = childOf(node, "ModuleBody");
  const directives = (body === undefined ? [] : childrenOf(body))
    .filter(({ name }) => name === "ModuleDirective")
    .map((one) =>
      textOf(one, text)
        .replaceAll(/\s+/g, " ")
        .replace(/\s*;$/, "")
        .replaceAll(/\s*,\s*/g, ", "),
    );
  return {
    name: plainText(childOf(node, "ScopedIdentifier", "Identifier"), text),
    open: childOf(node, "open") !== undefined,
    directives,
    line: lineOf(node.from),
  };
}

function typeOf(node: SyntaxNode, reader: Reader): TypeDeclaration {
  const { source: text } = reader;
  const body = childrenOf(node).find(({ name }) => name.endsWith("Body"));
  const all = body === undefined ? [] : bodyOf(body);
  const members = all.flatMap((member) => membersOf(member, reader));
  const header = childOf(node, "RecordHeader");
  const of = TYPES[node.name as keyof typeof TYPES];
  return {
    ...declaredAt(node, body, reader),
    of,
    typeParameters: typeParametersOf(node, text),
    superclass: typesIn(childOf(node, "Superclass"), text)[0],
    interfaces: typesIn(childOf(node, "SuperInterfaces", "ExtendsInterfaces"), text),
    permits: typesIn(childOf(node, "Permits"), text),
    components: header === undefined ? [] : parametersOf(header, text),
    methods: members.filter(isMethod),
    fields: members.filter((one) => !isMethod(one)),
    types: all.filter(({ name }) => Object.hasOwn(TYPES, name)).map((one) => typeOf(one, reader)),
  };
}

function isMethod(one: MethodDeclaration | FieldDeclaration): one is MethodDeclaration {
  return one.of === "method" || one.of === "constructor";
}

function bodyOf(body: SyntaxNode): SyntaxNode[] {
  return childrenOf(body).flatMap((one) => (one.name === "EnumBodyDeclarations" ? childrenOf(one) : [one]));
}

function membersOf(node: SyntaxNode, reader: Reader): (MethodDeclaration | FieldDeclaration)[] {
  switch (node.name) {
    case "MethodDeclaration":
    case "ConstructorDeclaration":
      return [methodOf(node, reader)];
    case "AnnotationTypeElementDeclaration":
      return [annotationElement(node, reader)];
    case "FieldDeclaration":
    case "ConstantDeclaration":
      return fieldsOf(node, reader);
    case "EnumConstant":
      return [
        {
          ...declaredAt(node, childOf(node, "ArgumentList", "ClassBody"), reader),
          of: "constant",
          type: "",
          value: undefined,
        },
      ];
    default:
      return [];
  }
}

function methodOf(node: SyntaxNode, reader: Reader): MethodDeclaration {
  const { source: text } = reader;
  const list = childOf(node, "FormalParameters");
  const body = childOf(node, "Block", "ConstructorBody", ";");
  const constructor = node.name === "ConstructorDeclaration";
  // `int f()[]`, an old way of writing `int[] f()`.
  const dimensions = childrenOf(node).filter(({ name }) => name === "Dimension");
  return {
    ...declaredAt(node, body, reader),
    of: constructor ? "constructor" : "method",
    typeParameters: typeParametersOf(node, text),
    parameters: list === undefined ? [] : parametersOf(list, text),
    returns: constructor ? "void" : typeText(typeNode(node), text) + "[]".repeat(dimensions.length),
    throws: typesIn(childOf(node, "Throws"), text),
    hasBody: childOf(node, "Block", "ConstructorBody") !== undefined,
    default: undefined,
  };
}

function annotationElement(node: SyntaxNode, reader: Reader): MethodDeclaration {
  const fallback = childOf(node, "default");
  const value = fallback?.nextSibling;
  return {
    ...declaredAt(node, fallback ?? childOf(node, ";"), reader),
    of: "method",
    typeParameters: [],
    parameters: [],
    returns: typeText(typeNode(node), reader.source),
    throws: [],
    hasBody: false,
    default: value === undefined || value === null ? undefined : plainText(value, reader.source),
  };
}

function fieldsOf(node: SyntaxNode, reader: Reader): FieldDeclaration[] {
  const { source } = reader;
  const text = source;
  const type = typeText(typeNode(node), text);
  return childrenOf(node)
    .filter(({ name }) => name === "VariableDeclarator")
    .map((one) => {
      const assign = childOf(one, "AssignOp")?.nextSibling ?? undefined;
      const dimensions = childrenOf(one).filter(({ name }) => name === "Dimension");
      return {
        ...declaredAt(node, undefined, reader),
        name: textOf(childOf(one, "Definition"), text),
        of: "field",
        type: type + "[]".repeat(dimensions.length),
        value: assign === undefined ? undefined : source.slice(assign.from, one.to),
      };
    });
}
