/** Organisations and their revisions: who changed what, when. */

/** True and false as both engines store them. */
export type Flag = 0 | 1;
/** Milliseconds since 1970. */
export type Millis = number;

interface OrganisationTable {
  key: number;
  id: string;
  name: string;
  /** Number of the newest revision; taking the next one locks the row, so that changes follow each other. */
  revision: number;
  /** The revision that last changed an edge between products. */
  graph: number;
  /** Time of the newest revision: time never goes back, whatever the clock does. */
  at: Millis;
  created: Millis;
}

/** One change as a whole: the head of its audit entries and of its place in the feed. */
interface RevisionTable {
  org: number;
  number: number;
  at: Millis;
  actor: string;
  actor_kind: string;
  request: string | null;
  action: string;
  reason: string | null;
  /** What the change was about as a whole, as JSON: the snapshot and its counts, the correction. */
  detail: string | null;
}

/** What one revision did to one thing. `fields` is JSON: `[[field, before, after], …]`, null for a creation. */
interface ChangeTable {
  org: number;
  revision: number;
  ordinal: number;
  kind: string;
  subject: string;
  product: number | null;
  action: string;
  fields: string | null;
}

export interface OutboxTable {
  org: number;
  revision: number;
  ordinal: number;
  type: string;
  subject: string;
  at: Millis;
  data: string | null;
  state: "pending" | "done" | "dead";
  attempts: number;
  due: Millis;
  lease: string | null;
  error: string | null;
}

export interface OrganisationSchema {
  organisation: OrganisationTable;
  revision: RevisionTable;
  change: ChangeTable;
  outbox: OutboxTable;
}
