/** What of a product becomes rows, and what it claims. */
import { type Claim, type OwnerRef, type Product, productSchema } from "@freehold/model";
import { type Item, prepareItem, type Preparing, type Raw, type Shape } from "./item.ts";

type Stated<T> = Pick<Claim<T>, "value" | "provenance" | "confidence">;
type Ownership = Product["ownership"];
/** Who holds it in some role. */
type Held = Pick<Claim<OwnerRef>, "value">;

export interface ProductWords extends Pick<
  Product,
  | "id"
  | "slug"
  | "aliases"
  | "name"
  | "kind"
  | "provenance"
  | "confidence"
  | "hidden"
  | "partOf"
  | "charter"
  | "repositories"
> {
  readonly mission?: Stated<string> | undefined;
  readonly stage?: Stated<NonNullable<Product["stage"]>["value"]> | undefined;
  readonly ownership: {
    readonly owner?: Stated<NonNullable<Ownership["owner"]>["value"]> | undefined;
    readonly findings: Ownership["findings"];
    readonly declared: readonly Held[];
    readonly steward?: Held | undefined;
    readonly founder?: Held | undefined;
  };
}

/** What is assigned to it has to be known of products that did not change too. */
export interface ProductItem extends Item<ProductWords> {
  /** Ids of units. */
  readonly units: readonly string[];
  /** Folders, as `<repository>:<path>`. */
  readonly paths: readonly string[];
}

export function prepareProduct(raw: Raw, preparing: Preparing): ProductItem | undefined {
  const item = prepareItem(PRODUCT, raw, preparing);
  if (item === undefined) return undefined;
  // It is valid, or it was when it came in.
  const { units, paths } = raw.value as Product;
  return { ...item, units, paths };
}

const PRODUCT: Shape<Product, ProductWords> = {
  section: "products",
  schema: productSchema,
  words: wordsOf,
  together: true,
};

/** Everything but evidence, which is in the document. */
function wordsOf({ mission, stage, ownership, ...rest }: Product): ProductWords {
  return {
    id: rest.id,
    slug: rest.slug,
    aliases: rest.aliases,
    name: rest.name,
    kind: rest.kind,
    provenance: rest.provenance,
    confidence: rest.confidence,
    hidden: rest.hidden,
    partOf: rest.partOf,
    charter: rest.charter,
    repositories: rest.repositories,
    mission: stated(mission),
    stage: stated(stage),
    ownership: {
      owner: stated(ownership.owner),
      findings: ownership.findings,
      declared: ownership.declared.map(held),
      steward: ownership.steward && held(ownership.steward),
      founder: ownership.founder && held(ownership.founder),
    },
  };
}

function stated<T>(claim: Stated<T> | undefined): Stated<T> | undefined {
  return claim && { value: claim.value, provenance: claim.provenance, confidence: claim.confidence };
}

function held({ value }: Held): Held {
  return { value };
}
