/** Opens the evidence panel from anywhere. */
import type { Evidence, Provenance } from "@freehold/model";
import { createContext, useContext } from "react";

/** What is claimed, how sure it is, and why. */
export interface Claimed {
  /** What it is about: `Owner`, `Relies on @acme/api`. */
  readonly subject: string;
  readonly statement?: string | undefined;
  readonly provenance?: Provenance | undefined;
  readonly confidence?: number | undefined;
  readonly evidence: readonly Evidence[];
  /** Where evidence lies that names no repository of its own. */
  readonly repository?: string | undefined;
  /** How many places there are in all, where not all are listed. */
  readonly total?: number | undefined;
}

export const EvidenceContext = createContext<(claimed: Claimed) => void>(() => undefined);

/** The repository of what a page is about; evidence on it is there unless it says otherwise. */
export const HomeContext = createContext<string | undefined>(undefined);

export function useEvidence(): (claimed: Claimed) => void {
  return useContext(EvidenceContext);
}
