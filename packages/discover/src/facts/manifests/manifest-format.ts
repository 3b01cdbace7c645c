/** What a kind of manifest says of a unit beyond what the graph needs: scripts, licence, addresses. */
import type { ManifestFacts } from "@freehold/model";

export type ManifestText = Omit<ManifestFacts, "unit" | "path">;

export interface ManifestFormat {
  readonly id: string;
  readonly matches: (name: string) => boolean;
  /** Never throws for any text: what cannot be read says nothing. */
  readonly read: (text: string) => ManifestText;
}
