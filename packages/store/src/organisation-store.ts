/** The portfolio of one organisation: what can be asked, and what can be done. */
import type { Engine } from "./engines/engine.ts";
import { ingestSnapshot, type IngestResult } from "./ingest/ingest.ts";
import { countProducts } from "./queries/count-products.ts";
import { findProduct, type FoundProduct } from "./queries/find-product.ts";
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
}

export function openOrganisation(engine: Engine, org: number, now?: () => number): OrganisationStore {
  const scope = scopeOf(engine, engine.read, org);
  return {
    ingest: async (author, chunks) => await ingestSnapshot(engine, org, author, chunks, now),
    product: async (name) => await findProduct(scope, name),
    products: async (options) => await listProducts(scope, options),
    count: async (filter) => await countProducts(scope, filter),
  };
}
