/**
 * A history while it is being put together: the public columns, and what putting commits in order needs.
 */
import type { History } from "../history.ts";

export interface HistoryTable {
  readonly history: History;
  /** Commit date, seconds since 1970: the order of commits that no parent orders. */
  readonly committed: Float64Array;
  /** Parents of commit i: `parent[parentStart[i]] … parent[parentStart[i + 1] - 1]`, -1 where it was not read. */
  readonly parentStart: Uint32Array;
  readonly parent: Int32Array;
}
