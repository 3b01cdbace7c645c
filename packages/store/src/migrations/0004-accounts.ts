/**
 * Accounts. The `auth_…` tables are better-auth's, in its own words for types; a test of the server asks it
 * whether it misses anything. Who belongs to which organisation is ours, so that it changes in one
 * transaction with its audit entry and stands under the same rule of tenancy as everything else.
 */
import { sql } from "kysely";
import { createIndex, createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  await authTables(migrating);
  await createTable(migrating, "setting", { columns: { name: "text", value: "text" }, primary: ["name"] });
  await createTable(migrating, "member", {
    columns: { org: "int", user_id: "text", email: "text", name: "text", role: "text", since: "big" },
    primary: ["org", "user_id"],
  });
  await createIndex(migrating, "member", ["user_id"]);
  await createTable(migrating, "invitation", {
    columns: {
      org: "int",
      id: "text",
      hash: "text",
      email: "text?",
      role: "text",
      created: "big",
      expires: "big",
      used: "big?",
    },
    primary: ["org", "id"],
  });
  await createIndex(migrating, "invitation", ["hash"], { unique: true });
}

const USER = {
  id: "text not null primary key",
  name: "text not null",
  email: "text not null unique",
  emailVerified: "FLAG not null",
  image: "text",
  createdAt: "TIME not null",
  updatedAt: "TIME not null",
};

const OF_USER = `text not null references "auth_user" ("id") on delete cascade`;

const SESSION = {
  id: "text not null primary key",
  expiresAt: "TIME not null",
  token: "text not null unique",
  createdAt: "TIME not null",
  updatedAt: "TIME not null",
  ipAddress: "text",
  userAgent: "text",
  userId: OF_USER,
};

const ACCOUNT = {
  id: "text not null primary key",
  accountId: "text not null",
  providerId: "text not null",
  userId: OF_USER,
  accessToken: "text",
  refreshToken: "text",
  idToken: "text",
  accessTokenExpiresAt: "TIME",
  refreshTokenExpiresAt: "TIME",
  scope: "text",
  password: "text",
  createdAt: "TIME not null",
  updatedAt: "TIME not null",
};

const VERIFICATION = {
  id: "text not null primary key",
  identifier: "text not null",
  value: "text not null",
  expiresAt: "TIME not null",
  createdAt: "TIME not null",
  updatedAt: "TIME not null",
};

async function authTables({ db, engine }: Migrating): Promise<void> {
  const words = engine.kind === "sqlite" ? { FLAG: "integer", TIME: "date" } : { FLAG: "boolean", TIME: "timestamptz" };
  const tables = { auth_user: USER, auth_session: SESSION, auth_account: ACCOUNT, auth_verification: VERIFICATION };
  for (const [table, columns] of Object.entries(tables)) {
    const body = Object.entries(columns).map(
      ([name, type]) => `"${name}" ${type.replace("FLAG", words.FLAG).replace("TIME", words.TIME)}`,
    );
    await sql.raw(`create table "${table}" (${body.join(", ")})`).execute(db);
  }
  await sql`create index "auth_session_userId_idx" on "auth_session" ("userId")`.execute(db);
  await sql`create index "auth_account_userId_idx" on "auth_account" ("userId")`.execute(db);
  await sql`create index "auth_verification_identifier_idx" on "auth_verification" ("identifier")`.execute(db);
}
