/** What the sources of one unit import: the part of the graph that is found, and kept, as a whole. */
import type { Consume, IgnoreComment, Problem } from "@freehold/model";

export interface ImportCounts {
  imports: number;
  /** To another file or unit of this repository, its own unit included. */
  internal: number;
  external: number;
  builtin: number;
  unresolved: number;
}

/** Plain JSON. */
export interface UnitImports {
  /** Sorted by identifier; not yet compared with manifests. */
  readonly consumes: readonly Consume[];
  /** Files at either end of an edge, and the edges as places in this list: from, to, from, to, … */
  readonly paths: readonly string[];
  readonly edges: readonly number[];
  readonly ignores: readonly (readonly [path: string, comments: readonly IgnoreComment[]])[];
  readonly problems: readonly Problem[];
  readonly counts: Readonly<ImportCounts>;
  /** Contents that were not read since they are minified. */
  readonly minified: readonly string[];
}
