/**
 * A language reads source text and says what it imports and exports; resolving an import to a unit
 * needs the other files of the repository and comes after, so that extraction is cached by content.
 */
import type { IgnoreComment, Problem, UnitRole } from "@freehold/model";
import type { Entry } from "../ecosystems/ecosystem.ts";

export interface RawImport {
  readonly specifier: string;
  readonly line: number;
  readonly kind: "static" | "dynamic" | "require" | "re-export" | "side-effect";
  readonly typeOnly?: boolean;
  /** Names imported as the exporter calls them; `*` for the whole namespace; absent where none are named. */
  readonly symbols?: readonly string[];
  /** Of a whole module that is imported, what is used of it; resolving looks at `symbols` alone. */
  readonly used?: readonly string[];
}

/** Plain JSON: it is cached by blob id and `version`. */
export interface SourceFacts {
  readonly imports: readonly RawImport[];
  /** Names that the file exports, `*` for a re-exported namespace. */
  readonly exports: readonly string[];
  readonly problems: readonly Problem[];
  /** `freehold-ignore` comments; whoever runs the extractor adds them. */
  readonly ignores?: readonly IgnoreComment[];
}

/** What resolving needs to know of a unit. */
export interface ResolvableUnit {
  readonly id: string;
  readonly ecosystem: string;
  readonly name: string;
  readonly path: string;
  readonly entries: readonly Entry[];
  /** Identifiers that its manifest declares to consume: what an imported name can be matched with. */
  readonly declares?: readonly string[];
  readonly role?: UnitRole;
}

/** A file that configures resolution (tsconfig.json, package.json `imports`, go.mod `replace`, …). */
export interface Configuration {
  readonly path: string;
  /** What `readConfiguration` made of it. */
  readonly facts: unknown;
}

export interface Project {
  readonly units: readonly ResolvableUnit[];
  /** Id of the unit that owns a file: the deepest one. */
  unitOf(path: string): string | undefined;
  has(path: string): boolean;
  /** Whether some file lies in the folder or below it. */
  folderHas(folder: string): boolean;
  /** The paths that the language indexes, sorted. */
  readonly paths: readonly string[];
  readonly configurations: readonly Configuration[];
}

export type ImportTarget =
  /** Another file or entry of this repository. `bypass`: it is in another unit and not through a declared entry. */
  | { readonly kind: "unit"; readonly unit: string; readonly path?: string; readonly bypass: boolean }
  /** A package from outside, by identifier. */
  | { readonly kind: "package"; readonly id: string }
  /** Part of the language's own library. */
  | { readonly kind: "builtin" }
  | { readonly kind: "unresolved"; readonly reason: string };

export interface Language {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** Ids of the ecosystems whose units its files belong to; in a folder with units of several, these win. */
  readonly ecosystems: readonly string[];
  /** Parses with native code, which can end the process it runs in: only ever run it in one of its own. */
  readonly native: boolean;
  matches(path: string): boolean;
  /** Which sort of configuration that resolving reads a path is, by its name; undefined: none. */
  configures(path: string): string | undefined;
  /** What a configuration of a sort says: plain JSON, cached by blob id and `version`. Absent where there is none. */
  readConfiguration?(sort: string, text: string): unknown;
  /** Whether resolving makes an index that has the path; left out where it only asks for paths. */
  readonly indexes?: (path: string) => boolean;
  readonly extract: (path: string, text: string) => SourceFacts;
  /** A function that resolves one import of one file; build indexes once, outside of it. */
  resolver(project: Project): (path: string, imported: RawImport) => ImportTarget;
}
