/** A list that comes a page at a time, as the rows that are there and the way to the next ones. */
import { type UseInfiniteQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

interface PageOfRows<T> {
  readonly items: readonly T[];
  readonly total?: number | undefined;
}

interface Rows<T> {
  /** Undefined: nothing is there yet. */
  readonly rows: readonly T[] | undefined;
  /** All that match; where that is not known, those that are there. */
  readonly total: number;
  /** Absent where these are all. */
  readonly onEnd: (() => void) | undefined;
}

export function useRows<T, P extends PageOfRows<T>>(
  query: Pick<UseInfiniteQueryResult<{ pages: P[] }>, "data" | "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">,
): Rows<P["items"][number]> {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return {
    rows,
    total: data?.pages[0]?.total ?? rows?.length ?? 0,
    onEnd: hasNextPage && !isFetchingNextPage ? more : undefined,
  };
}
