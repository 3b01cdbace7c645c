/** What a product's row says of what a snapshot says; the rest stays in the document. */
import type { ProductColumns } from "../schema/portfolio.ts";
import type { ProductWords } from "./prepare/product.ts";

/** Columns that say something about the product itself; the others are counted or kept by the store. */
export const FACT_COLUMNS = [
  "slug",
  "name",
  "kind",
  "provenance",
  "confidence",
  "hidden",
  "part_of",
  "stage",
  "mission",
  "owner_kind",
  "owner_id",
  "owner_name",
  "owner_provenance",
  "owner_confidence",
  "findings",
  "charter",
] as const;

export type ProductFacts = Pick<ProductColumns, (typeof FACT_COLUMNS)[number]>;

/** Bits of `findings`, by name. */
export const FINDING_BITS: Readonly<Record<string, number>> = { "owner-left": 1, unknown: 2, "declared-disagrees": 4 };

/** Lists show the first words of a mission; the document has them all. */
const MISSION_LENGTH = 300;

export function productFacts(product: ProductWords): ProductFacts {
  const { ownership } = product;
  const owner = ownership.owner;
  return {
    slug: product.slug,
    name: product.name,
    kind: product.kind,
    provenance: product.provenance,
    confidence: product.confidence,
    hidden: product.hidden === true ? 1 : 0,
    part_of: product.partOf ?? null,
    stage: product.stage?.value ?? "",
    mission: product.mission === undefined ? null : shortened(product.mission.value),
    owner_kind: owner?.value.kind ?? null,
    owner_id: owner?.value.id ?? null,
    owner_name: owner?.value.name ?? null,
    owner_provenance: owner?.provenance ?? null,
    owner_confidence: owner?.confidence ?? null,
    findings: ownership.findings.reduce((bits, finding) => bits | (FINDING_BITS[finding] ?? 0), 0),
    charter: product.charter ?? null,
  };
}

function shortened(text: string): string {
  return text.length <= MISSION_LENGTH ? text : `${text.slice(0, MISSION_LENGTH - 1).trimEnd()}…`;
}

/** What differs, as an audit entry says it. */
export function changedFacts(
  before: ProductFacts,
  after: ProductFacts,
): [field: string, before: unknown, after: unknown][] {
  return FACT_COLUMNS.filter((column) => before[column] !== after[column]).map((column) => [
    column,
    before[column],
    after[column],
  ]);
}
