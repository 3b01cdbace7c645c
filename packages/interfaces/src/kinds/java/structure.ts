/** What comparison looks at, by kind of element. Types are full names; `#0` is a type parameter of a method, `$0` of a type. */

export interface TypeStructure {
  readonly of: "class" | "interface" | "enum" | "record" | "annotation";
  readonly access: "public" | "protected";
  readonly modifiers: readonly string[];
  /** Bounds of each type parameter. */
  readonly typeParameters: readonly string[];
  readonly superclass: string;
  /** Every supertype, those of supertypes in the unit included; sorted. */
  readonly supertypes: readonly string[];
  /** With type arguments. */
  readonly interfaces: readonly string[];
  readonly permits: readonly string[];
  /** Whether others may make classes or interfaces that extend it. */
  readonly extensible: boolean;
  /** Whether others may have classes below it: by extending it, or a permitted type that is open again. */
  readonly inheritable: boolean;
  readonly components: readonly string[];
  /** Constants in their order. */
  readonly constants: readonly string[];
  /** Of annotations: where they may stand, and how long they are kept. */
  readonly targets: readonly string[] | null;
  readonly retention: string | null;
  readonly repeatable: boolean;
  /** Tools that add members when it is compiled. */
  readonly generated: readonly string[];
  readonly deprecated: boolean;
}

export interface MethodStructure {
  readonly of: "method" | "constructor";
  readonly access: "public" | "protected";
  readonly static: boolean;
  readonly final: boolean;
  readonly abstract: boolean;
  /** Whether subclasses of others may override or must implement it. */
  readonly overridable: boolean;
  /** Without generics, as the virtual machine links it. */
  readonly erased: string;
  readonly returns: string;
  readonly parameters: readonly string[];
  readonly varargs: boolean;
  readonly typeParameters: readonly string[];
  readonly throws: readonly string[];
  /** Of an element of an annotation. */
  readonly default: string | null;
  /** It says that it overrides something. */
  readonly override: boolean;
  readonly deprecated: boolean;
}

export interface FieldStructure {
  readonly of: "field" | "constant";
  readonly access: "public" | "protected";
  readonly static: boolean;
  readonly final: boolean;
  readonly type: string;
  /** Of a constant that compilers copy into their users. */
  readonly value: string | null;
  readonly deprecated: boolean;
}

export interface ModuleStructure {
  readonly of: "module";
  readonly name: string;
  readonly open: boolean;
  readonly directives: readonly string[];
}

interface ExportStructure {
  readonly of: "export";
}

export type JavaStructure = TypeStructure | MethodStructure | FieldStructure | ModuleStructure | ExportStructure;
