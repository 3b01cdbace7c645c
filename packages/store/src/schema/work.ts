/** What people decide, and what servers need to keep. */
import type { Flag, Millis } from "./organisation.ts";
import type { Blob } from "./portfolio.ts";

/** What a person said about a product; snapshots never change it. `payload` is JSON. */
interface CorrectionTable {
  org: number;
  key: number;
  kind: string;
  product: number;
  payload: string;
  revision: number;
  actor: string;
  at: Millis;
  /** The revision that took it back. */
  undone: number | null;
}

/** An edit that the charter in git contradicts: shown, with the patch that would make git agree. */
interface SuggestionTable {
  org: number;
  key: number;
  correction: number;
  product: number;
  field: string;
  charter: string;
  proposed: string;
  state: "open" | "adopted" | "withdrawn";
  revision: number;
}

interface ApiTokenTable {
  org: number;
  id: string;
  name: string;
  /** SHA-256 of the secret; the secret itself is never kept. */
  hash: string;
  scopes: string;
  actor: string;
  created: Millis;
  expires: Millis | null;
  used: Millis | null;
  revoked: Millis | null;
}

interface WebhookTable {
  org: number;
  id: string;
  url: string;
  secrets: string;
  events: string;
  active: Flag;
  created: Millis;
  failing: Millis | null;
  version: number;
}

export interface DeliveryTable {
  org: number;
  id: string;
  webhook: string;
  revision: number;
  ordinal: number;
  state: "pending" | "done" | "dead";
  attempts: number;
  due: Millis;
  lease: string | null;
  status: number | null;
  error: string | null;
  at: Millis;
}

interface SourceTable {
  org: number;
  id: string;
  kind: string;
  url: string;
  config: string;
  active: Flag;
  every: number | null;
  scanned: Millis | null;
  state: string | null;
  version: number;
}

export interface JobTable {
  org: number;
  id: string;
  kind: string;
  payload: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  attempts: number;
  most: number;
  due: Millis;
  lease: string | null;
  leased_until: Millis | null;
  progress: string | null;
  result: string | null;
  error: string | null;
  created: Millis;
  finished: Millis | null;
}

interface IdempotencyTable {
  org: number;
  key: string;
  fingerprint: string;
  state: "running" | "done";
  status: number | null;
  response: string | null;
  created: Millis;
}

interface UploadTable {
  org: number;
  id: string;
  actor: string;
  created: Millis;
  touched: Millis;
}

interface UploadPartTable {
  org: number;
  upload: string;
  number: number;
  bytes: number;
  hash: Blob;
  content: Blob;
}

export interface WorkSchema {
  correction: CorrectionTable;
  suggestion: SuggestionTable;
  api_token: ApiTokenTable;
  webhook: WebhookTable;
  delivery: DeliveryTable;
  source: SourceTable;
  job: JobTable;
  idempotency: IdempotencyTable;
  upload: UploadTable;
  upload_part: UploadPartTable;
}
