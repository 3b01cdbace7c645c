/** What one ingest keeps in mind from its first element to its end: numbers and ids, never documents. */
import { type KeyReserve, openKeyReserve } from "./key-reserve.ts";
import type { Revision } from "../revisions.ts";
import type { KnownProviders } from "./providers.ts";
import { RefusalList } from "./refusal.ts";

export interface Session {
  readonly revision: Revision;
  /** The organisation had no unit, product or identifier before: what is not in this session is nowhere. */
  readonly isFirst: boolean;
  readonly keys: KeyReserve;
  readonly refusals: RefusalList;
  /** Repositories that the snapshot speaks of: id to key. What they had and it does not name is gone. */
  readonly repositories: Map<string, number>;
  /** Those of them that were known before: only they can have lost something. */
  readonly knownRepositories: Set<number>;
  /** Units that the snapshot names: id to key. */
  readonly units: Map<string, number>;
  /** Products that the snapshot names: id to key. */
  readonly products: Map<string, number>;
  /** Unit id to the key of the first product that claims it. */
  readonly claims: Map<string, number>;
  /** Keys of identifiers, by the numbers that the snapshot's batches give them. */
  readonly names: number[];
  /** Who provides what, as far as it was asked for; all of it where the ingest is the first. */
  readonly providers: KnownProviders;
  /** Where the ingest is the first: identifiers that were consumed so far. */
  readonly consumed: Set<number>;
  /** Units whose consumes, or what decides about them, may have changed. */
  readonly changedUnits: Set<number>;
  /** Identifiers that are provided by others than before, or from elsewhere. */
  readonly changedIdentifiers: Set<number>;
  /** Products to count again, with the cell of the cube that they were counted in before; undefined: in none. */
  readonly touched: Map<number, string | undefined>;
  /** Products whose text is searched otherwise than before. */
  readonly texts: Set<number>;
  /** Products that did not exist before. */
  readonly fresh: Set<number>;
  /** Findings by kind and product, as JSON texts. */
  readonly findings: Map<
    string,
    {
      readonly kind: "violation" | "problem";
      readonly product: number;
      readonly texts: string[];
      readonly rules: Map<string, number>;
    }
  >;
  /** People and groups whose products are to be counted again, with what to call those who are new. */
  readonly holders: Map<string, { readonly name: string; readonly kind: string }>;
  /** Products that are judged by other facts than before. */
  readonly assess: Set<number>;
  /** `<repository>:<path>` to the product that owns the folder. */
  readonly folders: Map<string, number>;
  readonly counts: { units: number; products: number; people: number };
}

export function openSession(revision: Revision, isFirst: boolean = false): Session {
  return {
    revision,
    isFirst,
    keys: openKeyReserve(revision),
    refusals: new RefusalList(),
    repositories: new Map(),
    knownRepositories: new Set(),
    units: new Map(),
    products: new Map(),
    claims: new Map(),
    names: [],
    providers: new Map(),
    consumed: new Set(),
    changedUnits: new Set(),
    changedIdentifiers: new Set(),
    touched: new Map(),
    texts: new Set(),
    fresh: new Set(),
    findings: new Map(),
    holders: new Map(),
    assess: new Set(),
    folders: new Map(),
    counts: { units: 0, products: 0, people: 0 },
  };
}
