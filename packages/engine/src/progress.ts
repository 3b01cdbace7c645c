/** Progress of a use case: adapters show it, the engine only says it. */
export type Stage =
  | "files"
  | "manifests"
  | "history"
  | "imports"
  | "interfaces"
  | "commits"
  | "owners"
  | "products"
  | "graph";

export interface Progress {
  readonly repository: string;
  readonly stage: Stage;
  /** Items finished so far in this stage: files, commits or units. */
  readonly done: number;
  /** Undefined while it is not known. */
  readonly total?: number;
}

export type OnProgress = (progress: Progress) => void;

export const ignoreProgress: OnProgress = () => {};
