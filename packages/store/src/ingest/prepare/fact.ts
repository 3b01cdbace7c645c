/** Facts that checks look at: what they are about, and all of them, packed. */
import { productFactsSchema, repositoryFactsSchema } from "@freehold/model";
import { contentHash, packText } from "../../packed.ts";
import { isValid, type Preparing, type Raw, type Schema } from "./item.ts";

export interface FactItem {
  /** Id of the product or repository. */
  readonly about: string;
  readonly hash: Uint8Array;
  readonly doc: Uint8Array;
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
  { index, value, text }: Raw,
  preparing: Preparing,
): FactItem | undefined {
  if (!isValid(preparing, schema, value, `/${section}/${index}`)) return undefined;
  return { about: String(Reflect.get(Object(value), field)), hash: contentHash(text), doc: packText(text) };
}
