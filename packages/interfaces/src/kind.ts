/**
 * A kind of interface: how its sources are found, what elements they promise, what a change breaks.
 *
 * Pure: sources come in as text, elements and problems go out. An element's `id` depends on neither
 * file order nor lines, formatting or comments, and its `structure` holds just what comparison looks at.
 */
import type { Element, Problem } from "@freehold/model";

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An element with what comparison understands; `shape` is the hash of `structure`. */
export interface ShapedElement extends Element {
  /** Absent when the shape is unknown; then any change of the source is of class `unknown`. */
  readonly structure?: Json;
}

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Where the interface of one unit lies: `folder` is the unit's folder, `` for the root. */
export interface Place {
  readonly folder: string;
  /** Every path at or below the folder, those of nested units excluded. */
  readonly paths: readonly string[];
  /** The text of a path, or undefined where it is missing or too large. */
  read(path: string): string | undefined;
  /** What texts say to a question, in the order asked, where such answers are kept by content; ask through `ask`. */
  ask?(question: TextQuestion, paths: readonly string[]): readonly (Json | undefined)[];
}

/** A question that one text alone answers, so that the answer is kept by its content and the text not read again. */
export interface TextQuestion {
  /** With its version, raised when the answer to the same text changes. */
  readonly id: string;
  /** All of a path that the answer depends on. */
  dialect(path: string): string;
  /** In the order asked. */
  answer(sources: readonly Source[]): readonly Json[];
  /** Nothing can be made of some of the answers: who asks is called again when all are there. */
  readonly whole?: true;
  /** Whether an answer is worth keeping; default: every one. */
  isSure?(answer: Json): boolean;
}

export interface Extraction {
  readonly elements: readonly ShapedElement[];
  readonly problems: readonly Problem[];
}

/** `unknown` is neither: it counts as breaking where safety matters and is reported apart. */
export type ChangeClass = "breaking" | "compatible" | "unknown";

export interface Change {
  /** Id of the rule, `<kind>/<rule>`, such as `openapi/response-property-removed`. */
  readonly rule: string;
  readonly class: ChangeClass;
  readonly effect: "added" | "changed" | "removed";
  readonly element: string;
  readonly message: string;
  readonly old?: ShapedElement;
  readonly new?: ShapedElement;
  /** For kinds where breaking has aspects, which ones break: `wire`, `json`, `source`. */
  readonly aspects?: readonly string[];
  /** A value that shows the break, where the kind can give one. */
  readonly witness?: Json;
}

/** A name as a consumer imports it: `import { symbol } from "from"`, of the unit that provides `id`. */
export interface ImportedName {
  readonly id: string;
  readonly from: string;
  /** `*` for a whole module. */
  readonly symbol: string;
}

/** What is known of a kind without loading how it reads: naming and versions are asked of kinds by every scan. */
export interface AboutKind {
  readonly id: string;
  readonly title: string;
  /** Raise it when `extract` returns other elements for the same text. */
  readonly version: number;
  /**
   * Whether reading it may depend on a path of the unit, on its presence or its text: a kind is given no others,
   * and what it says stays the same while these do.
   */
  readonly looksAt: (path: string) => boolean;
  /**
   * The id that an imported name would have as an element of this kind, whether there is one or not; `whole`
   * is everything below it (`<id>#…` or `<id>.…`) too; `or` is what it is where there is no such element, as
   * `from a import b` in Python may mean a module. Undefined: not a name of this kind. Absent in kinds that
   * nobody imports.
   */
  named?(imported: ImportedName): { readonly id: string; readonly whole: boolean; readonly or?: string } | undefined;
  /** Its elements say what they are made of, so that one that says nothing shows nothing of other packages. */
  readonly tellsWhatItShows?: true;
  /** Whether everybody who uses anything relies on an element: an engine, the format of a package. */
  everyones?(id: string): boolean;
}

export interface InterfaceKind extends AboutKind {
  /** `extract` asks for what it needs of texts, so that none is read for it beforehand. */
  readonly asks?: true;
  /** The sources to read for the interfaces of one unit, entry points first; empty: it has none of this kind. */
  find(place: Place): readonly string[];
  /** `sources` are empty where it asks. */
  extract(sources: readonly Source[], place: Place): Extraction;
  compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[];
}
