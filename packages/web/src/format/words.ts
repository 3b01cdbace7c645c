/** The words of the model as people read them, with what each means. */
import type { Ownership, ProductKind, Provenance, Violation } from "@freehold/model";

export interface Word {
  readonly label: string;
  readonly meaning: string;
}

/** An identifier as people write it: `pkg:npm/@acme/auth`. What is not percent-encoded stays as it is. */
export function readable(identifier: string): string {
  try {
    return decodeURIComponent(identifier);
  } catch {
    return identifier;
  }
}

export const KINDS: Readonly<Record<ProductKind, Word>> = {
  product: { label: "Product", meaning: "Useful on its own, with users and an owner" },
  component: { label: "Component", meaning: "A part of one product, not offered on its own" },
  process: { label: "Process", meaning: "Procedure rather than code" },
};

export const PROVENANCES: Readonly<Record<Provenance, Word>> = {
  declared: { label: "Declared", meaning: "Its owner says so in a file" },
  imported: { label: "Imported", meaning: "Read from a file of another format" },
  inferred: { label: "Inferred", meaning: "A rule concludes it; nobody has confirmed it" },
  confirmed: { label: "Confirmed", meaning: "A person has confirmed it" },
};

export const OWNER_FINDINGS: Readonly<Record<Ownership["findings"][number], Word>> = {
  "owner-left": { label: "Owner left", meaning: "The owner no longer takes part in this history" },
  unknown: { label: "Owner unknown", meaning: "Neither files nor the history tell who owns it" },
  "declared-disagrees": {
    label: "Disagreement",
    meaning: "The declared owner is not who the history shows to look after it",
  },
};

export const VIOLATIONS: Readonly<Record<Violation["rule"], Word>> = {
  "entry-bypassed": { label: "Entry bypassed", meaning: "Code reaches past the declared entry of another product" },
  cycle: { label: "Cycle", meaning: "Products rely on each other in a circle" },
  "undeclared-dependency": { label: "Undeclared dependency", meaning: "Code imports what no manifest declares" },
  layer: { label: "Layer", meaning: "A dependency against the order of the declared layers" },
  "private-used": { label: "Private product used", meaning: "A product that is kept private is used from outside" },
  "scope-overlap": { label: "Scope overlap", meaning: "Two products claim the same paths" },
  "unowned-path": { label: "Unowned path", meaning: "A path that no product claims" },
};
