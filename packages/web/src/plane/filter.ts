/** Which products the plane and its table show. */
import type { ProductSearch } from "../products/filter.ts";

export type PlaneSearch = Pick<ProductSearch, "q" | "action" | "stage" | "steady" | "kind" | "sort">;
