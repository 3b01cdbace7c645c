/** Who is signed in and what they may: asked once, and again when the server says that it knows nobody. */
import type { components } from "@freehold/client";
import { queryOptions, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { answered, api } from "../api/client.ts";

export type Session = components["schemas"]["Session"];
export type Right = components["schemas"]["Right"];
export type Role = components["schemas"]["Role"];

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/session", { signal })),
  staleTime: 60_000,
  // Signing out in another window is seen when this one is looked at again.
  refetchOnWindowFocus: true,
});

/** Within the gate: there is somebody who asks. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the person may do this everywhere; owners may do more in their product. */
export function useMay(right: Right): boolean {
  return useSession().actor?.rights.includes(right) === true;
}

/** Whether there is a portfolio that is kept, which can be corrected and has a history: not where one scan is looked at. */
export function isKept({ accounts, actor }: Session): boolean {
  return actor !== undefined && (accounts || actor.rights.some((right) => right !== "read"));
}

/** After signing in: who is known now, and everything that was refused before. */
export function useRefreshAll(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.refetchQueries({ queryKey: sessionQuery.queryKey });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  };
}
