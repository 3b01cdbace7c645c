/** A product while it is put together; slugs and unique ids come last, when all are known. */
import type { Product } from "@freehold/model";

export type ProductDraft = Omit<Product, "slug" | "ownership">;
