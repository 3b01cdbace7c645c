/** What servers keep for an organisation beside its portfolio, by what it is about. */
import {
  createInvitation,
  type Invitation,
  type InvitationInput,
  listInvitations,
  revokeInvitation,
} from "./accounts/invitations.ts";
import { changeRole, listMembers, type Member, removeMember, type Role } from "./accounts/members.ts";
import type { Engine } from "./engines/engine.ts";
import { deadEvents, findEvent, replayEvents, type StoredEvent } from "./events/outbox.ts";
import {
  type Delivery,
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
import type { Author } from "./revisions.ts";
import { scopeOf } from "./scope.ts";
import { abandonRequest, beginRequest, finishRequest, type IdempotencyState } from "./work/idempotency.ts";
import { cancelJob, enqueueJob, findJob, type Job, type JobInput, listJobs } from "./work/jobs.ts";
import { listSources, noteScan, removeSource, saveSource, type Source, type SourceInput } from "./work/sources.ts";
import { type ApiToken, createToken, listTokens, revokeToken, type TokenInput, touchToken } from "./work/tokens.ts";

interface Saved {
  readonly id: string;
  readonly version: number;
}

type Existing = { readonly id?: string; readonly version?: number };

export interface OrganisationWork {
  readonly members: {
    list(): Promise<Member[]>;
    /** Throws `store/not-found`, and `store/conflict` where nobody would be left to administer. */
    changeRole(author: Author, user: string, role: Role): Promise<void>;
    remove(author: Author, user: string): Promise<void>;
  };
  readonly invitations: {
    create(author: Author, input: InvitationInput): Promise<void>;
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
    deliveries(webhook: string, limit?: number): Promise<Delivery[]>;
    replay(delivery: string): Promise<void>;
  };
  readonly events: {
    /** One event, whatever became of it; undefined where there is none of that id, or it was pruned. */
    find(id: string): Promise<StoredEvent | undefined>;
    dead(): Promise<(StoredEvent & { readonly error: string })[]>;
    replay(which: { readonly since: number } | { readonly id: string }): Promise<number>;
  };
  readonly sources: {
    save(author: Author, input: SourceInput & Existing): Promise<Saved>;
    remove(author: Author, id: string): Promise<void>;
    list(): Promise<Source[]>;
    noteScan(id: string, scanned: number, state: unknown): Promise<void>;
  };
  readonly jobs: {
    enqueue(input: JobInput): Promise<string>;
    list(limit?: number): Promise<Job[]>;
    find(id: string): Promise<Job | undefined>;
    cancel(id: string): Promise<boolean>;
  };
  /** Idempotency keys. */
  readonly requests: {
    begin(key: string, fingerprint: string): Promise<IdempotencyState>;
    finish(key: string, status: number, response: string): Promise<void>;
    abandon(key: string): Promise<void>;
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
  now: () => number = Date.now,
): OrganisationWork {
  const read = scopeOf(engine, engine.read, org);
  const write = scopeOf(engine, engine.write, org);
  return {
    members: {
      list: async () => await listMembers(read),
      changeRole: async (author, user, role) => await changeRole(engine, org, author, user, role, now),
      remove: async (author, user) => await removeMember(engine, org, author, user, now),
    },
    invitations: {
      create: async (author, input) => await createInvitation(engine, org, author, input, now),
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
      deliveries: async (webhook, limit) => await listDeliveries(read, webhook, limit),
      replay: async (delivery) => await replayDelivery(write, delivery, now()),
    },
    events: {
      find: async (id) => await findEvent(read, organisation, id),
      dead: async () => await deadEvents(read, organisation),
      replay: async (which) => await replayEvents(write, which, now()),
    },
    sources: {
      save: async (author, input) => await saveSource(engine, org, author, input, now),
      remove: async (author, id) => await removeSource(engine, org, author, id, now),
      list: async () => await listSources(read),
      noteScan: async (id, scanned, state) => await noteScan(write, id, scanned, state),
    },
    jobs: {
      enqueue: async (input) => await enqueueJob(write, input, now()),
      list: async (limit) => await listJobs(read, limit),
      find: async (id) => await findJob(read, id),
      cancel: async (id) => await cancelJob(write, id, now()),
    },
    requests: {
      begin: async (key, fingerprint) => await beginRequest(write, key, fingerprint, now()),
      finish: async (key, status, response) => await finishRequest(write, key, status, response),
      abandon: async (key) => await abandonRequest(write, key),
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
