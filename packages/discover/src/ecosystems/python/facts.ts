/** What any Python manifest says, whichever file says it. */
import type { ConsumeScope } from "@freehold/model";

export interface Requirement {
  readonly name: string;
  readonly range?: string;
  readonly scope: ConsumeScope;
  readonly line: number;
  /** A folder it is taken from, relative to the manifest. */
  readonly folder?: string;
  /** Where else it is taken from. */
  readonly url?: string;
}

export interface Mention {
  readonly text: string;
  readonly line: number;
}

export interface ProjectFacts {
  readonly kind: "pyproject" | "setup.cfg" | "setup.py";
  /** It describes a project; a pyproject.toml may only configure tools. */
  readonly project: boolean;
  readonly name?: Mention;
  readonly version?: string;
  readonly description?: string;
  readonly private: boolean;
  readonly people: readonly Mention[];
  readonly commands: readonly Mention[];
  readonly requirements: readonly Requirement[];
  /** Requirements kept in other files, with the scope they have there. */
  readonly files: readonly { readonly path: string; readonly scope: ConsumeScope }[];
  readonly workspace?: { readonly members: readonly string[]; readonly exclude: readonly string[] };
}

export interface RequirementsFacts {
  readonly kind: "requirements";
  readonly requirements: readonly Requirement[];
}

export type PythonFacts = ProjectFacts | RequirementsFacts;

/** Extras and groups are named for what they serve; those that only developers install say so. */
export function scopeOfGroup(name: string, otherwise: ConsumeScope): ConsumeScope {
  const words = name.toLowerCase().split(/[^a-z]+/);
  if (words.some((word) => /^(?:tests?|testing|pytest|unittests?)$/.test(word))) return "test";
  if (words.some((word) => /^(?:dev|develop|development|docs?|documentation|lint|linting|typing|mypy|ci)$/.test(word)))
    return "development";
  return otherwise;
}
