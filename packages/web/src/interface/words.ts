/** The words of boundaries, with what each means. */
import type { Stability } from "@freehold/model";
import type { Word } from "../format/words.ts";
import type { Tone } from "../ui/index.ts";
import type { UseState } from "./entry.ts";

export const USE_STATES: Readonly<Record<UseState, Word>> = {
  used: { label: "Used by others", meaning: "Another product names it, or what it is a member of" },
  perhaps: {
    label: "Perhaps used",
    meaning: "Somebody takes the whole module, or relies on the unit without naming what",
  },
  own: { label: "Used inside only", meaning: "Only other units of the same product use it" },
  unused: { label: "Used by nobody", meaning: "Nobody in this portfolio uses it; users outside are not seen" },
  unseen: {
    label: "Use not seen",
    meaning: "Code does not name what it uses of this kind, so nobody can tell who uses it",
  },
  undeclared: {
    label: "Used, not promised",
    meaning: "Somebody uses it, and no interface declares it, or it is marked as internal",
  },
};

export const STABILITIES: Readonly<Record<Stability, Word & { readonly tone: Tone }>> = {
  stable: { label: "Stable", meaning: "Nothing says that it may change at any time", tone: "plain" },
  beta: { label: "Beta", meaning: "It may still change", tone: "info" },
  deprecated: { label: "Deprecated", meaning: "It will go: use something else", tone: "warn" },
  internal: { label: "Internal", meaning: "Not meant for others", tone: "plain" },
};

/** `type`: Types; `property`: Properties; `class`: Classes. */
export function pluralOf(kind: string): string {
  const words = kind.replaceAll("-", " ");
  const plural = /(?:s|x|ch|sh)$/.test(words)
    ? `${words}es`
    : /[^aeiou]y$/.test(words)
      ? `${words.slice(0, -1)}ies`
      : `${words}s`;
  return plural.charAt(0).toUpperCase() + plural.slice(1);
}
