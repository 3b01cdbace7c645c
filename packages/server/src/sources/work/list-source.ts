/**
 * The job that walks through the list of a source: page by page, noting after each where it is, so that whoever comes
 * next goes on from there; a page that is as it was costs nothing. At its end, what changed is to be scanned.
 */
import { whyExcluded } from "@freehold/sources";
import type { OrganisationStore } from "@freehold/store";
import { scanJob } from "../source-work.ts";
import { readWalk, type Walk } from "../walk.ts";
import { type JobCall, type OpenedSource, sourceOf, type WorkTools } from "./work.ts";

export interface Walked {
  readonly seen: number;
  readonly toScan: number;
}

/** Throws what `sourceOf` and the list throw; the walk then stands where it is. */
export async function listSource(tools: WorkTools, call: JobCall): Promise<Walked | { readonly removed: true }> {
  const { store, now } = tools;
  const opened = await sourceOf(tools, call);
  if (opened === undefined) return { removed: true };
  const organisation = await store.forOrganisation(call.job.organisation);
  const { source } = opened;
  // What was filtered otherwise is judged anew, and so are pages that did not change.
  const kept = readWalk(source.state);
  const walk: Walk = kept.version === source.version ? kept : { tags: {}, version: source.version };
  const { pass = now(), ...start } = walk;
  const walked = await walkThrough(organisation, opened, { ...start, pass }, call);
  await organisation.sourceRepositories.excludeUnseen(source.id, { pass, reason: GONE, at: now() });
  await organisation.sources.note(source.id, {
    state: { tags: walked.tags, version: source.version } satisfies Walk,
    scanned: now(),
  });
  const toScan = await organisation.sourceRepositories.toScan(source.id, pass);
  for (const repository of toScan) {
    call.signal.throwIfAborted();
    await organisation.jobs.enqueue(scanJob(source.id, repository));
  }
  return { seen: walked.seen, toScan: toScan.length };
}

const GONE = "it is not in the list any more: removed, renamed, or not shown to the credential";
const FIRST = "first";

async function walkThrough(
  organisation: OrganisationStore,
  { source, config, lister }: OpenedSource,
  walk: Walk & { readonly pass: number },
  { signal, say }: JobCall,
): Promise<{ readonly seen: number; readonly tags: Walk["tags"] }> {
  const { pass, version } = walk;
  const tags = { ...walk.tags };
  let [page, seen] = [walk.page, 0];
  do {
    signal.throwIfAborted();
    const here = page ?? FIRST;
    const known = tags[here];
    const answer = await lister.page(page, known?.tag);
    signal.throwIfAborted();
    if (answer === "unchanged") {
      await organisation.sourceRepositories.seeSame(source.id, { pass, page: here });
      page = known?.next;
    } else {
      const rows = answer.repositories.map(({ id, url, pushed, ...listed }) => {
        const excluded = whyExcluded({ id, url, ...listed }, config);
        return {
          id,
          url,
          listed,
          ...(pushed === undefined ? {} : { pushed }),
          ...(excluded === undefined ? {} : { excluded }),
        };
      });
      await organisation.sourceRepositories.see(source.id, { pass, page: here }, rows);
      seen += rows.length;
      page = answer.next;
      if (answer.tag !== undefined) tags[here] = { tag: answer.tag, ...(page === undefined ? {} : { next: page }) };
    }
    await organisation.sources.note(source.id, {
      state: { pass, version, tags, ...(page === undefined ? {} : { page }) } satisfies Walk,
    });
    say({ seen, ...(page === undefined ? {} : { page }) });
  } while (page !== undefined);
  return { seen, tags };
}
