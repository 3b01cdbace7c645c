/**
 * Types of Go as plain data, with names resolved: a name is `<package>#<Name>`, where packages of the module
 * itself begin with a dot (`.`, `./sub`) and others are their import path. So neither local package names
 * nor the module's own path matter.
 */

export type GoType =
  | { readonly kind: "basic"; readonly name: string }
  | { readonly kind: "name"; readonly key: string; readonly args: readonly GoType[] }
  | { readonly kind: "pointer" | "slice"; readonly of: GoType }
  /** `length` as a number where it could be worked out, else as it is written. */
  | { readonly kind: "array"; readonly length: string; readonly of: GoType }
  | { readonly kind: "map"; readonly key: GoType; readonly of: GoType }
  | { readonly kind: "chan"; readonly direction: "both" | "send" | "receive"; readonly of: GoType }
  | ({ readonly kind: "func" } & Signature)
  | { readonly kind: "struct"; readonly fields: readonly Field[] }
  | InterfaceType
  /** A type parameter of the declaration, by its place. */
  | { readonly kind: "param"; readonly index: number }
  /** The type of an expression that only a type checker knows. */
  | { readonly kind: "unknown"; readonly text: string };

export interface Signature {
  readonly params: readonly GoType[];
  readonly results: readonly GoType[];
  readonly variadic: boolean;
}

export interface Field {
  readonly name: string;
  readonly type: GoType;
  readonly embedded: boolean;
  readonly tag: string;
}

export interface InterfaceType {
  readonly kind: "interface";
  readonly methods: readonly (readonly [name: string, signature: Signature])[];
  readonly embeds: readonly GoType[];
  /** Each a set of alternatives; all of them must hold. */
  readonly unions: readonly (readonly UnionTerm[])[];
}

export interface UnionTerm {
  readonly tilde: boolean;
  readonly type: GoType;
}

export const EMPTY_INTERFACE: InterfaceType = { kind: "interface", methods: [], embeds: [], unions: [] };
/** The predeclared constraint, an interface that no method tells from `any`. */
const COMPARABLE: GoType = { kind: "name", key: "#comparable", args: [] };
const ERROR: GoType = { kind: "name", key: "#error", args: [] };

const NUMERIC =
  "int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128";
const BASIC = new Set([...NUMERIC.split(" "), "bool", "string"]);

/** A predeclared type by its name. */
export function predeclared(name: string): GoType | undefined {
  if (BASIC.has(name)) return { kind: "basic", name };
  switch (name) {
    case "byte":
      return { kind: "basic", name: "uint8" };
    case "rune":
      return { kind: "basic", name: "int32" };
    case "any":
      return EMPTY_INTERFACE;
    case "error":
      return ERROR;
    case "comparable":
      return COMPARABLE;
    default:
      return undefined;
  }
}

/** `unsafe.Pointer` and what else lies outside of the module. */
export function isOwn(key: string): boolean {
  return key.startsWith(".");
}

export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

export function packageOf(key: string): string {
  return key.slice(0, key.indexOf("#"));
}

export function nameOf(key: string): string {
  return key.slice(key.indexOf("#") + 1);
}

/** Whether code outside of the module can name it. */
export function isPublic(key: string): boolean {
  return isOwn(key) && isExported(nameOf(key)) && isPromised(packageOf(key));
}

/** What lies below a folder `internal` is promised to nobody outside. */
export function isPromised(packagePath: string): boolean {
  return !packagePath.split("/").includes("internal");
}

/** The type with its type parameters replaced. */
export function substitute(type: GoType, args: readonly GoType[]): GoType {
  if (args.length === 0) return type;
  const inner = (one: GoType): GoType => substitute(one, args);
  switch (type.kind) {
    case "param":
      return args[type.index] ?? type;
    case "name":
      return type.args.length === 0 ? type : { ...type, args: type.args.map(inner) };
    case "pointer":
    case "slice":
    case "array":
    case "chan":
      return { ...type, of: inner(type.of) };
    case "map":
      return { ...type, key: inner(type.key), of: inner(type.of) };
    case "func":
      return { ...type, ...substituteSignature(type, args) };
    case "struct":
      return { ...type, fields: type.fields.map((field) => ({ ...field, type: inner(field.type) })) };
    case "interface":
      return {
        ...type,
        methods: type.methods.map(([name, signature]) => [name, substituteSignature(signature, args)] as const),
        embeds: type.embeds.map(inner),
        unions: type.unions.map((union) => union.map((term) => ({ ...term, type: inner(term.type) }))),
      };
    default:
      return type;
  }
}

export function substituteSignature({ params, results, variadic }: Signature, args: readonly GoType[]): Signature {
  const inner = (one: GoType): GoType => substitute(one, args);
  return args.length === 0
    ? { params, results, variadic }
    : { params: params.map(inner), results: results.map(inner), variadic };
}
