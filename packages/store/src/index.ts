export type { Group, GroupInput, GroupSummary } from "./accounts/groups.ts";
export type { Invitation, InvitationInput } from "./accounts/invitations.ts";
export { type Member, type Membership, type Role, ROLES } from "./accounts/members.ts";
export { backupFile, type DatabaseFacts, inspectFile, restoreFile } from "./backup.ts";
export type { RanStatement } from "./engines/statements.ts";
export { isStorageFull } from "./engines/full.ts";
export type { Corrected, CorrectOptions } from "./corrections/correct.ts";
export type { CustomField } from "./corrections/custom-fields.ts";
export type { Correction } from "./corrections/correction.ts";
export type { EventPlace, OutboxClaims, StoredEvent } from "./events/outbox.ts";
export type { Delivery, DeliveryClaims, DeliveryOutcome, Webhook, WebhookInput } from "./events/webhooks.ts";
export type { ClaimedMail, MailClaims, MailInput, MailOutcome, QueuedMail } from "./mail/queue.ts";
export { type Subscription, SUBSCRIPTION_MODES } from "./mail/subscriptions.ts";
export { IngestRefused, type Refusal } from "./ingest/refusal.ts";
export type { IngestResult } from "./ingest/ingest.ts";
export { openStore, type Store, type StoreOptions } from "./open.ts";
export type { OrganisationStore } from "./organisation-store.ts";
export type { Organisation } from "./organisations.ts";
export type { PendingAssessment } from "./assessed/queue.ts";
export type { Facets, FacetValue } from "./queries/facets.ts";
export type { FindingOptions, FindingPage, ListedFinding } from "./queries/list-findings.ts";
export { MOST_POINTS, type PlanePoint, type PlanePoints } from "./queries/plane.ts";
export type { PortfolioSummary } from "./queries/summary.ts";
export type { Surroundings } from "./queries/surroundings.ts";
export type { StoredCycle } from "./queries/graph/cycles.ts";
export type { NeighbourhoodOptions } from "./queries/graph/neighbourhood.ts";
export type { LinkOptions, StoredLink } from "./queries/graph/product-links.ts";
export type { Reached } from "./queries/graph/reach.ts";
export type { SearchOptions, SearchResult } from "./queries/search-products.ts";
export type { FoundProduct } from "./queries/find-product.ts";
export { type ListOptions, MOST_ITEMS, type Page, PRODUCT_SORTS, type ProductSort } from "./queries/list-products.ts";
export { HAS_STATES, OWNERSHIP_STATES, type ProductFilter } from "./queries/product-filter.ts";
export type { AssessedProduct, StoredProduct } from "./queries/product-row.ts";
export type { Author, FieldChange } from "./revisions.ts";
export type { PastProduct } from "./queries/as-of.ts";
export type { StoredCharter } from "./queries/charter-of.ts";
export type { ListedCorrection, ListedSuggestion, SuggestionOptions } from "./queries/corrections.ts";
export type { Findings } from "./queries/findings.ts";
export type { ChangeOptions, ChangePage, StoredChange } from "./queries/list-changes.ts";
export {
  type PageOptions,
  type PeopleOptions,
  PERSON_SHOWS,
  PERSON_SORTS,
  type PersonSummary,
} from "./queries/people.ts";
export type { StoredRepository, StoredSnapshot } from "./queries/snapshots.ts";
export type { InterfaceSummary, UnitSummary } from "./queries/units.ts";
export { MOST_PART_BYTES, type UploadStatus } from "./ingest/uploads.ts";
export type { OrganisationWork } from "./organisation-work.ts";
export type { Backlog, QueueBacklog } from "./work/backlog.ts";
export type { ClaimOptions } from "./work/claim.ts";
export type { KeptAnswer, KeyedRequest } from "./work/idempotency.ts";
export { inspectPostgres } from "./inspect-postgres.ts";
export type { Job, JobError, JobFilter, JobInput, JobPage } from "./jobs/jobs.ts";
export type { Enqueued, JobQueue, TakenJob } from "./jobs/queue.ts";
export type { Source, SourceInput } from "./work/sources.ts";
export {
  REPOSITORY_STATES,
  type RepositoryCounts,
  type RepositoryState,
  type ScanNote,
  type SeenRepository,
  type SourceRepository,
  type SourceRepositoryOptions,
  type SourceRepositoryPage,
} from "./work/source-repositories.ts";
export type { ApiToken, TokenInput } from "./work/tokens.ts";
export { steadyNow } from "./steady-clock.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";
