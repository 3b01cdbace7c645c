/**
 * What pages over the whole portfolio need as columns: how products were assessed, the facts that assessing
 * rests on, who holds which product in which role, and which findings there are.
 */
import { sql } from "kysely";
import { unpack } from "../packed.ts";
import { createIndex, createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  await assessed(migrating);
  await facts(migrating);
  await roles(migrating);
  await findings(migrating);
  await cube(migrating);
}

async function assessed(migrating: Migrating): Promise<void> {
  const { db, engine } = migrating;
  const real = engine.kind === "sqlite" ? "real" : "double precision";
  const text = engine.kind === "sqlite" ? "text" : 'text collate "C"';
  const columns = {
    score: real,
    value: real,
    simplicity: real,
    plane: real,
    standing: text,
    steady: "integer",
    action: text,
    assessed: text,
  };
  for (const [name, type] of Object.entries(columns)) {
    await sql.raw(`alter table product add column ${name} ${type}`).execute(db);
  }
  for (const sorted of ["score", "plane", "value", "simplicity", "owner_name"]) {
    await createIndex(migrating, "product", ["org", sorted, "key"], { where: "listed = 1" });
  }
  await createTable(migrating, "assess_queue", {
    columns: { org: "int", repository: "int", revision: "int" },
    primary: ["org", "repository"],
    packed: true,
  });
  await sql
    .raw("insert into assess_queue (org, repository, revision) select org, key, revision from repository where key > 0")
    .execute(db);
}

async function facts(migrating: Migrating): Promise<void> {
  for (const about of ["product", "repository"]) {
    await createTable(migrating, `${about}_fact`, {
      columns: { org: "int", [about]: "int", hash: "blob", doc: "blob" },
      primary: ["org", about],
    });
  }
}

interface OldProduct {
  readonly key: number;
  readonly org: number;
  readonly doc: Uint8Array;
}

interface OldOwner {
  readonly value?: { readonly kind?: string; readonly id?: string; readonly name?: string };
}

/** Groups, and people whom no history names, become rows beside the people. */
async function roles(migrating: Migrating): Promise<void> {
  const { db } = migrating;
  await sql.raw("alter table person add column kind text not null default 'person'").execute(db);
  await sql.raw("alter table person add column logins text not null default ''").execute(db);
  for (const name of ["owns", "stewards", "founded"]) {
    await sql.raw(`alter table person add column ${name} integer not null default 0`).execute(db);
  }
  await createTable(migrating, "role", {
    columns: { org: "int", product: "int", person: "text", roles: "int" },
    primary: ["org", "product", "person"],
    packed: true,
  });
  await createIndex(migrating, "role", ["org", "person", "product"]);
  for (const sorted of ["owns", "stewards", "founded", "name", "commits", "last_commit"]) {
    await createIndex(migrating, "person", ["org", sorted, "id"]);
  }
  await fillRoles(migrating);
}

const EMPTY = Uint8Array.of(0, 123, 125);

async function fillRoles({ db }: Migrating): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await sql<OldProduct>`
      select key, org, doc from product where key > ${after} order by key limit 200`.execute(db);
    if (rows.length === 0) break;
    for (const row of rows) {
      after = row.key;
      for (const [id, { roles, owner }] of rolesIn(row.doc)) {
        await sql`insert into role (org, product, person, roles) values (${row.org}, ${row.key}, ${id}, ${roles})`.execute(
          db,
        );
        await sql`insert into person (org, id, name, bot, commits, last_commit, hash, since, doc, kind)
          values (${row.org}, ${id}, ${owner.name ?? id}, 0, 0, null, ${EMPTY}, 0, ${EMPTY}, ${owner.kind ?? "person"})
          on conflict (org, id) do nothing`.execute(db);
      }
    }
  }
  for (const [name, bit] of [
    ["owns", 1],
    ["stewards", 2],
    ["founded", 4],
  ] as const) {
    await sql
      .raw(
        `update person set ${name} = (select count(*) from role r join product p on p.key = r.product
           where r.org = person.org and r.person = person.id and p.listed = 1 and p.hidden = 0 and (r.roles & ${bit}) <> 0)`,
      )
      .execute(db);
  }
}

function rolesIn(doc: Uint8Array) {
  const { ownership } = unpack(doc) as {
    readonly ownership?: Readonly<Record<string, OldOwner | readonly OldOwner[]>>;
  };
  const found = new Map<string, { roles: number; owner: NonNullable<OldOwner["value"]> }>();
  for (const [field, bit] of [
    ["declared", 1],
    ["owner", 1],
    ["steward", 2],
    ["founder", 4],
  ] as const) {
    for (const { value } of [ownership?.[field] ?? []].flat()) {
      if (value?.id === undefined) continue;
      found.set(value.id, { roles: (found.get(value.id)?.roles ?? 0) | bit, owner: value });
    }
  }
  return found;
}

/** `rules`: how many there are of each rule or severity, as JSON; null: nobody counted yet. */
async function findings(migrating: Migrating): Promise<void> {
  await sql.raw(`alter table finding add column rules text`).execute(migrating.db);
  await createIndex(migrating, "finding", ["org", "kind", "product", "rules", "count"]);
}

const DIMENSIONS = ["kind", "provenance", "stage", "hidden", "owned", "findings", "violating"];
const MORE = ["troubled", "relied", "standing", "steady", "action"];

/** The same cells, told apart by more. */
async function cube(migrating: Migrating): Promise<void> {
  const { db } = migrating;
  await sql.raw("drop table cube").execute(db);
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
      troubled: "int",
      relied: "int",
      standing: "text",
      steady: "int",
      action: "text",
      count: "int",
    },
    primary: ["org", ...DIMENSIONS, ...MORE],
    packed: true,
  });
  await sql
    .raw(
      `insert into cube (org, ${[...DIMENSIONS, ...MORE].join(", ")}, count)
       select org, kind, provenance, stage, hidden, owned, findings, violating, troubled, relied, '', -1, '', count(*)
       from (select org, kind, provenance, stage, hidden, findings,
         case when owner_id is null then 0 else 1 end as owned,
         case when violations > 0 then 1 else 0 end as violating,
         case when problems > 0 then 1 else 0 end as troubled,
         case when dependents > 0 then 1 else 0 end as relied
         from product where listed = 1) as cells
       group by org, kind, provenance, stage, hidden, owned, findings, violating, troubled, relied`,
    )
    .execute(db);
}
