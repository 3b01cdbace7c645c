/** What comparison looks at, by kind of element. */

export interface FieldStructure {
  /** Whether texts are checked to be UTF-8; null where it holds none. */
  readonly utf8: string | null;
  readonly javaUtf8: string | null;
  /** Written between two tags rather than with its length. */
  readonly delimited: boolean;
  readonly number: number;
  /** Scalar, or the full name of a message or enum; as written where it can't be resolved. */
  readonly type: string;
  readonly of: "scalar" | "message" | "enum" | "group" | "unknown";
  /** Of maps. */
  readonly key: string | null;
  readonly cardinality: "singular" | "repeated" | "required" | "map";
  /** Whether it can be told if it was set. */
  readonly presence: boolean;
  readonly oneof: string | null;
  readonly json: string;
  readonly default: string | null;
  /** Options that generated code depends on. */
  readonly options: { readonly [name: string]: string };
}

export interface ReservedStructure {
  readonly jsonFormat: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly names: readonly string[];
}

export interface MessageStructure extends ReservedStructure {
  readonly options: Readonly<Record<string, boolean>>;
  readonly extensions: readonly (readonly [from: number, to: number])[];
}

export interface EnumStructure extends ReservedStructure {
  readonly closed: boolean;
}

export interface EnumValueStructure {
  readonly number: number;
}

export interface MethodStructure {
  readonly request: string;
  readonly response: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  readonly idempotency: string;
}
