/**
 * What a database of each version may hold, written as that version wrote it: in plain statements, so that
 * later code can't change it. Add one for every migration; never change one.
 */
import { type Kysely, sql } from "kysely";
import type { Schema } from "../src/schema.ts";

type Build = (db: Kysely<Schema>) => Promise<void>;

const first: Build = async (db) => {
  await sql`insert into organisation (key, id, name, revision, graph, at, created) values (900, 'golden', 'Golden', 1, 0, 5, 1)`.execute(
    db,
  );
  await sql`insert into revision (org, number, at, actor, actor_kind, request, action, reason, detail)
    values (900, 1, 5, 'ann', 'person', null, 'snapshot.ingested', null, null)`.execute(db);
  const doc = Buffer.concat([Uint8Array.of(0), Buffer.from('{"id":"golden/main","name":"main"}')]);
  await sql`insert into repository (org, key, id, name, url, commit_id, committed, revision, snapshot, doc)
    values (900, 900, 'golden/main', 'main', null, null, null, 1, 'abc', ${doc})`.execute(db);
};

export const GOLDEN: Readonly<Record<string, Build>> = {
  "0001-portfolio": first,
  async "0002-work"(db) {
    await first(db);
    await sql`insert into webhook (org, id, url, secrets, events, active, created, failing, version)
      values (900, 'w', 'https://example.test', '[]', '[]', 1, 1, null, 1)`.execute(db);
  },
  "0003-text": first,
  "0004-accounts": first,
  async "0005-pages"(db) {
    await first(db);
    await sql`insert into person (org, id, name, bot, commits, last_commit, hash, since, doc, kind, owns, stewards, founded)
      values (900, '@acme/core', 'Core', 0, 0, null, ${Buffer.of(0)}, 0, ${Buffer.from("\0{}")}, 'group', 1, 0, 0)`.execute(
      db,
    );
  },
  async "0006-sources"(db) {
    await first(db);
    await sql`insert into source (org, id, kind, url, config, active, every, scanned, state, version, secrets, due)
      values (900, 's', 'git', 'https://example.test/x.git', '{}', 1, null, null, null, 1, null, null)`.execute(db);
    await sql`insert into source_repository (org, source, id, url, pass, listed, failures)
      values (900, 's', 'x', 'https://example.test/x.git', 1, '{}', 0)`.execute(db);
  },
  async "0010-gone"(db) {
    await first(db);
    await sql`insert into source_repository (org, source, id, url, pass, listed, failures, repository, gone)
      values (900, 's', 'x', 'https://example.test/x.git', 1, '{}', 0, 'golden/main', 7)`.execute(db);
  },
  async "0011-packs"(db) {
    await first(db);
    await sql`insert into pack (org, key, docs) values (900, 900, ${Buffer.of(0)})`.execute(db);
  },
  "0007-trigrams": first,
  "0009-mail": first,
  async "0008-groups"(db) {
    await first(db);
    await sql`insert into team (org, id, name, created, version) values (900, '@golden/core', 'Core', 1, 1)`.execute(
      db,
    );
  },
};
