/** The repository that evidence lies in, for its links: the one that is named, else the only one there is. */
import type { RepositoryInfo } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { repositoryQuery, summaryQuery } from "../api/queries.ts";

interface FoundRepository {
  readonly source: RepositoryInfo | undefined;
  /** There is no other: it need not be named. */
  readonly only: boolean;
}

export function useRepository(id: string | undefined): FoundRepository {
  const { data: summary } = useQuery(summaryQuery);
  const only = summary?.repository;
  const asked = summary !== undefined && only === undefined && id !== undefined;
  const { data } = useQuery({ ...repositoryQuery(id ?? ""), enabled: asked });
  return { source: only ?? (asked ? data?.info : undefined), only: only !== undefined };
}
