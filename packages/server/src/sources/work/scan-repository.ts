/** The job that brings one repository up to date: fetched, scanned in a process of its own, taken in. */
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HostedFacts } from "@freehold/model";
import { SourceFailure } from "@freehold/sources";
import type { Author, OrganisationStore, SourceRepository } from "@freehold/store";
import manifest from "../../../package.json" with { type: "json" };
import { type JobCall, type OpenedSource, sourceOf, type WorkTools } from "./work.ts";

export type Scanned =
  | { readonly removed: true }
  | { readonly excluded: string }
  | { readonly empty: true }
  | { readonly unchanged: true; readonly commit: string }
  | { readonly commit?: string; readonly revision: number; readonly units: number; readonly products: number };

/** What is kept beside the commit, to tell whether the next scan could say anything else. */
interface Kept {
  readonly scanner: string;
  readonly depth?: number | undefined;
  readonly hosted: HostedFacts;
}

export async function scanRepository(tools: WorkTools, call: JobCall): Promise<Scanned> {
  const opened = await sourceOf(tools, call);
  if (opened === undefined) return { removed: true };
  const organisation = await tools.store.forOrganisation(call.job.organisation);
  const repository = await organisation.sourceRepositories.find(opened.source.id, repositoryOf(call));
  if (repository === undefined) return { removed: true };
  if (repository.excluded !== undefined) return { excluded: repository.excluded };
  const scanned = await bring(tools, call, opened, organisation, repository);
  await tools.clones.evict();
  return scanned;
}

async function bring(
  tools: WorkTools,
  call: JobCall,
  opened: OpenedSource,
  organisation: OrganisationStore,
  repository: SourceRepository,
): Promise<Scanned> {
  const { source, config, place } = opened;
  const { signal, say } = call;
  say({ stage: "fetch" });
  const fetched =
    place.kind === "folder" ? { path: repository.url } : await fetchedFrom(tools, call, opened, repository);
  const commit = "commit" in fetched ? fetched.commit : undefined;
  const note = { seen: repository.pushed, scanned: tools.now() };
  if (place.kind !== "folder" && commit === undefined) {
    await organisation.sourceRepositories.noteScanned(source.id, repository.id, { ...note, commit });
    return { empty: true };
  }
  const branch = "branch" in fetched ? fetched.branch : undefined;
  const hosted = config.facts ? await hostedFacts(opened, repository.id, branch) : {};
  const kept: Kept = {
    scanner: manifest.version,
    ...(config.depth === undefined ? {} : { depth: config.depth }),
    hosted,
  };
  if (commit !== undefined && commit === repository.commit && sameButTimes(kept, repository.facts)) {
    await organisation.sourceRepositories.noteScanned(source.id, repository.id, { ...note, commit });
    return { unchanged: true, commit };
  }
  const folder = await mkdtemp(join(tmpdir(), "freehold-scan-"));
  try {
    const out = join(folder, "snapshot.json");
    const told = await tools.scan({ path: fetched.path, out, hosted, signal, time: tools.scanTime, onProgress: say });
    say({ stage: "take in" });
    signal.throwIfAborted();
    const result = await organisation.ingest(authorOf(source.id), createReadStream(out));
    const at = commit ?? told.revision;
    await organisation.sourceRepositories.noteScanned(source.id, repository.id, {
      ...note,
      commit: at,
      facts: kept,
      ...(told.repository === undefined ? {} : { repository: told.repository }),
    });
    const { revision, units, products } = result;
    return { ...(at === undefined ? {} : { commit: at }), revision, units, products };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchedFrom(
  tools: WorkTools,
  { job, signal }: JobCall,
  { source, config, forGit }: OpenedSource,
  { url }: SourceRepository,
) {
  return await tools.clones.fetch({
    owner: [job.organisation, source.id],
    url,
    credential: await forGit(),
    ...(config.depth === undefined ? {} : { depth: config.depth }),
    signal,
  });
}

/** A host that does not tell them now must not keep the repository from being scanned. */
async function hostedFacts(opened: OpenedSource, repository: string, branch: string | undefined): Promise<HostedFacts> {
  try {
    return await opened.facts(repository, branch);
  } catch (error) {
    if (error instanceof SourceFailure) return {};
    throw error;
  }
}

function sameButTimes(kept: Kept, before: unknown): boolean {
  return timeless(kept) === timeless(before);
}

function timeless(value: unknown): string {
  return JSON.stringify(value, (key, said: unknown) => (key === "importedAt" ? undefined : said)) ?? "";
}

function authorOf(source: string): Author {
  return { actor: `source ${source}`, kind: "system" };
}

function repositoryOf({ job: { payload } }: JobCall): string {
  const said: unknown =
    typeof payload === "object" && payload !== null ? Reflect.get(payload, "repository") : undefined;
  return typeof said === "string" ? said : "";
}
