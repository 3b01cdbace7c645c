/** What a scan may be told. */
import type { OnProgress } from "../progress.ts";

export interface ScanOptions {
  /** Commit, branch or tag; default: HEAD. */
  readonly rev?: string;
  /** Leave out history before this date: anything that `Date` understands. */
  readonly since?: string;
  readonly history: boolean;
  /** Read the files as they are in the work tree, uncommitted ones too. */
  readonly worktree: boolean;
  readonly cache: boolean;
  /**
   * Read what every unit promises: its interfaces with their elements. `telling`: with elements only of the kinds that
   * tell what they show, which is what a comparison needs to know of units that did not change.
   */
  readonly interfaces?: boolean | "telling";
  readonly onProgress?: OnProgress;
}
