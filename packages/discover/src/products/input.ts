/** What finding products starts from: plain data of one repository, read by others. */
import type { Charter, Unit } from "@freehold/model";
import type { History } from "@freehold/repository";

export interface RepositoryFacts {
  /** Id and short name of the repository. */
  readonly repository: string;
  readonly name: string;
  readonly files: readonly FileFacts[];
  /** Every unit of the repository, whatever its role. */
  readonly units: readonly Unit[];
  readonly charters?: readonly CharterAt[];
  readonly declarations?: readonly DeclaredEntity[];
  /** Imports between files, for folders without manifests. */
  readonly imports?: FileImports;
  readonly history?: History;
  /** Path -> its first paragraph, where it has one and it was asked for. */
  readonly readmes?: ReadonlyMap<string, Paragraph | undefined>;
}

export interface Paragraph {
  readonly text: string;
  readonly line: number;
}

export interface FileFacts {
  readonly path: string;
  readonly size: number | undefined;
}

export interface CharterAt {
  readonly path: string;
  readonly charter: Charter;
}

/** `from[i]` imports `to[i]`; both are indexes into `paths`. */
export interface FileImports {
  readonly paths: readonly string[];
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** A product, component or service that a file of another tool declares. */
export interface DeclaredEntity {
  readonly format: string;
  readonly path: string;
  readonly line?: number;
  /** As that tool calls it: Component, System, service, application, … */
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly owner?: string;
  /** The larger whole it says it is part of. */
  readonly system?: string;
}
