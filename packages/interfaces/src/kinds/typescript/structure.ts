/**
 * What comparison understands of a declaration: plain JSON, free of positions, comments and formatting.
 *
 * Types stay text, printed canonically from the syntax tree; `refs` name what the text refers to and in
 * which position, so that the position of every named type follows without a compiler.
 */

/** 1: where the text stands, -1: the opposite position (a parameter of a function type), 0: both. */
export type Sign = 1 | -1 | 0;

/** A name that a type refers to; `args` are the references inside its type arguments. */
export interface Ref {
  readonly name: string;
  readonly sign: Sign;
  readonly args?: readonly (readonly Ref[])[];
}

export interface TypeText {
  readonly text: string;
  readonly refs?: readonly Ref[];
}

export interface TypeParameter {
  readonly name: string;
  readonly constraint?: TypeText;
  readonly default?: TypeText;
  readonly modifiers?: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: TypeText;
  readonly optional?: true;
  readonly rest?: true;
}

export interface Signature {
  readonly typeParameters?: readonly TypeParameter[];
  /** Type of a `this` parameter. */
  readonly thisType?: TypeText;
  readonly parameters: readonly Parameter[];
  readonly returns: TypeText;
}

/** Where something stands and what its comment says: beside the structure, never part of the shape. */
export interface Meta {
  readonly line: number;
  /** Hash of what it belongs to, positions and comments left out: made where the file is read, once. */
  readonly hash?: string;
  readonly doc?: string;
  readonly tags?: readonly string[];
}

export interface Member {
  readonly name: string;
  readonly static?: true;
  readonly optional?: true;
  readonly readonly?: true;
  readonly abstract?: true;
  readonly protected?: true;
  /** A property has a type, a method signatures. */
  readonly type?: TypeText;
  readonly signatures?: readonly Signature[];
  readonly meta?: Meta;
}

export interface IndexSignature {
  readonly key: TypeText;
  readonly type: TypeText;
  readonly readonly?: true;
}

interface Common {
  readonly meta?: Meta;
  /** The declared text lacks what only inference could tell; its shape is unknown until the compiler ran. */
  readonly inferred?: true;
}

export interface FunctionDeclaration extends Common {
  readonly kind: "function";
  readonly signatures: readonly Signature[];
}

export interface VariableDeclaration extends Common {
  readonly kind: "variable";
  readonly type: TypeText;
}

export interface ClassDeclaration extends Common {
  readonly kind: "class";
  readonly typeParameters?: readonly TypeParameter[];
  readonly extends?: TypeText;
  readonly implements?: readonly TypeText[];
  readonly abstract?: true;
  readonly constructors: readonly Signature[];
  readonly constructorAccess?: "private" | "protected";
  readonly members: readonly Member[];
  readonly index?: readonly IndexSignature[];
  /** It has private members, so no other class can stand in for it. */
  readonly nominal?: true;
}

export interface InterfaceDeclaration extends Common {
  readonly kind: "interface";
  readonly typeParameters?: readonly TypeParameter[];
  readonly extends?: readonly TypeText[];
  readonly members: readonly Member[];
  readonly calls?: readonly Signature[];
  readonly constructs?: readonly Signature[];
  readonly index?: readonly IndexSignature[];
}

export interface AliasDeclaration extends Common {
  readonly kind: "alias";
  readonly typeParameters?: readonly TypeParameter[];
  readonly type: TypeText;
  /** The members, where the alias names an object type written out. */
  readonly object?: InterfaceDeclaration;
}

export interface EnumDeclaration extends Common {
  readonly kind: "enum";
  readonly const?: true;
  readonly members: readonly { readonly name: string; readonly value?: string; readonly meta?: Meta }[];
}

interface NamespaceDeclaration extends Common {
  readonly kind: "namespace";
  readonly declarations: Declarations;
}

export type Declaration =
  | FunctionDeclaration
  | VariableDeclaration
  | ClassDeclaration
  | InterfaceDeclaration
  | AliasDeclaration
  | EnumDeclaration
  | NamespaceDeclaration;

/** Several declarations of one name merge (function + namespace, interface + const). */
export type Declarations = Readonly<Record<string, readonly Declaration[]>>;

/** A copy without positions and comments: what the shape is the hash of. */
export function withoutMeta<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === "meta" ? undefined : item))) as T;
}
