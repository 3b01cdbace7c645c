/** What a page compares the portfolio with: an earlier snapshot, or another revision of the one repository. */
import type { Comparison, Diff, Snapshot } from "@freehold/model";
import { findCommit } from "@freehold/repository";
import { Failure } from "../failure.ts";
import { compareSnapshots, type LabelledSnapshot } from "./compare-snapshots.ts";
import { diff, type DiffOptions } from "./diff.ts";
import { openOne } from "./revisions.ts";

/** Judged by the rules of each kind. Throws a `Failure` where there is no such repository or revision. */
export async function compareRevisions(path: string, options: DiffOptions): Promise<Comparison> {
  return fromDiff(await diff(path, options));
}

/**
 * Judged by the rules of each kind where the repository at `path` is the one of both snapshots and has both
 * revisions; else by shapes, which is what the snapshots themselves can tell.
 */
export async function compareWithSnapshot(
  base: LabelledSnapshot,
  head: LabelledSnapshot,
  path: string,
  options: Pick<DiffOptions, "cache" | "onProgress" | "today">,
): Promise<Comparison> {
  const revisions = await revisionsAt(path, base.snapshot, head.snapshot);
  if (revisions === undefined) return compareSnapshots(base, head);
  const found = fromDiff(await diff(path, { ...options, ...revisions, exact: true }));
  return {
    ...found,
    base: { ...found.base, label: base.label, createdAt: base.snapshot.createdAt },
    head: { ...found.head, label: head.label, createdAt: head.snapshot.createdAt },
  };
}

function fromDiff({ base, head, products, unchanged, problems }: Diff): Comparison {
  return {
    base: { label: base.asked, revision: base.revision },
    head: { label: head.asked, ...(head.revision === undefined ? {} : { revision: head.revision }) },
    judged: "sources",
    products,
    unchanged,
    problems,
  };
}

/** Uncommitted files are in no commit: a snapshot of them can be compared by its shapes only. */
async function revisionsAt(path: string, base: Snapshot, head: Snapshot) {
  const [from, to] = [onlyCommit(base), onlyCommit(head)];
  if (from === undefined || to === undefined || from.id !== to.id) return undefined;
  const opened = await openOne(path).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
  if (opened === undefined) return undefined;
  const { repository } = opened;
  try {
    if (repository.info.id !== from.id) return undefined;
    const found = [await findCommit(repository, from.revision), await findCommit(repository, to.revision)];
    return found.includes(undefined) ? undefined : { base: from.revision, head: to.revision };
  } finally {
    await repository.close();
  }
}

function onlyCommit({ repositories: [only, ...others] }: Snapshot) {
  if (only?.revision === undefined || others.length > 0) return undefined;
  return { id: only.id, revision: only.revision };
}
