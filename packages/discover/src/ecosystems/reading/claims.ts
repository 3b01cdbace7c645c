/** Claims of a manifest, each with the place it was read from. */
import type { Consume, ConsumeScope, Evidence, Identifier, Provide } from "@freehold/model";

/** Where a claim was read. */
export interface Source {
  readonly rule: string;
  readonly path: string;
  readonly line?: number | undefined;
  readonly detail?: string | undefined;
}

function evidenceOf({ rule, path, line, detail }: Source): Evidence {
  return { rule, path, ...(line !== undefined && { line }), ...(detail !== undefined && { detail }) };
}

/** What a manifest declares that it needs. */
export function declared(id: Identifier, scope: ConsumeScope, source: Source, range?: string): Consume {
  const ranged = range === undefined || range === "" ? {} : { range };
  return { id, scope, ...ranged, declared: true, imported: false, evidence: [evidenceOf(source)] };
}

export function provided(id: Identifier, source: Source, version?: string): Provide {
  return { id, ...(version !== undefined && { version }), evidence: [evidenceOf(source)] };
}
