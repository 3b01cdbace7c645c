/**
 * The last commits replayed: what each tier would have run, and the later fixes that landed in a product
 * that was pruned (a miss: had it been tested, the fault might have been seen).
 *
 * Two strengths of evidence: a later commit that names the commit it mends (`This reverts commit …`,
 * `Fixes: …`, after the Linux kernel's and git's own convention), and one that merely says that it is a
 * fix, soon after. The second kind is possible, not proven.
 */
import type { Affected, Tier } from "@freehold/model";
import { type CommitSummary, findCommit, lastCommits, noCache, openCache } from "@freehold/repository";
import { openOne } from "../diff/revisions.ts";
import type { TwoSides } from "../diff/two-sides.ts";
import { Failure } from "../failure.ts";
import { openInterfaceThread } from "../interfaces/thread.ts";
import { type AffectedOptions, affectedBetween } from "./affected.ts";

export interface ReplayOptions extends Omit<AffectedOptions, "base" | "exact" | "worktree"> {
  readonly commits: number;
  readonly onCommit?: (done: number, total: number) => void;
}

export interface ReplayedCommit {
  readonly commit: string;
  readonly subject: string;
  readonly files: number;
  /** Products by tier. */
  readonly tiers: Readonly<Record<Tier, number>>;
  readonly misses: readonly Miss[];
}

interface Miss {
  readonly product: string;
  readonly tier: Tier;
  readonly fix: string;
  readonly subject: string;
  /** It names the commit. */
  readonly proven: boolean;
}

export interface Replay {
  readonly repository: string;
  readonly upTo: Tier;
  readonly products: number;
  /** Oldest first. */
  readonly commits: readonly ReplayedCommit[];
  /** Commits that no parent of is in this clone, left out. */
  readonly skipped: number;
}

/** How many commits later a fix may come to count. */
const SOON = 20;

/** Throws a `Failure` when there is no such repository or revision, or nothing to replay. */
export async function replay(path: string, options: ReplayOptions): Promise<Replay> {
  const { repository } = await openOne(path);
  const cache = options.cache ? openCache() : noCache;
  const thread = openInterfaceThread({ cache: options.cache });
  try {
    const head = await findCommit(repository, options.head ?? "HEAD");
    if (head === undefined)
      throw new Failure(
        "diff/unknown-revision",
        `\`${options.head ?? "HEAD"}\` names no commit`,
        "Give a branch, a tag or a commit of this clone.",
      );
    const listed = (await lastCommits(repository, head, options.commits)).reverse();
    const results: { commit: CommitSummary; affected: Affected }[] = [];
    let earlier: TwoSides | undefined;
    for (const [index, commit] of listed.entries()) {
      options.onCommit?.(index, listed.length);
      const base = commit.parent === undefined ? undefined : await findCommit(repository, commit.parent);
      if (base === undefined) continue;
      const revisions = { base, baseAsked: base, head: commit.id, headAsked: commit.id };
      const found = await affectedBetween(repository, revisions, { ...options, base }, cache, thread, earlier);
      earlier = found.sides;
      results.push({ commit, affected: found.answer });
    }
    const upTo = options.upTo ?? "contract";
    return {
      repository: repository.info.id,
      upTo,
      products: results.at(-1)?.affected.products.length ?? 0,
      commits: results.map(({ commit, affected }, index) => ({
        commit: commit.id,
        subject: commit.subject,
        files: affected.files,
        tiers: counts(affected),
        misses: missesOf(commit, affected, results.slice(index + 1, index + 1 + SOON)),
      })),
      skipped: listed.length - results.length,
    };
  } finally {
    thread.close();
    await repository.close();
  }
}

function counts({ products }: Affected): Record<Tier, number> {
  const sum: Record<Tier, number> = { changed: 0, contract: 0, exercise: 0, unreached: 0 };
  for (const { tier } of products) sum[tier]++;
  return sum;
}

const FIX = /^(?:fix|bugfix|hotfix|revert|regression)\b|\bfix(?:es|ed)?\b.*\bregression\b/i;

function missesOf(
  commit: CommitSummary,
  affected: Affected,
  later: readonly { readonly commit: CommitSummary; readonly affected: Affected }[],
): Miss[] {
  const pruned = new Map(
    affected.products.filter(({ included }) => !included).map((one) => [one.product.slug, one.tier]),
  );
  return later.flatMap(({ commit: fix, affected: mended }) => {
    const proven = names(fix, commit.id);
    if (!proven && !FIX.test(fix.subject)) return [];
    return mended.products.flatMap(({ product, tier }): Miss[] => {
      const was = pruned.get(product.slug);
      // A product that nothing leads to can't have been broken by it, unless the fix says so.
      if (tier !== "changed" || was === undefined || (!proven && was === "unreached")) return [];
      return [{ product: product.slug, tier: was, fix: fix.id, subject: fix.subject, proven }];
    });
  });
}

/** `This reverts commit <id>`, `Fixes: <id>`, with an id of at least seven digits. */
function names({ message }: CommitSummary, id: string): boolean {
  const named = message.matchAll(
    /(?:reverts? commit|fixes:?|fixed in|regression from|introduced (?:in|by))\s+([0-9a-f]{7,64})\b/gi,
  );
  return [...named].some(([, found = ""]) => id.startsWith(found.toLowerCase()));
}
