/** What comparison looks at, by kind of element. Types are texts with full paths; see `type-text.ts`. */

export interface GenericParameter {
  readonly of: "type" | "const";
  /** Sorted. Of a const parameter: its type. */
  readonly bounds: readonly string[];
  readonly default: string | null;
}

export interface Generics {
  readonly lifetimes: number;
  readonly parameters: readonly GenericParameter[];
  /** Predicates on anything else than a bare parameter, sorted. */
  readonly where: readonly string[];
}

interface Shared {
  /** Under which condition it exists; absent: always. */
  readonly cfg?: string;
  readonly deprecated: boolean;
}

export interface FunctionShape extends Shared {
  readonly of: "function";
  readonly generics: Generics;
  /** The receiver's type comes first. */
  readonly parameters: readonly string[];
  readonly receiver: boolean;
  readonly returns: string;
  readonly unsafe: boolean;
  readonly const: boolean;
  readonly abi: string;
  readonly variadic: boolean;
  readonly mustUse: boolean;
  readonly targetFeatures: readonly string[];
  /** The symbol that the linker sees, where one is promised. */
  readonly symbol: string | null;
  /** In traits: whether there is a body. */
  readonly provided: boolean;
  readonly inTrait: boolean;
}

export type Fields = "named" | "tuple" | "unit";

export interface TypeShape extends Shared {
  readonly of: "struct" | "union" | "enum";
  readonly generics: Generics;
  readonly fields: Fields;
  /** Public fields, or variants, in their order. */
  readonly open: readonly string[];
  /** How many fields are private. */
  readonly closed: number;
  /** How many public fields or variants are hidden from the documentation, and so not promised. */
  readonly concealed: number;
  readonly nonExhaustive: boolean;
  readonly mustUse: boolean;
  readonly repr: readonly string[];
  /** The number of each variant. */
  readonly discriminants: { readonly [variant: string]: string };
  /** Whether a value can be cast to its number. */
  readonly castable: boolean;
  /** Whether values can be ordered, so that the order of variants or fields is seen. */
  readonly ordered: boolean;
  /** What a value proves not to be, by its fields: `Send`, `Sync`, `Unpin`. */
  readonly never: readonly string[];
}

export interface FieldShape extends Shared {
  readonly of: "field";
  readonly type: string;
}

export interface VariantShape extends Shared {
  readonly of: "variant";
  readonly fields: Fields;
  readonly nonExhaustive: boolean;
  readonly types: readonly {
    readonly name: string;
    readonly type: string;
    readonly hidden: boolean;
  }[];
}

export interface TraitShape extends Shared {
  readonly of: "trait";
  readonly generics: Generics;
  readonly unsafe: boolean;
  readonly supertraits: readonly string[];
  /** Nobody outside can implement it. */
  readonly sealed: boolean;
  /** Whether `dyn Trait` is possible. */
  readonly dyn: boolean;
  readonly mustUse: boolean;
}

export interface AssociatedTypeShape extends Shared {
  readonly of: "associated-type";
  readonly generics: Generics;
  readonly bounds: readonly string[];
  readonly default: string | null;
}

export interface ValueShape extends Shared {
  readonly of: "const" | "static";
  readonly type: string;
  readonly mutable: boolean;
  readonly unsafe: boolean;
  readonly provided: boolean;
  readonly inTrait: boolean;
}

export interface AliasShape extends Shared {
  readonly of: "alias";
  readonly generics: Generics;
  readonly target: string;
}

export interface ImplShape extends Shared {
  readonly of: "impl";
  readonly generics: Generics;
  /** For any type at all: `impl<T> Trait for T`. */
  readonly blanket: boolean;
  readonly negative: boolean;
  readonly types: { readonly [name: string]: string };
  /** What it defines; sorted. */
  readonly items: readonly string[];
}

export interface MacroShape extends Shared {
  readonly of: "macro";
  /** The patterns, in their order; of a derive macro its helper attributes. */
  readonly patterns: readonly string[];
}

interface ModuleShape extends Shared {
  readonly of: "module";
}

/** Another path to an element of this crate, or to something of another crate. */
interface ReExportShape extends Shared {
  readonly of: "re-export";
  readonly target: string;
  readonly outside: boolean;
}

export type RustShape =
  | FunctionShape
  | TypeShape
  | FieldShape
  | VariantShape
  | TraitShape
  | AssociatedTypeShape
  | ValueShape
  | AliasShape
  | ImplShape
  | MacroShape
  | ModuleShape
  | ReExportShape;

type Holding<Shape, Kind> = Shape extends { readonly of: infer Of } ? (Kind extends Of ? Shape : never) : never;

export type ShapeOf<Kind extends RustShape["of"]> = Holding<RustShape, Kind>;
