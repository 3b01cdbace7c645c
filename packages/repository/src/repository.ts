/** A repository that is open for reading, and what is known of it without reading its files. */
import type { Git } from "./git/run.ts";
import type { ObjectPool } from "./objects/pool.ts";

export interface RepositoryDescription {
  /** `host/owner/name` of its remote where it has one, else the name of its folder. */
  readonly id: string;
  readonly name: string;
  /** Where it lies on this machine. */
  readonly path: string;
  /** Address of its remote, without credentials. */
  readonly url?: string;
  /** Absent when HEAD is detached. */
  readonly branch?: string;
  /** Commit of HEAD; absent without commits and in a plain folder. */
  readonly head?: string;
  /** When the commit of HEAD was committed, ISO 8601 in UTC. */
  readonly committedAt?: string;
  /** Root of its work tree; absent in a bare repository. */
  readonly worktree?: string;
  /** Its history is cut short. */
  readonly shallow: boolean;
  /** A partial clone: objects may be missing, and are not fetched. */
  readonly partial: boolean;
}

export interface Repository {
  /** A plain `folder` has files, but neither revisions nor history. */
  readonly kind: "git" | "folder";
  readonly info: RepositoryDescription;
  /** Reading through git; for this package alone. */
  readonly access: RepositoryAccess;
  /** Ends its git processes. */
  close(): Promise<void>;
}

export interface RepositoryAccess {
  readonly git: Git;
  readonly objects: ObjectPool;
  readonly objectFormat: "sha1" | "sha256";
  /** The repository's index file; absent in a bare repository and in a plain folder. */
  readonly index: string | undefined;
}
