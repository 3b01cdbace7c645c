/** The first schema: organisations with their revisions, what snapshots say, and the join. */
import { sql } from "kysely";
import { EDGE, PRODUCT, UNIT } from "./rows-of-0001.ts";
import { createIndex, createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  await organisations(migrating);
  await snapshots(migrating);
  await products(migrating);
  await graph(migrating);
  await keys(migrating);
}

async function organisations(migrating: Migrating): Promise<void> {
  await createTable(migrating, "organisation", {
    columns: { key: "int", id: "text", name: "text", revision: "int", graph: "int", at: "big", created: "big" },
    primary: ["key"],
  });
  await createIndex(migrating, "organisation", ["id"], { unique: true });
  await createTable(migrating, "revision", {
    columns: {
      org: "int",
      number: "int",
      at: "big",
      actor: "text",
      actor_kind: "text",
      request: "text?",
      action: "text",
      reason: "text?",
      detail: "text?",
    },
    primary: ["org", "number"],
    packed: true,
  });
  await createIndex(migrating, "revision", ["org", "at"]);
  await createTable(migrating, "change", {
    columns: {
      org: "int",
      revision: "int",
      ordinal: "int",
      kind: "text",
      subject: "text",
      product: "int?",
      action: "text",
      fields: "text?",
    },
    primary: ["org", "revision", "ordinal"],
    packed: true,
  });
  await createIndex(migrating, "change", ["org", "product", "revision"]);
  await createTable(migrating, "outbox", {
    columns: {
      org: "int",
      revision: "int",
      ordinal: "int",
      type: "text",
      subject: "text",
      at: "big",
      data: "text?",
      state: "text",
      attempts: "int",
      due: "big",
      lease: "text?",
      error: "text?",
    },
    primary: ["org", "revision", "ordinal"],
    packed: true,
  });
  await createIndex(migrating, "outbox", ["due"], { where: "state = 'pending'" });
  await createIndex(migrating, "outbox", ["org", "state"], { where: "state = 'dead'" });
}

async function snapshots(migrating: Migrating): Promise<void> {
  await createTable(migrating, "snapshot", {
    columns: {
      org: "int",
      id: "text",
      revision: "int",
      made: "big",
      received: "big",
      bytes: "big",
      repositories: "int",
      units: "int",
      products: "int",
      generator: "text",
    },
    primary: ["org", "id"],
  });
  await createIndex(migrating, "snapshot", ["org", "revision"]);
  await createTable(migrating, "repository", {
    columns: {
      org: "int",
      key: "int",
      id: "text",
      name: "text",
      url: "text?",
      commit_id: "text?",
      committed: "big?",
      revision: "int",
      snapshot: "text",
      doc: "blob",
    },
    primary: ["key"],
  });
  await createIndex(migrating, "repository", ["org", "id"], { unique: true });
  await createTable(migrating, "unit", { columns: UNIT, primary: ["key"] });
  await createIndex(migrating, "unit", ["org", "id"], { unique: true });
  await createIndex(migrating, "unit", ["org", "repository"]);
  await createIndex(migrating, "unit", ["org", "product"]);
  await createTable(migrating, "unit_history", {
    columns: { ...UNIT, until: "int" },
    primary: ["org", "key", "until"],
  });
  await createIndex(migrating, "unit_history", ["org", "product"]);
  await createTable(migrating, "interface", {
    columns: {
      org: "int",
      unit: "int",
      id: "text",
      kind: "text",
      elements: "int",
      hash: "blob",
      since: "int",
      doc: "blob",
    },
    primary: ["org", "unit", "id", "kind"],
  });
  await createTable(migrating, "person", {
    columns: {
      org: "int",
      id: "text",
      name: "text",
      bot: "int",
      commits: "int",
      last_commit: "big?",
      hash: "blob",
      since: "int",
      doc: "blob",
    },
    primary: ["org", "id"],
  });
  await createTable(migrating, "finding", {
    columns: { org: "int", product: "int", kind: "text", count: "int", hash: "blob", doc: "blob" },
    primary: ["org", "product", "kind"],
  });
}

async function products(migrating: Migrating): Promise<void> {
  await createTable(migrating, "product", { columns: PRODUCT, primary: ["key"] });
  await createIndex(migrating, "product", ["org", "id"], { unique: true });
  await createIndex(migrating, "product", ["org", "slug"], { unique: true, where: "listed = 1" });
  for (const sorted of ["name", "reach", "dependents", "dependencies", "units", "violations"]) {
    await createIndex(migrating, "product", ["org", sorted, "key"], { where: "listed = 1" });
  }
  // Kinds and provenances are too few to be worth an index: a walk along the order finds them soon enough.
  await createIndex(migrating, "product", ["org", "stage", "name", "key"], { where: "listed = 1" });
  for (const filtered of ["owner_id", "repository", "part_of"]) {
    await createIndex(migrating, "product", ["org", filtered], { where: `listed = 1 and ${filtered} is not null` });
  }
  await createTable(migrating, "product_history", {
    columns: { ...PRODUCT, until: "int" },
    primary: ["org", "key", "until"],
  });
  await createTable(migrating, "alias", {
    columns: { org: "int", value: "text", product: "int" },
    primary: ["org", "value", "product"],
    packed: true,
  });
  await createIndex(migrating, "alias", ["org", "product"]);
  await createTable(migrating, "product_repository", {
    columns: { org: "int", product: "int", repository: "int" },
    primary: ["org", "product", "repository"],
    packed: true,
  });
  await createIndex(migrating, "product_repository", ["org", "repository", "product"]);
  await createTable(migrating, "custom_field", {
    columns: { org: "int", product: "int", name: "text", value: "text" },
    primary: ["org", "product", "name"],
    packed: true,
  });
  await createIndex(migrating, "custom_field", ["org", "name", "value"]);
  await createTable(migrating, "cube", {
    columns: {
      org: "int",
      kind: "text",
      provenance: "text",
      stage: "text",
      hidden: "int",
      owned: "int",
      findings: "int",
      violating: "int",
      count: "int",
    },
    primary: ["org", "kind", "provenance", "stage", "hidden", "owned", "findings", "violating"],
    packed: true,
  });
}

async function graph(migrating: Migrating): Promise<void> {
  await createTable(migrating, "identifier", { columns: { org: "int", key: "int", value: "text" }, primary: ["key"] });
  await createIndex(migrating, "identifier", ["org", "value"], { unique: true });
  await createTable(migrating, "provide", {
    columns: { org: "int", identifier: "int", unit: "int" },
    primary: ["org", "identifier", "unit"],
    packed: true,
  });
  await createIndex(migrating, "provide", ["org", "unit"]);
  await createTable(migrating, "consume", {
    columns: {
      org: "int",
      unit: "int",
      identifier: "int",
      provider: "int?",
      scopes: "int",
      weight: "int",
      links: "int",
    },
    primary: ["org", "unit", "identifier"],
    packed: true,
  });
  await createIndex(migrating, "consume", ["org", "identifier"]);
  await createTable(migrating, "edge", { columns: EDGE, primary: ["org", "source", "target"], packed: true });
  await createIndex(migrating, "edge", ["org", "target"]);
  await createTable(migrating, "edge_history", {
    columns: { ...EDGE, until: "int" },
    primary: ["org", "source", "target", "until"],
    packed: true,
  });
  await createIndex(migrating, "edge_history", ["org", "target"]);
  await createTable(migrating, "reach_queue", {
    columns: { org: "int", product: "int" },
    primary: ["org", "product"],
    packed: true,
  });
}

/** Where the keys of numbered things come from; see `Engine.allocate`. */
async function keys(migrating: Migrating): Promise<void> {
  if (migrating.engine.kind === "sqlite") {
    await createTable(migrating, "key_space", { columns: { name: "text", next: "int" }, primary: ["name"] });
    return;
  }
  for (const space of ["organisation", "product", "unit", "identifier", "repository", "correction", "suggestion"]) {
    await sql.raw(`create sequence ${space}_key`).execute(migrating.db);
  }
}
