/**
 * What a distribution's modules define, as plain data without lines or layout: what comparing two versions
 * needs. Names in types and values are resolved by the imports of their module, to dotted paths.
 */
import type { PyType } from "./py-type.ts";

export interface PyModel {
  /** By dotted name, private ones too: what they define may be passed on. */
  readonly modules: Readonly<Record<string, PyModule>>;
  readonly requires: string | null;
  readonly commands: readonly string[];
  /** Packages with `py.typed`. */
  readonly typed: readonly string[];
}

export interface PyModule {
  readonly package: boolean;
  readonly stub: boolean;
  readonly names: Readonly<Record<string, PyName>>;
  /** `__all__`, where there is one. */
  readonly all: readonly string[] | null;
  /** Modules whose `__all__` is part of it. */
  readonly allOf: readonly string[];
  /** Modules all of whose names are imported. */
  readonly stars: readonly string[];
  /** Names that its `__getattr__` mentions; null without one. */
  readonly dynamic: readonly string[] | null;
}

export type PyName = PyFunction | PyClass | PyAttribute | PyImport | PyAlias;

export type ParameterKind = "positional-only" | "positional" | "variadic" | "keyword-only" | "keywords";

export interface PyParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly type: PyType | null;
  readonly fallback: PyValue | null;
}

/** An expression by its one text; `literal`: two different ones are different values. */
export interface PyValue {
  readonly text: string;
  readonly literal: boolean;
}

export interface PySignature {
  readonly parameters: readonly PyParameter[];
  readonly returns: PyType | null;
}

export interface PyFunction extends PySignature {
  readonly kind: "function";
  readonly binding: "function" | "instance" | "class" | "static";
  /** What a call gives: awaited, iterated. */
  readonly async: boolean;
  readonly generator: boolean;
  readonly abstract: boolean;
  readonly final: boolean;
  readonly overloads: readonly PySignature[];
  /** Decorators whose effect is not known here. */
  readonly decorators: readonly string[];
  readonly typeParams: readonly string[];
  /** Hash of other definitions of the name, for other versions or platforms. */
  readonly others: readonly string[];
}

export interface PyAttribute {
  readonly kind: "attribute";
  readonly type: PyType | null;
  readonly value: PyValue | null;
  /** Set on instances only. */
  readonly instance: boolean;
  readonly property: { readonly writable: boolean; readonly abstract: boolean } | null;
  readonly final: boolean;
  readonly others: readonly string[];
}

export interface PyClass {
  readonly kind: "class";
  /** Resolved names, without their arguments. */
  readonly bases: readonly string[];
  /** What a generic base or its own list takes. */
  readonly typeParams: readonly string[];
  readonly keywords: Readonly<Record<string, string>>;
  readonly final: boolean;
  /** Decorators by name, with how they are called. */
  readonly decorators: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, PyName>>;
  /** Names of annotated members in their order: what makes the constructor of a data class. */
  readonly fields: readonly string[];
  readonly others: readonly string[];
}

/** `from module import name`, or a module itself. */
export interface PyImport {
  readonly kind: "import";
  readonly module: string;
  readonly name: string | null;
  /** `as` its own name: meant to be passed on. */
  readonly redundant: boolean;
  /** From a module of the same distribution. */
  readonly own: boolean;
}

/** A type alias. */
interface PyAlias {
  readonly kind: "type";
  readonly type: PyType;
  readonly typeParams: readonly string[];
}

/** Where a name is defined; kept apart, since comparing must not see it. */
export interface PyPlace {
  readonly path: string;
  readonly line: number;
  readonly doc: string;
  readonly deprecated: boolean;
  /** It, or its module, says that it promises nothing yet. */
  readonly provisional: boolean;
  readonly signature: string;
}
