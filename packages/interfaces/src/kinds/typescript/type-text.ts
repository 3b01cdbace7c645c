/**
 * Prints a type from its syntax tree in one canonical way, and names what it refers to.
 *
 * One pass does both: a reference is recorded with the position it stands in, which flips at every
 * parameter of a function type. Names bound by the type itself (`infer`, mapped keys, its own type
 * parameters) are no references.
 */
import type { ParamPattern, TSSignature, TSType, TSTypeAnnotation, TSTypeName, TSTypeParameter } from "oxc-parser";
import type { Ref, Sign, TypeText } from "./structure.ts";
import { KEYWORDS, flip, inferredNames, modifier, nameText, unwrap } from "./type-syntax.ts";

/** Prints one type; `source` is the text that the tree was parsed from. */
export function typeText(type: TSType, source: string, bound: ReadonlySet<string> = new Set()): TypeText {
  const printer = new TypePrinter(source, bound);
  const text = printer.type(type, 1);
  return printer.refs.length === 0 ? { text } : { text, refs: printer.refs };
}

/** Quoted the same way whatever the source used. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** Name of a member key: plain, quoted where it is no identifier, `[…]` where computed. */
export function keyText(
  key: { readonly type: string; readonly start: number; readonly end: number },
  computed: boolean,
  source: string,
): string {
  const name: unknown = "name" in key ? key.name : undefined;
  if (!computed && typeof name === "string") return name;
  const value: unknown = "value" in key ? key.value : undefined;
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value);
    return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) ? text : quote(text);
  }
  return `[${source.slice(key.start, key.end).replace(/\s+/g, "")}]`;
}

/** Types that need parentheses below an array, an operator or an optional element. */
const LOOSE = new Set([
  "TSUnionType",
  "TSIntersectionType",
  "TSFunctionType",
  "TSConstructorType",
  "TSConditionalType",
  "TSTypeOperator",
  "TSInferType",
  "TSTypeQuery",
]);

class TypePrinter {
  readonly refs: Ref[] = [];
  private readonly source: string;
  private bound: ReadonlySet<string>;
  private target: Ref[] = this.refs;

  constructor(source: string, bound: ReadonlySet<string>) {
    this.source = source;
    this.bound = bound;
  }

  type(node: TSType, sign: Sign): string {
    const keyword = KEYWORDS[node.type];
    if (keyword !== undefined) return keyword;
    switch (node.type) {
      case "TSParenthesizedType":
        return this.type(node.typeAnnotation, sign);
      case "TSArrayType":
        return `${this.tight(node.elementType, sign)}[]`;
      case "TSUnionType":
        return this.join(node.types, " | ", sign);
      case "TSIntersectionType":
        return this.join(node.types, " & ", sign);
      case "TSLiteralType":
        return this.literal(node.literal);
      case "TSTypeReference":
        return this.reference(node.typeName, node.typeArguments?.params, sign);
      case "TSTypeQuery":
        if (node.exprName.type === "TSImportType") return `typeof ${this.type(node.exprName, sign)}`;
        return `typeof ${this.reference(node.exprName, node.typeArguments?.params, sign)}`;
      case "TSImportType":
        return this.importType(node, sign);
      case "TSTypeOperator":
        return `${node.operator} ${this.tight(node.typeAnnotation, node.operator === "keyof" ? 0 : sign)}`;
      case "TSIndexedAccessType":
        return `${this.tight(node.objectType, sign)}[${this.type(node.indexType, 0)}]`;
      case "TSTupleType":
        return `[${node.elementTypes.map((element) => this.type(element as TSType, sign)).join(", ")}]`;
      case "TSNamedTupleMember":
        return `${node.label.name}${node.optional ? "?" : ""}: ${this.type(node.elementType as TSType, sign)}`;
      case "TSTypeLiteral":
        return this.members(node.members, sign);
      case "TSFunctionType":
        return this.callable("", node, " => ", sign);
      case "TSConstructorType":
        return this.callable(node.abstract ? "abstract new " : "new ", node, " => ", sign);
      case "TSConditionalType":
        return this.conditional(node, sign);
      case "TSMappedType":
        return this.mapped(node, sign);
      case "TSTemplateLiteralType":
        return this.template(node, sign);
      case "TSTypePredicate":
        return this.predicate(node, sign);
      case "TSInferType": {
        const { name, constraint } = node.typeParameter;
        return `infer ${name.name}${constraint === null ? "" : ` extends ${this.type(constraint, 0)}`}`;
      }
      default:
        return this.other(node, sign);
    }
  }

  /** Optional and rest elements of tuples; anything newer than this printer is kept as it was written. */
  private other(node: TSType, sign: Sign): string {
    const kind: string = node.type;
    const inner: unknown = "typeAnnotation" in node ? node.typeAnnotation : undefined;
    if (kind === "TSOptionalType") return `${this.tight(inner as TSType, sign)}?`;
    if (kind === "TSRestType") return `...${this.type(inner as TSType, sign)}`;
    return this.source.slice(node.start, node.end).replace(/\s+/g, " ");
  }

  private tight(node: TSType, sign: Sign): string {
    const inner = unwrap(node);
    const text = this.type(inner, sign);
    return LOOSE.has(inner.type) ? `(${text})` : text;
  }

  private join(types: readonly TSType[], separator: string, sign: Sign): string {
    if (types.length === 1 && types[0] !== undefined) return this.type(types[0], sign);
    return types
      .map((type) => {
        const inner = unwrap(type);
        const text = this.type(inner, sign);
        const loose = inner.type !== "TSTypeOperator" && inner.type !== "TSTypeQuery" && LOOSE.has(inner.type);
        return loose ? `(${text})` : text;
      })
      .join(separator);
  }

  private literal(node: Extract<TSType, { type: "TSLiteralType" }>["literal"]): string {
    if (node.type === "Literal" && typeof node.value === "string") return quote(node.value);
    return this.source.slice(node.start, node.end);
  }

  reference(name: TSTypeName, args: readonly TSType[] | undefined, sign: Sign): string {
    const text = nameText(name);
    const root = text.split(".", 1)[0] ?? text;
    if (args === undefined || args.length === 0) {
      this.add({ name: text, sign }, root);
      return text;
    }
    const outer = this.target;
    const lists: Ref[][] = [];
    const texts = args.map((arg) => {
      const list: Ref[] = [];
      lists.push(list);
      this.target = list;
      const printed = this.type(arg, 1);
      this.target = outer;
      return printed;
    });
    const inner = lists.some((list) => list.length > 0);
    this.add(inner ? { name: text, sign, args: lists } : { name: text, sign }, root);
    return `${text}<${texts.join(", ")}>`;
  }

  private add(ref: Ref, root: string): void {
    if (this.bound.has(root)) {
      for (const list of ref.args ?? []) this.target.push(...list.map((inner) => ({ ...inner, sign: 0 as Sign })));
      return;
    }
    this.target.push(ref);
  }

  private importType(node: Extract<TSType, { type: "TSImportType" }>, sign: Sign): string {
    const qualifier = node.qualifier === null ? "" : `.${nameText(node.qualifier)}`;
    const args = node.typeArguments?.params.map((arg) => this.type(arg, 0));
    const text = `import(${quote(node.source.value)})${qualifier}`;
    this.target.push({ name: text, sign });
    return args === undefined ? text : `${text}<${args.join(", ")}>`;
  }

  members(members: readonly TSSignature[], sign: Sign): string {
    if (members.length === 0) return "{}";
    return `{ ${members.map((member) => this.member(member, sign)).join("; ")} }`;
  }

  private member(node: TSSignature, sign: Sign): string {
    switch (node.type) {
      case "TSPropertySignature": {
        const type = node.typeAnnotation === null ? "any" : this.type(node.typeAnnotation.typeAnnotation, sign);
        const key = keyText(node.key, node.computed, this.source);
        return `${node.readonly ? "readonly " : ""}${key}${node.optional ? "?" : ""}: ${type}`;
      }
      case "TSMethodSignature": {
        const key = keyText(node.key, node.computed, this.source);
        const accessor = node.kind === "method" ? "" : `${node.kind} `;
        return this.callable(`${accessor}${key}${node.optional ? "?" : ""}`, node, ": ", sign);
      }
      case "TSIndexSignature": {
        const key = node.parameters[0];
        const keyType = key === undefined ? "string" : this.type(key.typeAnnotation.typeAnnotation, 0);
        const type = this.type(node.typeAnnotation.typeAnnotation, sign);
        return `${node.readonly ? "readonly " : ""}[key: ${keyType}]: ${type}`;
      }
      case "TSConstructSignatureDeclaration":
        return this.callable("new ", node, ": ", sign);
      default:
        return this.callable("", node, ": ", sign);
    }
  }

  private callable(
    head: string,
    node: {
      readonly typeParameters?: { readonly params: readonly TSTypeParameter[] } | null;
      readonly params: readonly ParamPattern[];
      readonly returnType?: TSTypeAnnotation | null;
    },
    arrow: string,
    sign: Sign,
  ): string {
    return this.within(node.typeParameters?.params.map((parameter) => parameter.name.name) ?? [], () => {
      const own = node.typeParameters?.params.map((parameter) => this.typeParameter(parameter)).join(", ");
      const parameters = node.params.map((parameter, index) => this.parameter(parameter, index, flip(sign)));
      const returns = node.returnType == null ? "any" : this.type(node.returnType.typeAnnotation, sign);
      return `${head}${own === undefined ? "" : `<${own}>`}(${parameters.join(", ")})${arrow}${returns}`;
    });
  }

  private typeParameter(node: TSTypeParameter): string {
    const modifiers = `${node.const ? "const " : ""}${node.in ? "in " : ""}${node.out ? "out " : ""}`;
    const constraint = node.constraint === null ? "" : ` extends ${this.type(node.constraint, 0)}`;
    const fallback = node.default === null ? "" : ` = ${this.type(node.default, 0)}`;
    return `${modifiers}${node.name.name}${constraint}${fallback}`;
  }

  private parameter(node: ParamPattern, index: number, sign: Sign): string {
    const pattern = node.type === "TSParameterProperty" ? node.parameter : node;
    const annotation = pattern.typeAnnotation;
    const type = annotation == null ? "any" : this.type(annotation.typeAnnotation, sign);
    const optional = "optional" in pattern && pattern.optional ? "?" : "";
    const rest = pattern.type === "RestElement" ? "..." : "";
    const inner = pattern.type === "RestElement" ? pattern.argument : pattern;
    const name = inner.type === "Identifier" ? inner.name : `_${index}`;
    return `${rest}${name}${optional}: ${type}`;
  }

  private conditional(node: Extract<TSType, { type: "TSConditionalType" }>, sign: Sign): string {
    const check = this.tight(node.checkType, 0);
    const inferred = inferredNames(this.source.slice(node.extendsType.start, node.extendsType.end));
    return this.within(inferred, () => {
      const against = this.tight(node.extendsType, 0);
      return `${check} extends ${against} ? ${this.type(node.trueType, sign)} : ${this.type(node.falseType, sign)}`;
    });
  }

  private mapped(node: Extract<TSType, { type: "TSMappedType" }>, sign: Sign): string {
    const constraint = this.type(node.constraint, 0);
    return this.within([node.key.name], () => {
      const as = node.nameType === null ? "" : ` as ${this.type(node.nameType, 0)}`;
      const type = node.typeAnnotation === null ? "any" : this.type(node.typeAnnotation, sign);
      const readonly = modifier(node.readonly, "readonly");
      const optional = modifier(node.optional, "?");
      return `{ ${readonly}${readonly === "" ? "" : " "}[${node.key.name} in ${constraint}${as}]${optional}: ${type} }`;
    });
  }

  private template(node: Extract<TSType, { type: "TSTemplateLiteralType" }>, sign: Sign): string {
    let text = "`";
    for (const [index, quasi] of node.quasis.entries()) {
      const type = node.types[index];
      text += quasi.value.raw + (type === undefined ? "" : `\${${this.type(type, sign)}}`);
    }
    return `${text}\``;
  }

  private predicate(node: Extract<TSType, { type: "TSTypePredicate" }>, sign: Sign): string {
    const name = node.parameterName.type === "Identifier" ? node.parameterName.name : "this";
    const type = node.typeAnnotation === null ? "" : ` is ${this.type(node.typeAnnotation.typeAnnotation, sign)}`;
    return `${node.asserts ? "asserts " : ""}${name}${type}`;
  }

  private within(names: readonly string[], print: () => string): string {
    if (names.length === 0) return print();
    const outer = this.bound;
    this.bound = new Set([...outer, ...names]);
    const text = print();
    this.bound = outer;
    return text;
  }
}
