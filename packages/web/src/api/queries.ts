/** What the pages ask for. A snapshot never changes while it is served, so answers stay fresh. */
import type {
  AssessmentList,
  AssessmentResource,
  Comparison,
  FindingsResource,
  GraphResource,
  OwnerRow,
  ProductDetail,
  ProductDrafts,
  ProductInterface,
  ProductRow,
  Summary,
} from "@freehold/model";
import { queryOptions, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";
import { getResource } from "./client.ts";

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        // A refusal is an answer; only silence is worth asking again.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiError && error.status > 0 && error.status < 500),
        retryDelay: 400,
      },
    },
  });
}

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getResource<T>(path, signal) });
}

export const summaryQuery = resource<Summary>("/summary");
export const productsQuery = resource<readonly ProductRow[]>("/products");
export const peopleQuery = resource<readonly OwnerRow[]>("/people");
export const assessmentsQuery = resource<AssessmentList>("/assessments");
export const diffQuery = resource<Comparison>("/diff");
export const problemsQuery = resource<FindingsResource>("/problems");

export function productQuery(slug: string) {
  return resource<ProductDetail>(`/products/${encodeURIComponent(slug)}`);
}

export function assessmentQuery(slug: string) {
  return resource<AssessmentResource>(`/products/${encodeURIComponent(slug)}/assessment`);
}

export function draftsQuery(slug: string) {
  return resource<ProductDrafts>(`/products/${encodeURIComponent(slug)}/drafts`);
}

export function interfaceQuery(slug: string) {
  return resource<ProductInterface>(`/products/${encodeURIComponent(slug)}/interface`);
}

export function graphQuery(focus: string | undefined, depth: number, limit: number) {
  const query = new URLSearchParams({ limit: String(limit) });
  if (focus !== undefined) {
    query.set("focus", focus);
    query.set("depth", String(depth));
  }
  return resource<GraphResource>(`/graph?${query}`);
}
