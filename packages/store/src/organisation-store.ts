/** The portfolio of one organisation: what can be asked, and what can be done. */
import type { GraphResource, ProductRef } from "@freehold/model";
import type { Engine } from "./engines/engine.ts";
import { ingestSnapshot, type IngestResult } from "./ingest/ingest.ts";
import { countProducts } from "./queries/count-products.ts";
import { type Facets, facets } from "./queries/facets.ts";
import { searchProducts, type SearchOptions, type SearchResult } from "./queries/search-products.ts";
import { findProduct, type FoundProduct } from "./queries/find-product.ts";
import { cyclesOf, type StoredCycle } from "./queries/graph/cycles.ts";
import { neighbourhoodOf, type NeighbourhoodOptions } from "./queries/graph/neighbourhood.ts";
import { pathBetween } from "./queries/graph/path.ts";
import { dependenciesOf, dependentsOf, type LinkOptions, type StoredLink } from "./queries/graph/product-links.ts";
import { type Reached, reachOf } from "./queries/graph/reach.ts";
import { refreshReach } from "./queries/graph/refresh-reach.ts";
import { listProducts, type ListOptions, type Page } from "./queries/list-products.ts";
import type { ProductFilter } from "./queries/product-filter.ts";
import type { StoredProduct } from "./queries/product-row.ts";
import type { Author } from "./revisions.ts";
import { scopeOf } from "./scope.ts";

export interface OrganisationStore {
  /** Takes a snapshot in; see `ingestSnapshot`. */
  ingest(author: Author, chunks: AsyncIterable<Uint8Array>): Promise<IngestResult>;
  product(name: string): Promise<FoundProduct | undefined>;
  products(options?: ListOptions): Promise<Page<StoredProduct>>;
  count(filter?: ProductFilter): Promise<number>;
  facets(filter?: ProductFilter): Promise<Facets>;
  dependents(name: string, options?: LinkOptions): Promise<Page<StoredLink> | undefined>;
  dependencies(name: string, options?: LinkOptions): Promise<Page<StoredLink> | undefined>;
  reach(name: string, limit?: number): Promise<Reached | undefined>;
  path(from: string, to: string): Promise<ProductRef[] | undefined>;
  cycles(): Promise<StoredCycle[]>;
  neighbourhood(name: string, options?: NeighbourhoodOptions): Promise<GraphResource | undefined>;
  /** Counts reach again where edges changed; ingest does so itself, this is for what a crash left over. */
  refreshReach(): Promise<number>;
  search(text: string, options?: SearchOptions): Promise<SearchResult>;
}

export function openOrganisation(engine: Engine, org: number, now?: () => number): OrganisationStore {
  const scope = scopeOf(engine, engine.read, org);
  return {
    async ingest(author, chunks) {
      const result = await ingestSnapshot(engine, org, author, chunks, now);
      await refreshReach(engine, org);
      return result;
    },
    product: async (name) => await findProduct(scope, name),
    products: async (options) => await listProducts(scope, options),
    count: async (filter) => await countProducts(scope, filter),
    facets: async (filter) => await facets(scope, filter),
    dependents: async (name, options) => await dependentsOf(scope, name, options),
    dependencies: async (name, options) => await dependenciesOf(scope, name, options),
    reach: async (name, limit) => await reachOf(scope, name, limit),
    path: async (from, to) => await pathBetween(scope, from, to),
    cycles: async () => await cyclesOf(scope),
    neighbourhood: async (name, options) => await neighbourhoodOf(scope, name, options),
    refreshReach: async () => await refreshReach(engine, org),
    search: async (text, options) => await searchProducts(scope, text, options),
  };
}
