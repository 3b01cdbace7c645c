/**
 * The history of one revision, oldest commit first, in columns: fifty thousand commits with half a
 * million changes stay within tens of megabytes.
 *
 * ```
 * commit i ──> changes firstChange[i] … firstChange[i + 1] - 1
 * change j ──> path[j] (index into paths), status[j], added[j], deleted[j], from[j]
 * ```
 */

/** What happened to a path; a rename is an addition with `from`, and the deletion is not listed apart. */
export const ChangeStatus = { added: 0, modified: 1, deleted: 2, renamed: 3 } as const;

/** Name and address as a commit has them, before identities are merged. */
export interface RawIdentity {
  readonly name: string;
  readonly email: string;
}

export interface CommitTable {
  readonly id: readonly string[];
  /** Author date, seconds since 1970. */
  readonly time: Float64Array;
  /** Index into `History.authors`. */
  readonly author: Uint32Array;
  /** Indexes into `History.authors` of `Co-authored-by` trailers, for the commits that have some. */
  readonly coAuthors: ReadonlyMap<number, readonly number[]>;
  readonly subject: readonly string[];
  readonly parents: Uint8Array;
  /** For each merge: the last commit of the branch that it merged (its second parent), where that was read. */
  readonly mergedParent?: ReadonlyMap<number, number>;
  /** Parents of commit i: `of[start[i]] … of[start[i + 1] - 1]`, -1 where one was not read. */
  readonly parentsOf?: { readonly start: Uint32Array; readonly of: Int32Array };
  readonly firstChange: Uint32Array;
}

export interface ChangeTable {
  readonly path: Uint32Array;
  readonly status: Uint8Array;
  /** Lines; -1 where unknown (binary, missing object, or not counted). */
  readonly added: Int32Array;
  readonly deleted: Int32Array;
  /** Index into paths of the path it was renamed from; -1 for none. */
  readonly from: Int32Array;
}

export interface History {
  readonly commits: CommitTable;
  readonly changes: ChangeTable;
  readonly paths: readonly string[];
  readonly authors: readonly RawIdentity[];
  /** Present when the history is cut short (shallow clone) or objects were missing. */
  readonly shallow: boolean;
  readonly missingObjects: number;
}
