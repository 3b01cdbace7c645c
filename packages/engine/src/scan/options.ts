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
  /** Read what every unit promises: its interfaces with their elements. */
  readonly interfaces?: boolean;
  readonly onProgress?: OnProgress;
}
