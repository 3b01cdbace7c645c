/** What `freehold doctor` says of the rights of a role: each statement that it names is the one that helps. */
import pg from "pg";
import { expect, test } from "vitest";
import { inspectPostgres, openStore } from "../src/index.ts";
import { ENGINES } from "./engines.ts";

const postgres = ENGINES.find(({ name }) => name === "postgres");

test.skipIf(postgres === undefined)(
  "a role lacks what the statements named give it",
  { timeout: 120_000 },
  async () => {
    const made = await postgres?.make();
    const at = made?.at ?? "";
    const role = `freehold_limited_${process.pid}`;
    const owner = new pg.Client({ connectionString: at });
    await owner.connect();
    const asRole = `${at}${at.includes("?") ? "&" : "?"}options=${encodeURIComponent(`-c role=${role}`)}`;
    const grants = async () => (await inspectPostgres(asRole)).grants;
    try {
      await owner.query(`create role ${role}`);
      const database = /\/(freehold_test_\w+)/.exec(at)?.[1];
      await owner.query("revoke create on schema public from public");
      const expected = [`grant create on schema public to ${role}`, `grant create on database ${database} to ${role}`];
      expect(await grants()).toEqual(expected);
      for (const statement of expected) await owner.query(statement);
      expect(await grants()).toEqual([]);

      // A schema of somebody else's is of no use: pg-boss makes and changes tables in it.
      await owner.query("create schema freehold_boss");
      expect(await grants()).toEqual([`alter schema freehold_boss owner to ${role}`]);
      await owner.query(`alter schema freehold_boss owner to ${role}`);
      expect(await grants()).toEqual([]);

      const store = await openStore({ at: asRole });
      await store.createOrganisation({ id: "acme", name: "Acme" });
      const { jobs } = await store.forOrganisation("acme");
      await jobs.enqueue({ kind: "list", payload: {} });
      expect(await store.jobs.take(1), "and so jobs work").toHaveLength(1);
      await store.close();
    } finally {
      await owner.end();
      await made?.remove();
      const again = new pg.Client({ connectionString: at.replace(/\/[^/?]+\?/, "/postgres?") });
      await again.connect();
      await again.query(`drop role if exists ${role}`);
      await again.end();
    }
  },
);
