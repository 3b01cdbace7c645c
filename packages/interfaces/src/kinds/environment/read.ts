/** One place where an environment variable is read, or where its being read is declared. */
import type { Json } from "../../kind.ts";
import type { ImportedName } from "../../syntax/imports.ts";
import type { SourceText } from "../../syntax/source.ts";
import type { Value } from "../../syntax/value.ts";

export type Required = boolean | "perhaps";

export interface Read {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  /** The program ends, or refuses, without it; `perhaps`: where something else holds. */
  readonly required: Required;
  /** What is taken without it; absent where that is nothing, or computed. */
  readonly default?: Json;
  /** How it is read, for the evidence. */
  readonly rule: "documented" | "read" | "schema" | "shell";
  readonly doc?: string | undefined;
  /** The text a schema takes: `number`, `boolean`, `url`, or choices. */
  readonly type?: string;
  readonly choices?: readonly string[];
}

/** A variable whose name is computed. */
export interface DynamicRead {
  readonly path: string;
  readonly line: number;
  /** Of the file. */
  readonly digest: string;
}

export interface FileReads {
  readonly reads: readonly Read[];
  readonly dynamic: readonly DynamicRead[];
}

/** As environments name variables; everything else in such a place is something else. */
export const NAME = /^[A-Za-z_][A-Za-z\d_]*$/;

/** The environment as a chain begins with it: what is named, and what becomes of that. */
export interface Access {
  readonly key: Value | string | undefined;
  readonly fallback?: Value | undefined;
  /** Reading it fails by itself where it is not set. */
  readonly fails?: Required;
}

export interface EnvironmentFile {
  readonly source: SourceText;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** Names that hold the environment as a whole. */
  readonly aliases: ReadonlySet<string>;
}
