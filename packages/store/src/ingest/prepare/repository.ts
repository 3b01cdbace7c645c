/** What of a repository becomes a row. */
import { type RepositoryInfo, repositorySchema } from "@freehold/model";
import { type Item, prepareItem, type Preparing, type Raw, type Shape } from "./item.ts";

interface RepositoryWords {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  readonly commit_id: string | null;
  readonly committed: number | null;
}

export type RepositoryItem = Item<RepositoryWords>;

export function prepareRepository(raw: Raw, preparing: Preparing): RepositoryItem | undefined {
  return prepareItem(REPOSITORY, raw, preparing);
}

const REPOSITORY: Shape<RepositoryInfo, RepositoryWords> = {
  section: "repositories",
  schema: repositorySchema,
  words: ({ id, name, url, revision, committedAt }) => ({
    id,
    name,
    url: url ?? null,
    commit_id: revision ?? null,
    committed: committedAt === undefined ? null : Date.parse(committedAt),
  }),
};
