/** A product as the newest snapshot said it, with what its row says otherwise since people corrected it. */
import type { Claim, OwnerRef, Product, Provenance, Stage } from "@freehold/model";
import { productFacts } from "../ingest/product-facts.ts";
import type { ProductColumns } from "../schema/portfolio.ts";

export const CORRECTED_COLUMNS = [
  "slug",
  "name",
  "kind",
  "provenance",
  "confidence",
  "mission",
  "stage",
  "owner_kind",
  "owner_id",
  "owner_name",
  "owner_provenance",
  "owner_confidence",
] as const;

export type CorrectedColumns = Pick<ProductColumns, (typeof CORRECTED_COLUMNS)[number]>;

/** What a person said has no evidence in a file; that they said it is in the history of the product. */
export function corrected(product: Product, row: CorrectedColumns): Product {
  const said = productFacts(product);
  const { slug, name, confidence } = row;
  return {
    ...product,
    slug,
    name,
    confidence,
    // Columns hold what was validated when it came in.
    kind: row.kind as Product["kind"],
    provenance: row.provenance as Provenance,
    ...(row.mission === said.mission || row.mission === null ? {} : { mission: confirmed(row.mission) }),
    ...(row.stage === said.stage || row.stage === "" ? {} : { stage: confirmed(row.stage as Stage) }),
    ...(row.owner_id === said.owner_id || row.owner_id === null
      ? {}
      : { ownership: { ...product.ownership, owner: ownerOf(row, row.owner_id) } }),
  };
}

function confirmed<T>(value: T): Claim<T> {
  return { value, provenance: "confirmed", confidence: 1, evidence: [] };
}

function ownerOf(row: CorrectedColumns, id: string): Claim<OwnerRef> {
  const kind = row.owner_kind === "group" ? "group" : "person";
  return confirmed({ kind, id, name: row.owner_name ?? id });
}
