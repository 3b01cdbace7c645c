/**
 * An ecosystem reads manifests and says which units they delimit, what those provide and consume.
 *
 * Two steps, so that the first can be cached by content: `parse` sees one manifest's text and nothing
 * else; `assemble` sees every parsed manifest and the list of paths, and no contents.
 */
import type { Consume, Problem, Provide, UnitKind } from "@freehold/model";

export interface ManifestFile {
  readonly path: string;
  readonly text: string;
}

/** `facts` is plain JSON: it is cached. Problems carry line and column; the path is filled in by the caller. */
export interface Parsed<Facts> {
  readonly facts: Facts | undefined;
  readonly problems: readonly Problem[];
}

export interface Manifest<Facts> {
  readonly path: string;
  readonly facts: Facts;
}

/** The paths of the repository, without contents. */
export interface PathIndex {
  readonly repository: string;
  has(path: string): boolean;
  /** Every file below a folder, sorted. `` is the root. */
  below(folder: string): readonly string[];
  /** Submodule paths with the commit they point at. */
  readonly submodules: ReadonlyMap<string, string>;
}

export interface UnitDraft {
  readonly kind: UnitKind;
  readonly name: string;
  /** Its folder, `` for the root. */
  readonly path: string;
  readonly manifest: string;
  readonly version?: string;
  readonly description?: string;
  readonly published?: boolean;
  readonly provides: readonly Provide[];
  readonly consumes: readonly Consume[];
  /** Entry points that the manifest declares: what an import may use. Paths relative to the repository. */
  readonly entries?: readonly Entry[];
  /** Maintainers and authors that the manifest names. */
  readonly maintainers?: readonly { readonly text: string; readonly line?: number }[];
  /** Folders of its members (workspaces), as they exist. */
  readonly workspaces?: readonly string[];
  /** Names that its own source uses for something else: the key of an `npm:` alias, a Cargo rename. */
  readonly aliases?: readonly { readonly name: string; readonly id: string }[];
}

/** `subpath` as an importer writes it behind the name: `.` for the name itself, `./lib`, `./features/*`. */
export interface Entry {
  readonly subpath: string;
  readonly target: string;
}

/** What a file without a unit of its own consumes; it is given to the unit that owns the folder. */
export interface LooseConsume {
  readonly folder: string;
  readonly consume: Consume;
}

export interface Assembled {
  readonly units: readonly UnitDraft[];
  readonly loose?: readonly LooseConsume[];
  /** Folders that a file without a unit of its own declares as members (`go.work`). */
  readonly members?: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Ecosystem<Facts = unknown> {
  readonly id: string;
  readonly title: string;
  /** Raise it when `parse` returns other facts for the same text. */
  readonly version: number;
  /** Endings of its source files: a folder with manifests of several ecosystems belongs to the one with most of them. */
  readonly extensions: readonly string[];
  /** Whether a path is one of its manifests, by its name alone. */
  matches(path: string): boolean;
  /** Loads a large parser, before the first `parse`: most scans meet no manifest that isn't known already. */
  load?(): Promise<void>;
  /** All that `parse` looks at in a path, part of the key its result is cached by; absent where it looks at nothing. */
  dialect?(path: string): string;
  parse(file: ManifestFile): Parsed<Facts>;
  assemble(manifests: readonly Manifest<Facts>[], paths: PathIndex): Assembled;
}
