/** What people decided about products, and what waits for a decision. */
import type { components } from "@freehold/client";
import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client.ts";

export type Correction = components["schemas"]["Correction"];
export type ListedCorrection = components["schemas"]["ListedCorrection"];
export type Suggestion = components["schemas"]["Suggestion"];
export type ListedProduct = components["schemas"]["ListedProduct"];

const staleTime = 5000;

/** The product as it is now, with the version that a correction is for. */
export function keptProductQuery(product: string) {
  return queryOptions({
    queryKey: ["kept", product],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/products/{product}", { params: { path: { product } }, signal })),
    staleTime,
  });
}

export function rightsQuery(product: string) {
  return queryOptions({
    queryKey: ["rights", product],
    queryFn: async ({ signal }) =>
      answered(await api.GET("/api/v1/products/{product}/rights", { params: { path: { product } }, signal })),
    staleTime,
  });
}

export function correctionsQuery(product?: string) {
  return queryOptions({
    queryKey: ["corrections", product ?? ""],
    queryFn: async ({ signal }) => {
      const query = product === undefined ? {} : { product };
      return answered(await api.GET("/api/v1/corrections", { params: { query }, signal }));
    },
    staleTime,
  });
}

export function suggestionsQuery(product?: string) {
  return queryOptions({
    queryKey: ["suggestions", product ?? ""],
    queryFn: async ({ signal }) => {
      const query = { state: "open" as const, ...(product === undefined ? {} : { product }) };
      return answered(await api.GET("/api/v1/suggestions", { params: { query }, signal }));
    },
    staleTime,
  });
}

/** The patch that adopts them; asked again where others wait. */
export function suggestedCommitQuery(product: string, suggestions: readonly Suggestion[]) {
  return queryOptions({
    queryKey: ["suggested-commit", product, ...suggestions.map(({ key }) => key)],
    queryFn: async ({ signal }) => {
      const params = { path: { product } };
      return answered(await api.GET("/api/v1/products/{product}/suggested-commit", { params, signal }));
    },
    staleTime,
    retry: false,
  });
}

export const candidatesQuery = queryOptions({
  queryKey: ["candidates"],
  queryFn: async ({ signal }) =>
    answered(await api.GET("/api/v1/candidates", { params: { query: { limit: 100 } }, signal })),
  staleTime,
});
