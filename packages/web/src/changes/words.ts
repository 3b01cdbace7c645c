/** The words of changes, with what each means. */
import type { ChangeClass, InterfaceChange, VersionVerdict } from "@freehold/model";
import type { Word } from "../format/words.ts";
import type { Tone } from "../ui/index.ts";

type Toned = Word & { readonly tone: Tone };

export const CLASSES: Readonly<Record<ChangeClass | "waived", Toned>> = {
  breaking: { label: "Breaking", meaning: "Whoever uses it has to change something", tone: "bad" },
  unknown: {
    label: "Unknown",
    meaning: "It could not be judged; where safety matters it counts as breaking",
    tone: "warn",
  },
  compatible: { label: "Compatible", meaning: "Whoever uses it need not change anything", tone: "good" },
  waived: {
    label: "Waived",
    meaning: "The charter of the product allows it, with a reason and a last day",
    tone: "info",
  },
};

export const EFFECTS: Readonly<Record<InterfaceChange["effect"], string>> = {
  added: "Added",
  changed: "Changed",
  removed: "Removed",
};

export const VERDICTS: Readonly<Record<VersionVerdict["verdict"], Toned>> = {
  honoured: { label: "Version fits", meaning: "The new version says as much as the changes need", tone: "good" },
  "too-small": { label: "Version too small", meaning: "The new version says less than the changes need", tone: "bad" },
  "not-released": { label: "Not released", meaning: "The manifest has the same version still", tone: "info" },
  unversioned: { label: "No version", meaning: "No manifest gives it a version that can be compared", tone: "plain" },
};

export const HITS: Readonly<Record<string, string>> = {
  some: "Hits other products",
  own: "Hits its own units only",
  none: "Hits nobody here",
};
