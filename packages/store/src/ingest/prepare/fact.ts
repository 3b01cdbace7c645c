/** Facts that checks look at: what they are about, and all of them, packed. */
import { productFactsSchema, repositoryFactsSchema } from "@freehold/model";
import { contentHash } from "../../packed.ts";
import type { DocRef } from "./documents.ts";
import { isValid, type Preparing, type Raw, type Schema } from "./item.ts";

export interface FactItem {
  /** Id of the product or repository. */
  readonly about: string;
  readonly hash: string;
  readonly doc: DocRef;
}

export function prepareProductFacts(raw: Raw, preparing: Preparing): FactItem | undefined {
  return prepared("product", { section: "productFacts", schema: productFactsSchema }, raw, preparing);
}

export function prepareRepositoryFacts(raw: Raw, preparing: Preparing): FactItem | undefined {
  return prepared("repository", { section: "repositoryFacts", schema: repositoryFactsSchema }, raw, preparing);
}

function prepared(
  field: string,
  { section, schema }: { readonly section: string; readonly schema: Schema },
  { index, value, bytes }: Raw,
  preparing: Preparing,
): FactItem | undefined {
  if (!isValid(preparing, schema, value, `/${section}/${index}`)) return undefined;
  return {
    about: String(Reflect.get(Object(value), field)),
    hash: contentHash(bytes),
    doc: preparing.documents.alone(bytes),
  };
}
