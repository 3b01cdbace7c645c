/**
 * Which repositories are to be assessed again. Ingest and corrections note it in their transaction; judging
 * is done afterwards by whoever has the rules, since the store knows none.
 */
import { sql } from "kysely";
import { portions } from "../ingest/chunks.ts";
import type { Revision } from "../revisions.ts";
import type { Engine } from "../engines/engine.ts";
import type { Scope } from "../scope.ts";

/** Queues the main repositories of products. */
export async function queueAssessments(revision: Revision, products: Iterable<number>): Promise<void> {
  for (const some of portions(products)) {
    await sql`insert into assess_queue (org, repository, revision)
      select distinct org, repository, cast(${revision.number} as integer) from product
      where org = ${revision.org} and key in (${sql.join(some)}) and repository is not null
      on conflict (org, repository) do update set revision = excluded.revision`.execute(revision.db);
  }
}

export interface PendingAssessment {
  /** Key of a repository. */
  readonly repository: number;
  /** The revision that asked for it last. */
  readonly revision: number;
}

/** What asked first comes first. */
export async function pendingAssessments({ db }: Scope, most: number): Promise<PendingAssessment[]> {
  return await db
    .selectFrom("assess_queue")
    .select(["repository", "revision"])
    .orderBy("revision")
    .orderBy("repository")
    .limit(most)
    .execute();
}

export async function countPendingAssessments({ db }: Scope): Promise<number> {
  const row = await db
    .selectFrom("assess_queue")
    .select(sql<number>`count(*)`.as("total"))
    .executeTakeFirstOrThrow();
  return row.total;
}

export async function organisationsToAssess(engine: Engine): Promise<string[]> {
  const rows = await engine.read
    .selectFrom("organisation")
    .select("id")
    .where("key", "in", (expression) => expression.selectFrom("assess_queue").select("assess_queue.org"))
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
