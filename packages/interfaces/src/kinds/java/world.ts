/** All types of a unit by full name, and what a name means in each of them. */
import type { JavaFile, TypeDeclaration, TypeParameterText } from "./declarations.ts";

export interface KnownType {
  /** `a.b.Outer.Inner`. */
  readonly name: string;
  readonly file: JavaFile;
  readonly declaration: TypeDeclaration;
  readonly outer: KnownType | undefined;
}

export interface World {
  readonly types: ReadonlyMap<string, KnownType>;
  /** The direct supertypes of a type of the unit, erased. */
  supertypesOf(type: KnownType): readonly string[];
}

export function worldOf(files: readonly JavaFile[]): World {
  const types = new Map<string, KnownType>();
  for (const file of files) for (const one of file.types) add(file, one, undefined, types);
  return {
    types,
    supertypesOf(type) {
      const { superclass, interfaces } = type.declaration;
      const written = [...(superclass === undefined ? [] : [superclass]), ...interfaces];
      const scope = headerOf(scopeOf(type, types));
      return written.map((one) => erased(one, scope));
    },
  };
}

function add(
  file: JavaFile,
  declaration: TypeDeclaration,
  outer: KnownType | undefined,
  types: Map<string, KnownType>,
): void {
  const prefix = outer?.name ?? file.package;
  const name = prefix === "" ? declaration.name : `${prefix}.${declaration.name}`;
  const known: KnownType = { name, file, declaration, outer };
  // A second declaration of one name is for another version of the platform.
  if (types.has(name)) return;
  types.set(name, known);
  for (const one of declaration.types) add(file, one, known, types);
}

export interface NameScope {
  readonly type: KnownType;
  readonly types: ReadonlyMap<string, KnownType>;
  readonly parameters: ReadonlyMap<string, { readonly label: string; readonly bound: string }>;
  /** In front of the body, where member types of the type are not in scope. */
  readonly header?: boolean;
}

/** Source: section 6.3 of the language specification. */
export function headerOf(scope: NameScope): NameScope {
  return { ...scope, header: true };
}

/** With the type parameters of the type and of what is around it. */
export function scopeOf(type: KnownType, types: ReadonlyMap<string, KnownType>): NameScope {
  const outer =
    type.outer === undefined || type.declaration.modifiers.has("static") ? undefined : scopeOf(type.outer, types);
  const depth = depthOf(type);
  return withParameters(
    { type, types, parameters: outer?.parameters ?? new Map() },
    type.declaration.typeParameters,
    "$".repeat(depth),
  );
}

function depthOf({ outer }: KnownType): number {
  return outer === undefined ? 1 : depthOf(outer) + 1;
}

export function withParameters(scope: NameScope, parameters: readonly TypeParameterText[], mark: string): NameScope {
  const known = new Map(scope.parameters);
  parameters.forEach(({ name, bounds }, at) =>
    known.set(name, { label: `${mark}${at}`, bound: bounds[0] ?? "Object" }),
  );
  return { ...scope, parameters: known };
}

/** A type with full names; a name that is not explained is marked `~`: it may come from a star import. */
export function qualified(type: string, scope: NameScope): string {
  return type
    .replaceAll(/[\p{L}_$][\p{L}\p{N}_$]*(?:\s*\.\s*[\p{L}_$][\p{L}\p{N}_$]*)*/gu, (name) =>
      nameOf(name.replaceAll(/\s+/g, ""), scope),
    )
    .replaceAll(/\s*([<>,?&[\]])\s*/g, "$1")
    .replaceAll(/\?(extends|super) ?/g, "?$1 ")
    .replaceAll("?extends Object", "?");
}

const KEYWORDS = /^(?:boolean|byte|char|double|float|int|long|short|void|extends|super)$/;

function nameOf(name: string, scope: NameScope): string {
  if (KEYWORDS.test(name)) return name;
  const [first = "", ...rest] = name.split(".");
  const parameter = scope.parameters.get(first);
  if (parameter !== undefined) return parameter.label;
  const found = lookUp(first, scope);
  if (found !== undefined) return [found, ...rest].join(".");
  if (rest.length > 0 && /^[\p{Ll}_]/u.test(first)) return name.replace(/^java\.lang\.(?=\p{Lu}[^.]*$)/u, "");
  return LANGUAGE.has(first) ? name : `~${name}`;
}

/** Whether a name is one of `java.lang`, as far as these are known here. */
export function isOfLanguage(name: string): boolean {
  return LANGUAGE.has(name) || TOP.has(name);
}

/** The names of `java.lang` that signatures use most; others of it stay unexplained, which does no harm. */
const LANGUAGE: ReadonlySet<string> = new Set(
  `Object String CharSequence Boolean Byte Character Double Float Integer Long Short Void Number Class Enum Record
   Iterable Comparable Runnable AutoCloseable Cloneable Throwable Exception RuntimeException Error Thread StringBuilder
   Appendable ClassLoader Process Override Deprecated FunctionalInterface StackTraceElement`.split(/\s+/),
);

/** A member type of the type or what is around it, an import, a type of the package. */
function lookUp(name: string, { type, types, header = false }: NameScope): string | undefined {
  for (let at: KnownType | undefined = type; at !== undefined; at = at.outer) {
    if (at.declaration.name === name) return at.name;
    if (!(header && at === type) && types.has(`${at.name}.${name}`)) return `${at.name}.${name}`;
  }
  const imported = type.file.imports.get(name);
  if (imported !== undefined) return imported;
  const own = type.file.package === "" ? name : `${type.file.package}.${name}`;
  return types.has(own) ? own : undefined;
}

/** As the virtual machine knows it: without type arguments, a parameter by its first bound. */
export function erased(type: string, scope: NameScope, depth = 0): string {
  const plain = withoutArguments(type).replaceAll(/\s+/g, "");
  const [name = "", dimensions = ""] = /^([^[]*)(.*)$/.exec(plain)?.slice(1) ?? [];
  const parameter = scope.parameters.get(name);
  if (parameter !== undefined && depth < 8) return erased(parameter.bound, scope, depth + 1) + dimensions;
  return nameOf(name, scope) + dimensions;
}

function withoutArguments(type: string): string {
  let text = "";
  let depth = 0;
  for (const char of type) {
    if (char === "<") depth++;
    else if (char === ">") depth--;
    else if (depth === 0) text += char;
  }
  return text;
}

/** Whether two names may be the same: one that is not explained is any of its last word. */
export function sameType(one: string, other: string): boolean {
  if (one === other) return true;
  if (!one.includes("~") && !other.includes("~")) return false;
  const [a, b] = [one, other].map((type) => type.split(/([<>,?&[\] ])/));
  return a?.length === b?.length && (a ?? []).every((part, at) => sameName(part, b?.[at] ?? ""));
}

function sameName(one: string, other: string): boolean {
  if (one === other) return true;
  if (!one.startsWith("~") && !other.startsWith("~")) return false;
  const [a, b] = [one.replace("~", ""), other.replace("~", "")];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

const TOP = new Map(
  Object.entries({
    RuntimeException: "Exception",
    Exception: "Throwable",
    Error: "Throwable",
    "java.io.IOException": "Exception",
    "java.io.FileNotFoundException": "java.io.IOException",
    "java.io.UncheckedIOException": "RuntimeException",
    "java.sql.SQLException": "Exception",
    IllegalArgumentException: "RuntimeException",
    IllegalStateException: "RuntimeException",
    NullPointerException: "RuntimeException",
    UnsupportedOperationException: "RuntimeException",
    IndexOutOfBoundsException: "RuntimeException",
    NumberFormatException: "IllegalArgumentException",
    ClassCastException: "RuntimeException",
    ArithmeticException: "RuntimeException",
    "java.util.NoSuchElementException": "RuntimeException",
    "java.util.ConcurrentModificationException": "RuntimeException",
    InterruptedException: "Exception",
    ReflectiveOperationException: "Exception",
    ClassNotFoundException: "ReflectiveOperationException",
    NoSuchMethodException: "ReflectiveOperationException",
    NoSuchFieldException: "ReflectiveOperationException",
    CloneNotSupportedException: "Exception",
    "java.io.ObjectStreamException": "java.io.IOException",
    "java.io.EOFException": "java.io.IOException",
    "java.io.UnsupportedEncodingException": "java.io.IOException",
    "java.net.MalformedURLException": "java.io.IOException",
    "java.net.SocketException": "java.io.IOException",
    "java.net.UnknownHostException": "java.io.IOException",
    ...Object.fromEntries(
      `AssertionError LinkageError VirtualMachineError OutOfMemoryError StackOverflowError InternalError ThreadDeath
       NoClassDefFoundError ExceptionInInitializerError  IncompatibleClassChangeError
       AbstractMethodError NoSuchMethodError NoSuchFieldError IllegalAccessError InstantiationError VerifyError
       ClassFormatError UnsatisfiedLinkError BootstrapMethodError ClassCircularityError UnknownError`
        .split(/\s+/)
        .map((name) => [name, "Error"]),
    ),
    ...Object.fromEntries(
      `ArrayStoreException ArrayIndexOutOfBoundsException EnumConstantNotPresentException IllegalCallerException
       IllegalMonitorStateException IllegalThreadStateException LayerInstantiationException MatchException
       NegativeArraySizeException SecurityException StringIndexOutOfBoundsException TypeNotPresentException
       WrongThreadException java.util.InputMismatchException java.util.MissingResourceException java.util.EmptyStackException
       java.time.DateTimeException java.nio.BufferOverflowException java.nio.BufferUnderflowException`
        .split(/\s+/)
        .map((name) => [name, "RuntimeException"]),
    ),
    "java.util.List": "java.util.Collection",
    "java.util.Set": "java.util.Collection",
    "java.util.Queue": "java.util.Collection",
    "java.util.SortedSet": "java.util.Set",
    "java.util.SortedMap": "java.util.Map",
    "java.util.ArrayList": "java.util.List",
    "java.util.HashMap": "java.util.Map",
    "java.util.HashSet": "java.util.Set",
    "java.util.Collection": "Iterable",
    "java.io.Closeable": "AutoCloseable",
    Number: "Object",
    Integer: "Number",
    Long: "Number",
    Double: "Number",
    String: "CharSequence",
  }),
);

/** The well-known supertype of a type of the platform. */
export function knownAbove(name: string): string | undefined {
  return TOP.get(name.replace(/^~/, ""));
}

/** A type and all its supertypes, as far as the unit and the well-known part of the platform say. */
export function lineage(name: string, world: World): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const plain = next.replace(/^~/, "");
    if (reached.has(plain)) continue;
    reached.add(plain);
    const known = world.types.get(plain);
    if (known !== undefined) open.push(...world.supertypesOf(known));
    const above = TOP.get(plain);
    if (above !== undefined) open.push(above);
  }
  return reached;
}
