/**
 * Releases stand once, with their repository; products name theirs by tag. A tag of the whole repository releases most
 * of its products, and repeating what each tag is was up to three quarters of a snapshot.
 */
import type { Snapshot } from "../snapshot.ts";
import type { ProductFacts } from "./product.ts";
import type { Release } from "./release.ts";
import type { RepositoryFacts } from "./repository.ts";

export interface SharedReleases {
  readonly repository: RepositoryFacts;
  readonly products: ProductFacts[];
}

/** As a snapshot has them: of the products of one repository; those of a single one stay with it. */
export function shareReleases(repository: RepositoryFacts, products: readonly ProductFacts[]): SharedReleases {
  if (products.filter(({ releases }) => releases.length > 0).length < 2) return { repository, products: [...products] };
  const releases = new Map<string, Release>();
  const named = products.map((facts): ProductFacts => {
    if (facts.releases.length === 0) return facts;
    for (const release of facts.releases) releases.set(release.tag, release);
    const tags = { repository: repository.repository, names: facts.releases.map(({ tag }) => tag) };
    return { ...facts, releases: [], tags };
  });
  return { repository: { ...repository, releases: [...releases.values()].toSorted(newestFirst) }, products: named };
}

/** Facts of products with what the tags that they name are; those of earlier snapshots as they were. */
export function factsWithReleases({
  productFacts = [],
  repositoryFacts = [],
}: Pick<Snapshot, "productFacts" | "repositoryFacts">): ProductFacts[] {
  const byTag = new Map(
    repositoryFacts.map(({ repository, releases = [] }) => [
      repository,
      new Map(releases.map((release) => [release.tag, release])),
    ]),
  );
  return productFacts.map((facts) => {
    if (facts.tags === undefined) return facts;
    const { tags, ...rest } = facts;
    const known = byTag.get(tags.repository);
    return { ...rest, releases: tags.names.flatMap((tag) => known?.get(tag) ?? []) };
  });
}

function newestFirst(a: Release, b: Release): number {
  return a.releasedAt < b.releasedAt ? 1 : a.releasedAt > b.releasedAt ? -1 : 0;
}
