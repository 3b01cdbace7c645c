/** Opening a store, and the store of one organisation: everything that others may call is listed here. */
import type { Kysely } from "kysely";
import { splitAccounts } from "./accounts/connection.ts";
import {
  acceptInvitation,
  type AcceptedInvitation,
  type Accepting,
  findInvitation,
  type Invitation,
} from "./accounts/invitations.ts";
import { organisationsToAssess } from "./assessed/queue.ts";
import { type Membership, membershipsOf } from "./accounts/members.ts";
import { keptSecret } from "./accounts/secret.ts";
import { type EngineOptions, openEngine } from "./engines/open-engine.ts";
import { type OutboxClaims, openOutbox } from "./events/outbox.ts";
import { type DeliveryClaims, openDeliveries } from "./events/webhooks.ts";
import { type MailClaims, openMail, pruneMail } from "./mail/queue.ts";
import { queueDigests } from "./mail/subscriptions.ts";
import { pruneUploads } from "./ingest/uploads.ts";
import { pruneJobs } from "./jobs/jobs.ts";
import { openQueue } from "./jobs/open-queue.ts";
import type { JobQueue } from "./jobs/queue.ts";
import { type Backlog, backlog } from "./work/backlog.ts";
import { pruneRequests } from "./work/idempotency.ts";
import { takeDueSources } from "./work/sources.ts";
import { type ApiToken, findToken } from "./work/tokens.ts";
import { migrate } from "./migrations/migrate.ts";
import { openOrganisation, type OrganisationStore } from "./organisation-store.ts";
import { createOrganisation, findOrganisation, listOrganisations, type Organisation } from "./organisations.ts";
import { StoreError } from "./store-error.ts";

export interface StoreOptions extends EngineOptions {
  /** The clock, for tests. */
  readonly now?: () => number;
}

export interface Store {
  readonly kind: "sqlite" | "postgres";
  createOrganisation(organisation: { readonly id: string; readonly name: string }): Promise<Organisation>;
  organisations(): Promise<Organisation[]>;
  /** The portfolio of one organisation; every query through it is about that one alone. Throws `store/organisation-unknown`. */
  forOrganisation(id: string): Promise<OrganisationStore>;
  /** Events, deliveries and jobs of all organisations, for whoever works them off. */
  readonly outbox: OutboxClaims;
  readonly deliveries: DeliveryClaims;
  readonly jobs: JobQueue;
  /** Sources whose time has come, each told to one caller; `next` says when it comes again. */
  takeDueSources(
    now: number,
    next: (every: number | undefined) => number,
  ): Promise<{ readonly organisation: string; readonly id: string }[]>;
  /** Ids of the organisations some of whose products wait to be assessed. */
  toAssess(): Promise<string[]>;
  /** What waits to be worked off, of all organisations; see `work/backlog.ts`. */
  backlog(now: number): Promise<Backlog>;
  readonly mail: MailClaims;
  /** Queues the daily mails that are due; returns how many. */
  queueDigests(now: number): Promise<number>;
  /** The API token with this hash (SHA-256 of its secret, hexadecimal), in whatever organisation. */
  findToken(hash: string): Promise<(ApiToken & { readonly organisation: string }) | undefined>;
  /** The organisations that an account belongs to. */
  memberships(user: string): Promise<Membership[]>;
  /** An invitation that still works, by the SHA-256 of its secret in hexadecimal. */
  findInvitation(hash: string, now: number): Promise<(Invitation & { readonly organisation: string }) | undefined>;
  /** Makes the account a member, once. Throws `store/not-found` where the invitation works no more. */
  acceptInvitation(hash: string, accepting: Accepting): Promise<AcceptedInvitation>;
  /** A secret that all servers on this database share; `make` gives it the first time. */
  secret(name: string, make: () => string): Promise<string>;
  /** Forgets delivered events, idempotency keys, abandoned uploads and ended jobs from before a time. */
  prune(before: number): Promise<void>;
  /**
   * The database itself, for better-auth and nothing else: it keeps its tables (accounts, sessions, keys)
   * in the same database (made by migration 0004). No row of ours is touched through it.
   */
  readonly accounts: Kysely<never>;
  /** Bytes on disk. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the store and brings its schema up to date. Throws where the database can't be reached or is of a newer version. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = openEngine(options);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const queue = await openQueue(engine, options);
  return {
    kind: engine.kind,
    createOrganisation: async (organisation) => await createOrganisation(engine, organisation, options.now),
    organisations: async () => await listOrganisations(engine),
    async forOrganisation(id) {
      const organisation = await findOrganisation(engine, id);
      if (organisation === undefined)
        throw new StoreError("store/organisation-unknown", `there is no organisation "${id}"`);
      return openOrganisation(engine, organisation, queue, options.now);
    },
    outbox: openOutbox(engine),
    deliveries: openDeliveries(engine),
    jobs: queue,
    takeDueSources: async (now, next) => await takeDueSources(engine, now, next),
    toAssess: async () => await organisationsToAssess(engine),
    backlog: async (now) => await backlog(engine, now),
    mail: openMail(engine),
    queueDigests: async (now) => await queueDigests(engine, now),
    findToken: async (hash) => await findToken(engine, hash),
    async prune(before) {
      await openOutbox(engine).prune(before);
      await pruneRequests(engine, before);
      await pruneMail(engine, before);
      await pruneUploads(engine, before);
      await pruneJobs(engine, before);
    },
    memberships: async (user) => await membershipsOf(engine, user),
    findInvitation: async (hash, now) => await findInvitation(engine, hash, now),
    acceptInvitation: async (hash, accepting) => await acceptInvitation(engine, hash, accepting, options.now),
    secret: async (name, make) => await keptSecret(engine, name, make),
    accounts: splitAccounts(engine),
    size: async () => await engine.size(),
    async close() {
      await queue.close();
      await engine.close();
    },
  };
}
