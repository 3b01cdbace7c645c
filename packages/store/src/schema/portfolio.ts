/** What snapshots say, as rows: columns for what is filtered and sorted, everything else one packed document. */
import type { Generated } from "kysely";
import type { Flag, Millis } from "./organisation.ts";

export type Blob = Uint8Array;

/** Documents of several rows of units and products; see `documents.ts`. */
interface PackTable {
  org: number;
  key: number;
  docs: Blob;
}

interface SnapshotTable {
  org: number;
  /** Hash of its bytes; the same bytes are taken in once. */
  id: string;
  revision: number;
  made: Millis;
  received: Millis;
  bytes: number;
  repositories: number;
  units: number;
  products: number;
  generator: string;
}

export interface RepositoryTable {
  org: number;
  key: number;
  id: string;
  name: string;
  url: string | null;
  commit_id: string | null;
  committed: Millis | null;
  /** Revision and id of the snapshot that last spoke of it. */
  revision: number;
  snapshot: string;
  doc: Blob;
}

interface UnitTable {
  org: number;
  key: number;
  id: string;
  repository: number;
  /** The product that the snapshot assigns it to, before corrections. */
  observed: number | null;
  product: number | null;
  ecosystem: string;
  kind: string;
  role: string;
  name: string;
  path: string;
  version: string | null;
  published: Flag | null;
  /** Of a vendored unit: the folder that it is there for. */
  around: string | null;
  provides: number;
  consumes: number;
  hash: Blob;
  since: number;
  doc: Blob;
}

interface UnitHistoryTable extends UnitTable {
  until: number;
}

/** What a product's row says, now (`product`) or in a range of revisions (`product_history`). */
export interface ProductColumns {
  org: number;
  key: number;
  id: string;
  slug: string;
  name: string;
  kind: string;
  provenance: string;
  confidence: number;
  hidden: Flag;
  /** 1: in lists. 0: gone, and `gone` says why. */
  listed: Flag;
  gone: "retired" | "merged" | "dismissed" | null;
  merged_into: number | null;
  /** Id of the product that it is part of. */
  part_of: string | null;
  stage: string;
  mission: string | null;
  owner_kind: string | null;
  owner_id: string | null;
  owner_name: string | null;
  owner_provenance: string | null;
  owner_confidence: number | null;
  /** Findings about its ownership, as bits: see `product-facts.ts`. */
  findings: number;
  /** Main repository. */
  repository: number | null;
  charter: string | null;
  units: number;
  provides: number;
  dependencies: number;
  dependents: number;
  externals: number;
  reach: number;
  violations: number;
  problems: number;
  version: number;
  since: number;
  /** Hash of what the newest snapshot said of it. */
  hash: Blob;
  doc: Blob;
}

/** What the newest assessment says of a product; null: it was not assessed yet. Counted, so not in its history. */
export interface AssessedColumns {
  score: number | null;
  value: number | null;
  simplicity: number | null;
  /** Geometric mean of value and simplicity. */
  plane: number | null;
  /** Its stage, as declared, else as observed. */
  standing: string | null;
  steady: Flag | null;
  action: string | null;
  /** The rest of its row, as JSON. */
  assessed: string | null;
}

type ProductTable = ProductColumns & AssessedColumns;

interface ProductHistoryTable extends ProductColumns {
  /** The revision that ended it. */
  until: number;
}

/** Every name that leads to a product: ids, slugs past and present, package URLs, names given by people. */
interface AliasTable {
  org: number;
  value: string;
  product: number;
}

interface ProductRepositoryTable {
  org: number;
  product: number;
  repository: number;
}

interface PersonTable {
  org: number;
  id: string;
  name: string;
  bot: Flag;
  commits: number;
  last_commit: Millis | null;
  hash: Blob;
  since: number;
  doc: Blob;
  /** Groups, and owners whom no history names, have an empty document. */
  kind: Generated<string>;
  logins: Generated<string>;
  /** Listed products by role. */
  owns: Generated<number>;
  stewards: Generated<number>;
  founded: Generated<number>;
}

/** Who holds a product: bits of `roles` are 1 owner (declared or found), 2 steward, 4 founder. */
interface RoleTable {
  org: number;
  product: number;
  person: string;
  roles: number;
}

interface ProductFactTable {
  org: number;
  product: number;
  hash: Blob;
  doc: Blob;
}

interface RepositoryFactTable {
  org: number;
  repository: number;
  hash: Blob;
  doc: Blob;
}

/** Repositories whose products are to be assessed again, with the revision that asked for it. */
interface AssessQueueTable {
  org: number;
  repository: number;
  revision: number;
}

interface InterfaceTable {
  org: number;
  unit: number;
  id: string;
  kind: string;
  elements: number;
  hash: Blob;
  since: number;
  doc: Blob;
}

/** Violations and problems of one product from one snapshot, packed: they are read together. */
interface FindingTable {
  org: number;
  product: number;
  kind: "violation" | "problem";
  count: number;
  hash: Blob;
  doc: Blob;
  /** How many there are of each rule (violations) or severity (problems), as a JSON object. */
  rules: string | null;
}

interface CustomFieldTable {
  org: number;
  product: number;
  name: string;
  value: string;
}

export interface PortfolioSchema {
  pack: PackTable;
  snapshot: SnapshotTable;
  repository: RepositoryTable;
  unit: UnitTable;
  unit_history: UnitHistoryTable;
  product: ProductTable;
  product_history: ProductHistoryTable;
  alias: AliasTable;
  product_repository: ProductRepositoryTable;
  person: PersonTable;
  role: RoleTable;
  product_fact: ProductFactTable;
  repository_fact: RepositoryFactTable;
  assess_queue: AssessQueueTable;
  interface: InterfaceTable;
  finding: FindingTable;
  custom_field: CustomFieldTable;
}
