/** Lists that were asked for before products were assessed are asked for again, as the figures come in. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { summaryQuery } from "../api/queries.ts";

const BY_ASSESSMENT: ReadonlySet<unknown> = new Set(["products", "plane", "facets"]);

export function useFollowAssessments(): void {
  const queries = useQueryClient();
  const { data } = useQuery(summaryQuery);
  const waiting = data?.waiting;
  const before = useRef(waiting);
  useEffect(() => {
    const changed = before.current !== undefined && waiting !== undefined && waiting < before.current;
    before.current = waiting;
    if (changed) void queries.invalidateQueries({ predicate: ({ queryKey }) => BY_ASSESSMENT.has(queryKey[0]) });
  }, [queries, waiting]);
}
