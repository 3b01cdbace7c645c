/** What one source says of the settings, as it was written, with where each was. */
import type { Problem } from "@freehold/model";

export interface Place {
  readonly from: "file" | "environment" | "flag" | "default";
  /** `freehold.config.yaml:3:7`, `FREEHOLD_PORT`, `--port`. */
  readonly name: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Layer {
  readonly values: ReadonlyMap<string, { readonly value: unknown; readonly place: Place }>;
  readonly problems: readonly Problem[];
}
