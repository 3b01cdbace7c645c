import type { ProductDraft } from "../assemble/draft.ts";
import type { GroupedRepository } from "../grouping/group-repository.ts";
import type { RepositoryFacts } from "../input.ts";
export function foldersToFollow(_facts: RepositoryFacts): Iterable<string> {
  return [];
}
export function hiddenDrafts(_grouped: GroupedRepository, _visible: readonly ProductDraft[]): ProductDraft[] {
  return [];
}
