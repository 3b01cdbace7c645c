/** What servers keep for an organisation beside its portfolio, by what it is about. */
import {
  createGroup,
  findGroup,
  type Group,
  type GroupInput,
  type GroupSummary,
  listGroups,
  removeGroup,
  setMembers,
} from "./accounts/groups.ts";
import {
  createInvitation,
  type Invitation,
  type InvitationInput,
  listInvitations,
  renewSetup,
  revokeInvitation,
} from "./accounts/invitations.ts";
import { changeRole, listMembers, type Member, removeMember, type Role } from "./accounts/members.ts";
import type { Engine } from "./engines/engine.ts";
import {
  deadEvents,
  type EventPlace,
  eventsAfter,
  findEvent,
  replayEvents,
  revisionTime,
  type StoredEvent,
} from "./events/outbox.ts";
import {
  type Delivery,
  type DeliveryOptions,
  listDeliveries,
  listWebhooks,
  markWebhook,
  queueDeliveries,
  removeWebhook,
  replayDelivery,
  saveWebhook,
  type Webhook,
  type WebhookInput,
} from "./events/webhooks.ts";
import type { IngestResult } from "./ingest/ingest.ts";
import { ingestAndSettle } from "./ingest/settle.ts";
import {
  addPart,
  beginUpload,
  removeUpload,
  uploadedBytes,
  type UploadStatus,
  uploadStatus,
} from "./ingest/uploads.ts";
import { listMail, type MailInput, queueMail, type QueuedMail, replayMail } from "./mail/queue.ts";
import {
  immediateSubscriptions,
  listSubscriptions,
  queueImmediate,
  subscribe,
  type Subscription,
  unsubscribe,
} from "./mail/subscriptions.ts";
import type { Page } from "./queries/list-products.ts";
import type { PageOptions } from "./queries/people.ts";
import type { Author } from "./revisions.ts";
import { scopeOf } from "./scope.ts";
import {
  cancelJob,
  findJob,
  type Job,
  type JobError,
  type JobFilter,
  type JobInput,
  type JobPage,
  listJobs,
  openJobsOf,
} from "./jobs/jobs.ts";
import type { Enqueued, JobQueue } from "./jobs/queue.ts";
import {
  countSourceRepositories,
  excludeUnseen,
  findSourceRepository,
  listSourceRepositories,
  noteFailed,
  noteScanned,
  type RepositoryCounts,
  repositoriesToScan,
  type ScanNote,
  seeRepositories,
  type SeenRepository,
  seeSamePage,
  type SourceRepository,
  type SourceRepositoryOptions,
  type SourceRepositoryPage,
} from "./work/source-repositories.ts";
import {
  findSource,
  listSources,
  noteSource,
  removeSource,
  saveSource,
  saveSourceSecrets,
  type Source,
  type SourceInput,
  sourceSecrets,
} from "./work/sources.ts";
import { type ApiToken, createToken, listTokens, revokeToken, type TokenInput, touchToken } from "./work/tokens.ts";
import { steadyNow } from "./steady-clock.ts";

interface Saved {
  readonly id: string;
  readonly version: number;
}

interface Members {
  readonly id: string;
  readonly members: readonly string[];
  readonly version?: number;
}

type Existing = { readonly id?: string; readonly version?: number };

export interface OrganisationWork {
  readonly members: {
    list(): Promise<Member[]>;
    /** Throws `store/not-found`, and `store/conflict` where nobody would be left to administer. */
    changeRole(author: Author, user: string, role: Role): Promise<void>;
    remove(author: Author, user: string): Promise<void>;
  };
  /** Throws `store/not-found`, `store/conflict` and `store/version-conflict`. */
  readonly groups: {
    /** Those that own something and those that somebody made, by id. */
    list(options?: PageOptions): Promise<Omit<Page<GroupSummary>, "total">>;
    find(id: string): Promise<Group | undefined>;
    create(author: Author, input: GroupInput): Promise<Group>;
    setMembers(author: Author, change: Members): Promise<Group>;
    remove(author: Author, id: string): Promise<void>;
  };
  readonly invitations: {
    create(author: Author, input: InvitationInput): Promise<void>;
    /** Makes the link that sets the organisation up, instead of any earlier one; false once there is a member. */
    renewSetup(author: Author, input: Omit<InvitationInput, "email">): Promise<boolean>;
    list(): Promise<Invitation[]>;
    revoke(author: Author, id: string): Promise<void>;
  };
  readonly tokens: {
    create(author: Author, input: TokenInput): Promise<void>;
    revoke(author: Author, id: string): Promise<void>;
    list(): Promise<ApiToken[]>;
    touch(id: string): Promise<void>;
  };
  readonly webhooks: {
    save(author: Author, input: WebhookInput & Existing): Promise<Saved>;
    remove(author: Author, id: string): Promise<void>;
    list(): Promise<Webhook[]>;
    mark(id: string, failing: number | null, active: boolean): Promise<void>;
    /** Queues an event for webhooks. */
    queue(event: string, webhooks: readonly string[]): Promise<void>;
    deliveries(webhook: string, options?: DeliveryOptions): Promise<(Delivery & { readonly type?: string })[]>;
    replay(delivery: string): Promise<void>;
  };
  readonly events: {
    /** One event, whatever became of it; undefined where there is none of that id, or it was pruned. */
    find(id: string): Promise<StoredEvent | undefined>;
    /** In order, whatever became of them; delivered ones only for as long as they are kept. */
    after(place: EventPlace, limit: number): Promise<StoredEvent[]>;
    /** When a revision was made; undefined where there was none of that number. */
    timeOf(revision: number): Promise<number | undefined>;
    dead(): Promise<(StoredEvent & { readonly error: string })[]>;
    replay(which: { readonly since: number } | { readonly id: string }): Promise<number>;
  };
  readonly mail: {
    /** Queues a mail and returns its id. */
    queue(input: MailInput): Promise<string>;
    list(limit?: number): Promise<QueuedMail[]>;
    /** Makes a dead one due again. Throws `store/not-found`. */
    replay(id: string): Promise<void>;
  };
  /** Who is told by e-mail what happens to which product. */
  readonly subscriptions: {
    list(user: string): Promise<Subscription[]>;
    begin(subscription: Subscription): Promise<void>;
    end(user: string, product: string): Promise<void>;
    /** Those that want to know at once, by product. */
    immediate(): Promise<Map<string, Subscription[]>>;
    /** Queues a mail about one revision to each of them, once. */
    queue(subscriptions: readonly Subscription[], revision: number): Promise<void>;
  };
  readonly sources: {
    save(author: Author, input: SourceInput & Existing): Promise<Saved>;
    remove(author: Author, id: string): Promise<void>;
    list(): Promise<Source[]>;
    find(id: string): Promise<Source | undefined>;
    /** As the server sealed them. */
    secrets(id: string): Promise<string | undefined>;
    saveSecrets(author: Author, id: string, secrets: string | null): Promise<void>;
    note(id: string, note: { readonly state: unknown; readonly scanned?: number }): Promise<void>;
  };
  /** The repositories of a source. */
  readonly sourceRepositories: {
    see(
      source: string,
      where: { readonly pass: number; readonly page: string },
      seen: readonly SeenRepository[],
    ): Promise<void>;
    seeSame(source: string, where: { readonly pass: number; readonly page: string }): Promise<void>;
    excludeUnseen(
      source: string,
      unseen: { readonly pass: number; readonly reason: string; readonly at: number },
    ): Promise<void>;
    toScan(source: string, pass: number): Promise<string[]>;
    list(source: string, options?: SourceRepositoryOptions): Promise<SourceRepositoryPage>;
    find(source: string, id: string): Promise<SourceRepository | undefined>;
    count(source: string): Promise<RepositoryCounts>;
    noteScanned(source: string, id: string, note: ScanNote): Promise<void>;
    noteFailed(source: string, id: string, error: JobError): Promise<void>;
  };
  readonly jobs: {
    enqueue(input: JobInput): Promise<Enqueued>;
    list(filter?: JobFilter): Promise<JobPage>;
    find(id: string): Promise<Job | undefined>;
    /** Those of these keys that wait or run. */
    open(keys: readonly string[]): Promise<ReadonlyMap<string, Job>>;
    cancel(id: string): Promise<boolean>;
    retry(id: string): Promise<void>;
  };
  /** Snapshots sent in parts. */
  readonly uploads: {
    begin(actor: string): Promise<string>;
    add(id: string, number: number, content: Uint8Array): Promise<void>;
    status(id: string): Promise<UploadStatus | undefined>;
    /** Takes the snapshot in and removes the upload; what is refused stays, to be looked at or removed. */
    finish(author: Author, id: string): Promise<IngestResult>;
    remove(id: string): Promise<void>;
  };
}

export function openWork(
  engine: Engine,
  { key: org, id: organisation }: { readonly key: number; readonly id: string },
  queue: JobQueue,
  now: () => number = steadyNow,
): OrganisationWork {
  const read = scopeOf(engine, engine.read, org);
  const write = scopeOf(engine, engine.write, org);
  return {
    members: {
      list: async () => await listMembers(read),
      changeRole: async (author, user, role) => await changeRole(engine, org, author, user, role, now),
      remove: async (author, user) => await removeMember(engine, org, author, user, now),
    },
    groups: {
      list: async (options) => await listGroups(read, options),
      find: async (id) => await findGroup(read, id),
      create: async (author, input) => await createGroup(engine, org, author, input, now),
      setMembers: async (author, change) => await setMembers(engine, org, author, change, now),
      remove: async (author, id) => await removeGroup(engine, org, author, id, now),
    },
    invitations: {
      create: async (author, input) => await createInvitation(engine, org, author, input, now),
      renewSetup: async (author, input) => await renewSetup(engine, org, author, input, now),
      list: async () => await listInvitations(read),
      revoke: async (author, id) => await revokeInvitation(engine, org, author, id, now),
    },
    tokens: {
      create: async (author, input) => await createToken(engine, org, author, input, now),
      revoke: async (author, id) => await revokeToken(engine, org, author, id, now),
      list: async () => await listTokens(read),
      touch: async (id) => await touchToken(write, id, now()),
    },
    webhooks: {
      save: async (author, input) => await saveWebhook(engine, org, author, input, now),
      remove: async (author, id) => await removeWebhook(engine, org, author, id, now),
      list: async () => await listWebhooks(read),
      mark: async (id, failing, active) => await markWebhook(write, id, failing, active),
      queue: async (event, webhooks) => await queueDeliveries(write, event, webhooks, now()),
      deliveries: async (webhook, options) => await listDeliveries(read, webhook, options),
      replay: async (delivery) => await replayDelivery(write, delivery, now()),
    },
    events: {
      find: async (id) => await findEvent(read, organisation, id),
      after: async (place, limit) => await eventsAfter(read, organisation, place, limit),
      timeOf: async (revision) => await revisionTime(read, revision),
      dead: async () => await deadEvents(read, organisation),
      replay: async (which) => await replayEvents(write, which, now()),
    },
    mail: {
      queue: async (input) => await queueMail(write, input, now()),
      list: async (limit) => await listMail(read, limit),
      replay: async (id) => await replayMail(write, id, now()),
    },
    subscriptions: {
      list: async (user) => await listSubscriptions(read, user),
      begin: async (subscription) => await subscribe(write, subscription, now()),
      end: async (user, product) => await unsubscribe(write, user, product),
      immediate: async () => await immediateSubscriptions(read),
      queue: async (subscriptions, revision) => await queueImmediate(write, subscriptions, revision, now()),
    },
    sources: {
      save: async (author, input) => await saveSource(engine, org, author, input, now),
      remove: async (author, id) => await removeSource(engine, org, author, id, now),
      list: async () => await listSources(read),
      find: async (id) => await findSource(read, id),
      secrets: async (id) => await sourceSecrets(read, id),
      saveSecrets: async (author, id, secrets) => await saveSourceSecrets(engine, org, author, id, secrets, now),
      note: async (id, note) => await noteSource(write, id, note),
    },
    sourceRepositories: {
      see: async (source, where, seen) => await seeRepositories(write, source, where, seen),
      seeSame: async (source, where) => await seeSamePage(write, source, where),
      excludeUnseen: async (source, unseen) => await excludeUnseen(write, source, unseen),
      toScan: async (source, pass) => await repositoriesToScan(read, source, pass),
      list: async (source, options) => await listSourceRepositories(read, source, options),
      find: async (source, id) => await findSourceRepository(read, source, id),
      count: async (source) => await countSourceRepositories(read, source),
      noteScanned: async (source, id, note) => await noteScanned(write, source, id, note),
      noteFailed: async (source, id, error) => await noteFailed(write, source, id, error, now()),
    },
    jobs: {
      enqueue: async (input) => await queue.enqueue(org, input),
      list: async (filter) => await listJobs(read, filter),
      find: async (id) => await findJob(read, id),
      open: async (keys) => await openJobsOf(read, keys),
      cancel: async (id) => await cancelJob(write, id, now()),
      retry: async (id) => await queue.retry(org, id),
    },
    uploads: {
      begin: async (actor) => await beginUpload(write, actor, now()),
      add: async (id, number, content) => await addPart(write, id, number, content, now()),
      status: async (id) => await uploadStatus(read, id),
      async finish(author, id) {
        const result = await ingestAndSettle(engine, org, author, uploadedBytes(read, id), now);
        await removeUpload(write, id);
        return result;
      },
      remove: async (id) => await removeUpload(write, id),
    },
  };
}
