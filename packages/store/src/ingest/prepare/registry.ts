/** Every section of a snapshot that is taken in, with how its elements are prepared. */
import { BatchDocuments } from "./documents.ts";
import { prepareProblem, prepareViolation } from "./finding.ts";
import { prepareProductFacts, prepareRepositoryFacts } from "./fact.ts";
import type { Preparing, Raw } from "./item.ts";
import { preparePerson } from "./person.ts";
import type { NewNames } from "./names.ts";
import { prepareProduct } from "./product.ts";
import { prepareRepository } from "./repository.ts";
import { prepareUnit } from "./unit.ts";

const SECTIONS = {
  repositories: prepareRepository,
  units: prepareUnit,
  people: preparePerson,
  products: prepareProduct,
  repositoryFacts: prepareRepositoryFacts,
  productFacts: prepareProductFacts,
  violations: prepareViolation,
  problems: prepareProblem,
} as const satisfies Readonly<Record<string, (raw: Raw, preparing: Preparing) => unknown>>;

export type Section = keyof typeof SECTIONS;

/** Elements of one section, ready to be written; the items are plain JSON. */
export type SectionBatch = SectionItems & {
  /** Documents and packs of documents that items refer to. */
  readonly blobs: readonly Uint8Array[];
  readonly names: NewNames;
};

type SectionItems = {
  [S in Section]: { readonly section: S; readonly items: readonly NonNullable<ReturnType<(typeof SECTIONS)[S]>>[] };
}[Section];

export function isSection(name: string): name is Section {
  return Object.hasOwn(SECTIONS, name);
}

/** Throws `IngestRefused` where any of them is not valid, with all faults of the batch. */
export function prepareBatch(
  section: Section,
  raws: readonly Raw[],
  preparing: Omit<Preparing, "documents">,
): SectionBatch {
  const documents = new BatchDocuments();
  const items = raws.map((raw) => SECTIONS[section](raw, { ...preparing, documents }));
  preparing.refusals.throwIfAny();
  // What was not valid is undefined, and has thrown.
  return { section, items, blobs: documents.blobs(), names: preparing.names.taken() } as SectionBatch;
}
