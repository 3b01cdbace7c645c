/** What the pages ask for. Lists come a page at a time, filtered and sorted by the server. */
import type { components, paths } from "@freehold/client";
import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";
import { answered, api } from "./client.ts";

export type ListedProduct = components["schemas"]["ListedProduct"];
export type ListedPerson = components["schemas"]["ListedPerson"];
export type Summary = components["schemas"]["Summary"];
export type Facets = components["schemas"]["Facets"];
export type PlanePoint = components["schemas"]["PlanePoints"]["points"][number];

type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

type ProductsQuery = QueryOf<"/api/v1/products">;
export type ProductsSort = Pick<ProductsQuery, "sort" | "descending">;
export type ProductsFilter = Omit<ProductsQuery, "sort" | "descending" | "fields" | "limit" | "cursor">;
export type PeopleQuery = Omit<QueryOf<"/api/v1/people">, "limit" | "cursor">;
export type FindingsQuery = Omit<QueryOf<"/api/v1/findings">, "limit" | "cursor">;

const FRESH = 30_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH,
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

/** Rows of a page: what a screen shows several times over. */
const PAGE = 100;

/** Asked again while products wait to be assessed, so that lists can follow. */
export const summaryQuery = queryOptions({
  queryKey: ["summary"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/summary", { signal })),
  refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? 1000 : false),
});

/** What this server can answer beside what it keeps; it does not change while it runs. */
export const capabilitiesQuery = queryOptions({
  queryKey: ["capabilities"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/capabilities", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export function productsQuery(filter: ProductsFilter, sort: ProductsSort) {
  return infiniteQueryOptions({
    queryKey: ["products", filter, sort],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, ...sort, limit: PAGE, ...after(pageParam) };
      const page = answered(await api.GET("/api/v1/products", { params: { query }, signal }));
      // Whole rows, since no fields were picked.
      return { ...page, items: page.items as ListedProduct[] };
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function facetsQuery(filter: ProductsFilter) {
  return queryOptions({
    queryKey: ["facets", filter],
    queryFn: async ({ signal }) => answered(await api.GET("/api/v1/facets", { params: { query: filter }, signal })),
  });
}

export function repositoryFacetQuery(filter: Omit<ProductsFilter, "repository">) {
  return queryOptions({
    queryKey: ["facets", "repository", filter],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/facets/repository", { params: { query: filter }, signal })).items,
  });
}

/** What the letters of somebody who looks for a product mean, best first. */
export function searchQuery(q: string, limit: number) {
  return queryOptions({
    queryKey: ["search", q, limit],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/search", { params: { query: { q, limit } }, signal })).items,
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });
}

export function planeQuery(filter: ProductsFilter) {
  return queryOptions({
    queryKey: ["plane", filter],
    queryFn: async ({ signal }) => answered(await api.GET("/api/v1/plane", { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function peopleQuery(query: PeopleQuery) {
  return infiniteQueryOptions({
    queryKey: ["people", query],
    queryFn: async ({ pageParam, signal }) =>
      answered(
        await api.GET("/api/v1/people", { params: { query: { ...query, limit: PAGE, ...after(pageParam) } }, signal }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function countPeopleQuery(show: NonNullable<PeopleQuery["show"]>) {
  return queryOptions({
    queryKey: ["people", "count", show],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/people", { params: { query: { show, limit: 1 } }, signal })).total,
  });
}

export function findingsQuery(query: FindingsQuery) {
  return infiniteQueryOptions({
    queryKey: ["findings", query],
    queryFn: async ({ pageParam, signal }) =>
      answered(
        await api.GET("/api/v1/findings", {
          params: { query: { ...query, limit: PAGE, ...after(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export const comparisonQuery = queryOptions({
  queryKey: ["comparison"],
  queryFn: async ({ signal }) => answered(await api.GET("/api/v1/comparison", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export function productQuery(product: string) {
  return queryOptions({
    queryKey: ["product", product],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/products/{product}/detail", { params: { path: { product } }, signal })),
  });
}

export function assessmentQuery(product: string) {
  return queryOptions({
    queryKey: ["product", product, "assessment"],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/products/{product}/assessment", { params: { path: { product } }, signal })),
  });
}

export function draftsQuery(product: string) {
  return queryOptions({
    queryKey: ["product", product, "drafts"],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/products/{product}/drafts", { params: { path: { product } }, signal })),
  });
}

export function interfaceQuery(product: string) {
  return queryOptions({
    queryKey: ["product", product, "interface"],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/products/{product}/interface", { params: { path: { product } }, signal })),
  });
}

/** The surroundings of one product, or the whole as far as it fits. */
export function graphQuery(focus: string | undefined, depth: number, most: number) {
  return queryOptions({
    queryKey: ["graph", focus ?? "", depth, most],
    queryFn: async ({ signal }) => {
      if (focus === undefined) return answered(await api.GET("/api/v1/graph", { params: { query: { most } }, signal }));
      const params = { path: { product: focus }, query: { depth, most } };
      return answered(await api.GET("/api/v1/products/{product}/neighbourhood", { params, signal }));
    },
  });
}

/** A repository, for the links of evidence. */
export function repositoryQuery(repository: string) {
  return queryOptions({
    queryKey: ["repository", repository],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/repositories/{repository}", { params: { path: { repository } }, signal })),
    staleTime: 10 * 60_000,
  });
}

function after(cursor: string): { readonly cursor?: string } {
  return cursor === "" ? {} : { cursor };
}
