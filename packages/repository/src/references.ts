/** Branches and tags of a repository, with the commit that each points at. */
import type { Repository } from "./repository.ts";

export interface Reference {
  /** Short name: `main`, `v1.2.0`. */
  readonly name: string;
  readonly commit: string;
  /** Seconds since 1970: when the commit was committed, of an annotated tag when it was tagged. */
  readonly time: number;
}

export interface References {
  readonly branches: readonly (Reference & { readonly merged: boolean | undefined })[];
  readonly tags: readonly Reference[];
}

const NONE: References = { branches: [], tags: [] };

/** A repository with more references has them from a machine; the newest are read. */
const MOST_TAGS = 20_000;
const MOST_BRANCHES = 2000;
const TAGS = ["refs/tags"];
const BRANCHES = ["refs/heads", "refs/remotes/origin"];
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Newest first. `merged` says that all of a branch is in `commit`; undefined where git could not tell.
 * Branches are the repository's own, else those of its remote `origin`. Never throws.
 */
export async function readReferences(repository: Repository, commit: string | undefined): Promise<References> {
  if (repository.kind !== "git") return NONE;
  const { tags, branches } = await listBoth(repository);
  const open = branches.length < 2 || commit === undefined ? undefined : await unmerged(repository, commit);
  return {
    tags: tags.map(({ ref, ...rest }) => ({ name: ref.slice("refs/tags/".length), ...rest })),
    branches: branchesOf(branches).map(({ ref, name, ...rest }) => ({
      name,
      ...rest,
      merged: rest.commit === commit ? true : open === undefined ? undefined : !open.has(ref),
    })),
  };
}

interface Listing {
  readonly found: Listed[];
  /** There may be more. */
  readonly cut: boolean;
}

interface Listed {
  readonly ref: string;
  readonly commit: string;
  readonly time: number;
}

/** Asks git once where both are few, as nearly everywhere; where one crowds the other out, for each. */
async function listBoth(repository: Repository): Promise<Readonly<Record<"tags" | "branches", Listed[]>>> {
  const both = await list(repository, [...TAGS, ...BRANCHES], MOST_BRANCHES);
  if (!both.cut) {
    const [tags = [], branches = []] = [true, false].map((tag) => both.found.filter(({ ref }) => isTag(ref) === tag));
    return { tags, branches };
  }
  const [tags, branches] = await Promise.all([
    list(repository, TAGS, MOST_TAGS),
    list(repository, BRANCHES, MOST_BRANCHES),
  ]);
  return { tags: tags.found, branches: branches.found };
}

function isTag(ref: string): boolean {
  return ref.startsWith("refs/tags/");
}

async function list({ access }: Repository, prefixes: readonly string[], most: number): Promise<Listing> {
  const format = "--format=%(refname)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)%00%(symref)";
  const args = ["for-each-ref", "--sort=-creatordate", `--count=${most}`, format, ...prefixes];
  const { stdout } = await access.git.run(args, { maxBytes: MAX_BYTES });
  const records = stdout.toString("utf8").split("\n");
  // The last one ends with a line feed too.
  return { found: records.flatMap(listed), cut: records.length > most };
}

function listed(record: string): Listed[] {
  const [ref = "", object = "", peeled = "", time = "", symbolic = ""] = record.split("\0");
  const seconds = Number(time);
  // `origin/HEAD` only repeats another branch, and a tag of something else than a commit has no date.
  if (ref === "" || symbolic !== "" || time === "" || !Number.isSafeInteger(seconds)) return [];
  return [{ ref, commit: peeled === "" ? object : peeled, time: seconds }];
}

function branchesOf(listed: readonly Listed[]): (Listed & { readonly name: string })[] {
  const named = listed.map((one) => ({ ...one, name: one.ref.replace(/^refs\/(?:heads|remotes\/origin)\//, "") }));
  const own = new Set(named.filter(({ ref }) => ref.startsWith("refs/heads/")).map(({ name }) => name));
  return named.filter(({ ref, name }) => ref.startsWith("refs/heads/") || !own.has(name));
}

/** Full names of the branches with commits that the revision lacks; undefined where objects are missing. */
async function unmerged({ access }: Repository, commit: string): Promise<ReadonlySet<string> | undefined> {
  const args = ["for-each-ref", `--no-merged=${commit}`, "--format=%(refname)", "refs/heads", "refs/remotes/origin"];
  const { code, stdout } = await access.git.run(args, { maxBytes: MAX_BYTES });
  return code === 0 ? new Set(stdout.toString("utf8").split("\n")) : undefined;
}
