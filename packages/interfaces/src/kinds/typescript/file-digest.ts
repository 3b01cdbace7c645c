/**
 * What one file says about an interface: the cheap digest of its declarations.
 *
 * Plain JSON that depends on the file's name and text alone, so that a caller may keep it by blob id.
 * Equal `hash` of every file reached proves an interface unchanged without the compiler.
 */
import type { Problem } from "@freehold/model";
import type { Declarations } from "./structure.ts";

export interface ImportedName {
  readonly from: string;
  /** `*` for the whole module, `=` for `import x = require()`. */
  readonly name: string;
  readonly typeOnly?: true;
}

export interface ExportedName {
  readonly name: string;
  /** Name in this file, or in `from`; `*` for the whole module. */
  readonly local: string;
  readonly from?: string;
  readonly typeOnly?: true;
}

export interface FileDigest {
  /** Hash of the declarations; for a file that needs inference, of its whole text. */
  readonly hash: string;
  /** Declarations as text, private members blanked: what the compiler sees when it compares. */
  readonly text: string;
  readonly declarations: Declarations;
  readonly imports: Readonly<Record<string, ImportedName>>;
  readonly exports: readonly ExportedName[];
  /** Modules of `export *`. */
  readonly stars: readonly string[];
  /** Local name of `export =`. */
  readonly exportEquals?: string;
  /** Every module it refers to: of the declarations, or of the whole source where inference is needed. */
  readonly modules: readonly string[];
  /** Some declaration of it is known only to the compiler. */
  readonly inferred?: true;
  /** `untyped`: JavaScript, of which the names are known and no shapes. */
  readonly untyped?: true;
  readonly problems: readonly Problem[];
}

/** Raise it when a digest of the same text comes out different. */
export const DIGEST_VERSION = 3;
