/** A file of another tool that declares products: one file here for each, and one line in the registry. */
import type { Problem } from "@freehold/model";
import type { DeclaredEntity } from "../input.ts";

export interface ImportedFile {
  readonly path: string;
  readonly text: string;
}

export interface ImportedFacts {
  readonly entities: readonly DeclaredEntity[];
  readonly problems: readonly Problem[];
}

export interface ImportedFormat {
  readonly id: string;
  readonly title: string;
  /** Whether a path is such a file, by its name alone. */
  matches(path: string): boolean;
  /** Pure: text in, entities and problems out; never throws. */
  parse(file: ImportedFile): ImportedFacts;
}
