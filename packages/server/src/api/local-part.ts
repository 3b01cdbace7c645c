/**
 * What only a server beside repositories can answer, as an optional part: drafts read files, a comparison of
 * two revisions reads both. `GET /api/v1/capabilities` says what is there, so that a page hides what is not.
 */
import type { Comparison, Product, ProductDrafts } from "@freehold/model";
import { problem } from "./problems.ts";
import type { ServerParts } from "./server-parts.ts";

export interface LocalPart {
  /** Drafts of the next steps of a product; absent: no repository is at hand. */
  readonly drafts?: (product: Product) => Promise<ProductDrafts>;
  /** With the snapshot or revision that was named to compare with. */
  readonly comparison?: Comparison;
}

/** Throws a problem of status 409 where no repository is at hand. */
export function draftsOf({ local }: ServerParts): NonNullable<LocalPart["drafts"]> {
  if (local?.drafts !== undefined) return local.drafts;
  const detail = "Drafts read the files of a repository. Open it where it is: freehold open ../your-repository";
  throw problem("not-here", detail);
}

/** Throws a problem of status 409 where there is nothing to compare with. */
export function comparisonOf({ local }: ServerParts): Comparison {
  if (local?.comparison !== undefined) return local.comparison;
  const detail =
    "Name what to compare with: freehold open --base main, or freehold open before.json after.json. " +
    "What changed in a portfolio that is kept: GET /api/v1/changes.";
  throw problem("not-here", detail);
}
