/** What an ownership file says, in one shape for every format, and the interface of a format. */
import type { Problem } from "@freehold/model";
import type { Glob } from "./glob.ts";
import type { DeclaredOwner } from "./owner.ts";

/**
 * Of the rules of one group that match a path, those of the highest order answer. That expresses
 * "the last line wins" (order: the line), "the nearest folder wins" (order: the depth) and "sections
 * are independent" (a group each).
 */
export interface DeclaredRule {
  readonly format: string;
  /** The file that says so, and where. */
  readonly path: string;
  readonly line: number;
  readonly group: string;
  readonly order: number;
  readonly glob: Glob;
  /** The pattern as written, or the folder. */
  readonly pattern: string;
  /** Applies only to paths that match this too (filters of Kubernetes OWNERS). */
  readonly filter?: string;
  readonly owners: readonly DeclaredOwner[];
  readonly section?: string;
  /** Whoever this section names is asked but need not approve. */
  readonly optional?: boolean;
  readonly approvals?: number;
  /** Matching paths have no owner in this group, whatever other rules say. */
  readonly exclude?: boolean;
  /** Rules of lower order answer as well, as inherited ones. */
  readonly inherits?: boolean;
}

/** A name for several owners (OWNERS_ALIASES). */
export interface OwnerAlias {
  readonly alias: string;
  readonly path: string;
  readonly line: number;
  readonly owners: readonly DeclaredOwner[];
}

/** An entity of a Backstage catalog. */
export interface CatalogEntity {
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly lifecycle?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly subcomponentOf?: string;
  readonly domain?: string;
  readonly providesApis: readonly string[];
  readonly consumesApis: readonly string[];
  readonly dependsOn: readonly string[];
}

export interface DeclaredFile {
  readonly path: string;
  readonly text: string;
}

export interface DeclaredFacts {
  readonly rules: readonly DeclaredRule[];
  readonly aliases?: readonly OwnerAlias[];
  readonly entities?: readonly CatalogEntity[];
  readonly problems: readonly Problem[];
}

/** A new format is one file in `formats/` and one line in `registry.ts`. */
export interface DeclaredFormat {
  readonly id: string;
  readonly title: string;
  /** Whether a path is such a file, by its name and place alone. */
  matches(path: string): boolean;
  /** Where two formats share a file name: whether the text is of this one. */
  recognises?(text: string): boolean;
  /** Pure: text in, rules and problems out; never throws. */
  parse(file: DeclaredFile): DeclaredFacts;
}
