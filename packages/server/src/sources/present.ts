/** Sources and their repositories as the API shows them. */
import type { Job, JobError, OrganisationStore, RepositoryState, Source, SourceRepository } from "@freehold/store";
import type * as z from "zod";
import { iso } from "../api/iso.ts";
import { presentJob } from "../api/schemas/job.ts";
import { hoursOf, type sourceRepositorySchema, type sourceSchema } from "../api/schemas/source.ts";
import { readConfig } from "./config.ts";
import type { SourceRules } from "./rules.ts";
import { listKey, scanKey } from "./source-work.ts";
import { readWalk } from "./walk.ts";

export async function presentSource(
  organisation: OrganisationStore,
  of: string,
  source: Source,
  rules: SourceRules,
): Promise<z.output<typeof sourceSchema>> {
  const { id, url, active, every, due, scanned, version } = source;
  const { hook, ...config } = readConfig(source.config);
  const job = (await organisation.jobs.open([listKey(id)])).get(listKey(id));
  const { error } = readWalk(source.state);
  return {
    id,
    kind: source.kind as z.output<typeof sourceSchema>["kind"],
    url,
    ...config,
    every: hoursOf(every ?? 0),
    active,
    hook: { active: hook, url: `${rules.address ?? ""}/api/v1/hooks/${encodeURIComponent(of)}/${id}` },
    repositories: { ...(await organisation.sourceRepositories.count(id)) },
    ...(due === undefined || !active ? {} : { next: iso(due) }),
    ...(scanned === undefined ? {} : { listed: iso(scanned) }),
    ...(error === undefined ? {} : { error }),
    ...(job === undefined ? {} : { job: presentJob(job) }),
    version,
  };
}

export async function presentRepositories(
  organisation: OrganisationStore,
  source: Source,
  repositories: readonly SourceRepository[],
): Promise<z.output<typeof sourceRepositorySchema>[]> {
  const jobs = await organisation.jobs.open(repositories.map(({ id }) => scanKey(source.id, id)));
  return repositories.map((repository) =>
    presentRepository(source, repository, jobs.get(scanKey(source.id, repository.id))),
  );
}

function presentRepository(
  source: Source,
  repository: SourceRepository,
  job: Job | undefined,
): z.output<typeof sourceRepositorySchema> {
  const { id, url, excluded, commit, scanned, failures, error, failed, listed } = repository;
  const next = job?.due ?? (source.active && excluded === undefined ? source.due : undefined);
  return {
    id,
    url,
    state: stateOf(repository),
    ...(excluded === undefined ? {} : { excluded }),
    ...(commit === undefined ? {} : { commit }),
    ...(scanned === undefined ? {} : { scanned: iso(scanned) }),
    failures,
    ...(error === undefined ? {} : { error: { ...error } satisfies JobError }),
    ...(failed === undefined ? {} : { failed: iso(failed) }),
    ...(next === undefined ? {} : { next: iso(next) }),
    ...(job === undefined ? {} : { job: presentJob(job) }),
    listed: { ...listed },
  };
}

function stateOf({ excluded, failures, scanned }: SourceRepository): RepositoryState {
  if (excluded !== undefined) return "excluded";
  if (failures > 0) return "failing";
  return scanned === undefined ? "waiting" : "scanned";
}
