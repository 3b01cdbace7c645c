/** The join: identifiers, who provides and consumes them, and the edges between products that follow. */

interface IdentifierTable {
  org: number;
  key: number;
  value: string;
}

interface ProvideTable {
  org: number;
  identifier: number;
  unit: number;
}

/** All consumes of one identifier by one unit; `provider` is the unit that it gets, null: from outside. */
export interface ConsumeTable {
  org: number;
  unit: number;
  identifier: number;
  provider: number | null;
  scopes: number;
  weight: number;
  links: number;
}

interface EdgeTable {
  org: number;
  source: number;
  target: number;
  scopes: number;
  weight: number;
  links: number;
  since: number;
}

interface EdgeHistoryTable extends EdgeTable {
  until: number;
}

/** Products whose reach may be stale since an edge changed; see docs/decisions. */
interface ReachQueueTable {
  org: number;
  product: number;
}

/** How many listed products have the same few properties: counts and facets add up its rows. */
interface CubeTable {
  org: number;
  kind: string;
  provenance: string;
  stage: string;
  hidden: number;
  owned: number;
  findings: number;
  violating: number;
  troubled: number;
  relied: number;
  standing: string;
  steady: number;
  action: string;
  count: number;
}

interface KeySpaceTable {
  name: string;
  next: number;
}

export interface GraphSchema {
  identifier: IdentifierTable;
  provide: ProvideTable;
  consume: ConsumeTable;
  edge: EdgeTable;
  edge_history: EdgeHistoryTable;
  reach_queue: ReachQueueTable;
  cube: CubeTable;
  key_space: KeySpaceTable;
}
