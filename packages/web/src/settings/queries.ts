/** What the pages of settings ask for. */
import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client.ts";

/** Others change these too. */
const staleTime = 10_000;

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/members", { signal })),
  staleTime,
});

export const invitationsQuery = queryOptions({
  queryKey: ["invitations"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/invitations", { signal })),
  staleTime,
});

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/sessions", { signal })),
  staleTime,
});

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/tokens", { signal })),
  staleTime,
});

export const webhooksQuery = queryOptions({
  queryKey: ["webhooks"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/webhooks", { signal })),
  staleTime,
});

export function deliveriesQuery(webhook: string) {
  return queryOptions({
    queryKey: ["deliveries", webhook],
    queryFn: async ({ signal }) => {
      const params = { path: { webhook } };
      return answered(await api.GET("/api/v1/webhooks/{webhook}/deliveries", { params, signal }));
    },
    staleTime: 2000,
    refetchInterval: 5000,
  });
}

export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/sources", { signal })),
  staleTime: 2000,
  refetchInterval: 5000,
});

export const jobsQuery = queryOptions({
  queryKey: ["jobs"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/jobs", { signal })),
  staleTime: 2000,
  refetchInterval: 5000,
});
