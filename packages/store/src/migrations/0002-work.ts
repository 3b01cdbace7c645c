/** What people decide (corrections, suggestions), and what servers keep (tokens, webhooks, jobs, uploads). */
import { createIndex, createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  await decisions(migrating);
  await access(migrating);
  await jobs(migrating);
  await requests(migrating);
}

async function decisions(migrating: Migrating): Promise<void> {
  await createTable(migrating, "correction", {
    columns: {
      org: "int",
      key: "int",
      kind: "text",
      product: "int",
      payload: "text",
      revision: "int",
      actor: "text",
      at: "big",
      undone: "int?",
    },
    primary: ["key"],
  });
  await createIndex(migrating, "correction", ["org", "product"]);
  await createTable(migrating, "suggestion", {
    columns: {
      org: "int",
      key: "int",
      correction: "int",
      product: "int",
      field: "text",
      charter: "text",
      proposed: "text",
      state: "text",
      revision: "int",
    },
    primary: ["key"],
  });
  await createIndex(migrating, "suggestion", ["org", "product"]);
  await createIndex(migrating, "suggestion", ["org", "state", "key"]);
}

async function access(migrating: Migrating): Promise<void> {
  await createTable(migrating, "api_token", {
    columns: {
      org: "int",
      id: "text",
      name: "text",
      hash: "text",
      scopes: "text",
      actor: "text",
      created: "big",
      expires: "big?",
      used: "big?",
      revoked: "big?",
    },
    primary: ["org", "id"],
  });
  await createIndex(migrating, "api_token", ["hash"], { unique: true });
  await createTable(migrating, "webhook", {
    columns: {
      org: "int",
      id: "text",
      url: "text",
      secrets: "text",
      events: "text",
      active: "int",
      created: "big",
      failing: "big?",
      version: "int",
    },
    primary: ["org", "id"],
  });
  await createTable(migrating, "delivery", {
    columns: {
      org: "int",
      id: "text",
      webhook: "text",
      revision: "int",
      ordinal: "int",
      state: "text",
      attempts: "int",
      due: "big",
      lease: "text?",
      status: "int?",
      error: "text?",
      at: "big",
    },
    primary: ["org", "id"],
  });
  await createIndex(migrating, "delivery", ["due"], { where: "state = 'pending'" });
  await createIndex(migrating, "delivery", ["org", "webhook", "at"]);
}

async function jobs(migrating: Migrating): Promise<void> {
  await createTable(migrating, "source", {
    columns: {
      org: "int",
      id: "text",
      kind: "text",
      url: "text",
      config: "text",
      active: "int",
      every: "int?",
      scanned: "big?",
      state: "text?",
      version: "int",
    },
    primary: ["org", "id"],
  });
  await createTable(migrating, "job", {
    columns: {
      org: "int",
      id: "text",
      kind: "text",
      payload: "text",
      state: "text",
      attempts: "int",
      most: "int",
      due: "big",
      lease: "text?",
      leased_until: "big?",
      progress: "text?",
      result: "text?",
      error: "text?",
      created: "big",
      finished: "big?",
    },
    primary: ["org", "id"],
  });
  await createIndex(migrating, "job", ["due"], { where: "state in ('queued', 'running')" });
  await createIndex(migrating, "job", ["org", "created"]);
}

async function requests(migrating: Migrating): Promise<void> {
  await createTable(migrating, "idempotency", {
    columns: {
      org: "int",
      key: "text",
      fingerprint: "text",
      state: "text",
      status: "int?",
      response: "text?",
      created: "big",
    },
    primary: ["org", "key"],
  });
  await createIndex(migrating, "idempotency", ["created"]);
  await createTable(migrating, "upload", {
    columns: { org: "int", id: "text", actor: "text", created: "big", touched: "big" },
    primary: ["org", "id"],
  });
  await createTable(migrating, "upload_part", {
    columns: { org: "int", upload: "text", number: "int", bytes: "int", hash: "blob", content: "blob" },
    primary: ["org", "upload", "number"],
  });
}
