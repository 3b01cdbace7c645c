/** The portfolio in figures; each is the length of a list that can be asked for. */
import type { RepositoryInfo } from "@freehold/model";
import { sql } from "kysely";
import { countPendingAssessments } from "../assessed/queue.ts";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { facets, type FacetValue } from "./facets.ts";

export interface PortfolioSummary {
  readonly products: number;
  readonly kinds: { readonly product: number; readonly component: number; readonly process: number };
  /** Candidates inside of products: offered, and counted nowhere else. */
  readonly hidden: number;
  readonly declared: number;
  readonly units: number;
  /** Machines not counted. */
  readonly people: number;
  readonly unowned: number;
  readonly ownerLeft: number;
  readonly disagreements: number;
  readonly violations: number;
  readonly problems: number;
  readonly repositories: number;
  /** The only one, where there is one. */
  readonly repository?: RepositoryInfo;
  /** When the newest snapshot was made, in milliseconds. */
  readonly scanned?: number;
  /** Repositories whose products wait to be assessed again. */
  readonly waiting: number;
}

/** Sums of the cube and counts along indexes: it does not read products. */
export async function summaryOf(scope: Scope): Promise<PortfolioSummary> {
  const shown = await facets(scope, { hidden: false });
  const hidden = await facets(scope, { hidden: true });
  const { db } = scope;
  const newest = await db.selectFrom("snapshot").select("made").orderBy("revision", "desc").limit(1).executeTakeFirst();
  const found = await findingCounts(scope);
  const repositories = await db.selectFrom("repository").select(["key"]).limit(2).execute();
  const only = repositories.length === 1 ? await onlyRepository(scope) : undefined;
  const counted = async (table: "repository" | "unit") =>
    (
      await db
        .selectFrom(table)
        .select(sql<number>`count(*)`.as("total"))
        .executeTakeFirstOrThrow()
    ).total;
  const kind = (name: string) => countOf(shown.kind, name);
  return {
    products: shown.kind.reduce((sum, { count }) => sum + count, 0),
    kinds: { product: kind("product"), component: kind("component"), process: kind("process") },
    hidden: hidden.kind.reduce((sum, { count }) => sum + count, 0),
    declared: countOf(shown.provenance, "declared") + countOf(shown.provenance, "confirmed"),
    units: await counted("unit"),
    people: await countPeople(scope),
    unowned: countOf(shown.ownership, "unowned"),
    ownerLeft: countOf(shown.ownership, "left"),
    disagreements: countOf(shown.ownership, "disagreement"),
    violations: found.violation,
    problems: found.problem,
    repositories: repositories.length < 2 ? repositories.length : await counted("repository"),
    ...(only === undefined ? {} : { repository: only }),
    ...(newest === undefined ? {} : { scanned: newest.made }),
    waiting: await countPendingAssessments(scope),
  };
}

async function findingCounts({ db }: Scope): Promise<{ violation: number; problem: number }> {
  const rows = await db
    .selectFrom("finding")
    .select(["kind", sql<number>`sum(count)`.as("total")])
    .groupBy("kind")
    .execute();
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.total ?? 0;
  return { violation: of("violation"), problem: of("problem") };
}

async function countPeople({ db }: Scope): Promise<number> {
  const row = await db
    .selectFrom("person")
    .select(sql<number>`count(*)`.as("total"))
    .where("commits", ">", 0)
    .where("bot", "=", 0)
    .executeTakeFirstOrThrow();
  return row.total;
}

async function onlyRepository({ db }: Scope): Promise<RepositoryInfo | undefined> {
  const row = await db.selectFrom("repository").select("doc").executeTakeFirst();
  return row === undefined ? undefined : (unpack(row.doc) as RepositoryInfo);
}

function countOf(values: readonly FacetValue[], wanted: string): number {
  return values.find(({ value }) => value === wanted)?.count ?? 0;
}
