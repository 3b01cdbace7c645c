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
  /** JSON, of what the server sealed; this package can't open it. */
  secrets: string | null;
  /** When its repositories are listed again. */
  due: Millis | null;
}

export interface SourceRepositoryTable {
  org: number;
  source: string;
  /** What the source calls it: `acme/app`. */
  id: string;
  /** Where it is cloned from. */
  url: string;
  /** The page of the source's list on which it stood. */
  page: string | null;
  /** The walk through the list that saw it last. */
  pass: Millis;
  /** JSON: what the list says of it. */
  listed: string;
  /** Why it is not scanned. */
  excluded: string | null;
  /** What the list says of its last change, in words that only change with it. */
  pushed: string | null;
  /** The same at the last scan. */
  seen: string | null;
  /** Id of the repository in the portfolio that its scan made; null before the first. */
  repository: string | null;
  /** Since when the list does not have it any more. */
  gone: Millis | null;
  commit_id: string | null;
  scanned: Millis | null;
  failed: Millis | null;
  /** Since the last scan that worked. */
  failures: number;
  error: string | null;
  facts: string | null;
}

export interface JobTable {
  org: number;
  id: string;
  kind: string;
  payload: string;
  /** `failed`: the last attempt did, and another waits; `dead`: there is none. */
  state: "queued" | "running" | "done" | "failed" | "dead" | "cancelled";
  attempts: number;
  most: number;
  /** When it is to be done; of one that runs, when its lease ends. */
  due: Millis;
  lease: string | null;
  leased_until: Millis | null;
  progress: string | null;
  result: string | null;
  error: string | null;
  created: Millis;
  finished: Millis | null;
  /** What it is about: of jobs with one key at most one waits and one runs. */
  key: string | null;
  source: string | null;
  started: Millis | null;
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
  source_repository: SourceRepositoryTable;
  job: JobTable;
  idempotency: IdempotencyTable;
  upload: UploadTable;
  upload_part: UploadPartTable;
}
