/**
 * What a snapshot says of a product, with what people corrected laid over it.
 *
 * Git wins: what the charter states in the product's repository holds, because its owner wrote it where
 * everybody reviews it. An edit that says something else stays as a *dispute*, from which a suggestion is
 * made: the change to `product.yaml` that would make git agree. What no charter states, people decide.
 */
import type { Claim } from "@freehold/model";
import type { ProductWords } from "../ingest/prepare/product.ts";
import { type ProductFacts, productFacts } from "../ingest/product-facts.ts";
import type { Payload, StoredCorrection } from "./correction.ts";

/** An edit that the charter contradicts; `field` is the charter's. */
export interface Dispute {
  readonly correction: number;
  readonly field: "name" | "mission" | "stage" | "kind" | "owners";
  readonly charter: unknown;
  readonly proposed: unknown;
}

export interface Laid {
  readonly facts: ProductFacts;
  readonly gone: "merged" | "dismissed" | null;
  readonly mergedInto: number | null;
  readonly disputes: readonly Dispute[];
}

/** Corrections are laid in the order given. Pure. */
export function overlay(product: ProductWords, corrections: readonly StoredCorrection[]): Laid {
  let laid: Laid = { facts: productFacts(product), gone: null, mergedInto: null, disputes: [] };
  for (const { key, payload } of corrections) laid = lay(product, laid, key, payload);
  return laid;
}

function lay(product: ProductWords, laid: Laid, key: number, payload: Payload): Laid {
  switch (payload.kind) {
    case "accept":
      return product.provenance === "declared" ? laid : set(laid, { provenance: "confirmed", confidence: 1 });
    case "dismiss":
      return product.provenance === "declared" ? laid : { ...laid, gone: "dismissed" };
    case "merge":
      return { ...laid, gone: "merged", mergedInto: payload.into };
    case "rename":
      return rename(product, laid, key, payload);
    case "edit":
      return edit(product, laid, key, payload);
    case "claim":
      return claim(product, laid, key, payload);
    default:
      return laid;
  }
}

function rename(product: ProductWords, laid: Laid, key: number, payload: Payload & { readonly kind: "rename" }): Laid {
  const slugged = payload.slug === undefined ? laid : set(laid, { slug: payload.slug });
  if (payload.name === undefined) return slugged;
  const stated = product.provenance === "declared" ? product.name : undefined;
  return settle(slugged, key, "name", stated, payload.name, { name: payload.name });
}

function claim(product: ProductWords, laid: Laid, key: number, { owner }: Payload & { readonly kind: "claim" }): Laid {
  const stated = statedValue(product.ownership.owner);
  const facts = {
    owner_kind: owner.kind,
    owner_id: owner.id,
    owner_name: owner.name,
    owner_provenance: "confirmed",
    owner_confidence: 1,
  };
  return settle(laid, key, "owners", stated === undefined ? undefined : [stated.id], [owner.id], facts);
}

function edit(product: ProductWords, laid: Laid, key: number, payload: Payload & { readonly kind: "edit" }): Laid {
  let edited = laid;
  if (payload.mission !== undefined) {
    const stated = statedValue(product.mission);
    edited = settle(edited, key, "mission", stated, payload.mission, { mission: payload.mission });
  }
  if (payload.stage !== undefined) {
    edited = settle(edited, key, "stage", statedValue(product.stage), payload.stage, { stage: payload.stage });
  }
  if (payload.productKind !== undefined) {
    const stated = product.provenance === "declared" ? product.kind : undefined;
    edited = settle(edited, key, "kind", stated, payload.productKind, { kind: payload.productKind });
  }
  return edited;
}

/** Takes the edit where the charter says nothing, notes the dispute where it says otherwise. */
function settle(
  laid: Laid,
  correction: number,
  field: Dispute["field"],
  charter: unknown,
  proposed: unknown,
  facts: Partial<ProductFacts>,
): Laid {
  const disputes = laid.disputes.filter((dispute) => dispute.field !== field);
  if (charter === undefined) return { ...set(laid, facts), disputes };
  if (JSON.stringify(charter) === JSON.stringify(proposed)) return { ...laid, disputes };
  return { ...laid, disputes: [...disputes, { correction, field, charter, proposed }] };
}

function set(laid: Laid, facts: Partial<ProductFacts>): Laid {
  return { ...laid, facts: { ...laid.facts, ...facts } };
}

/** The value that the charter states; undefined: it states none. */
function statedValue<T>(claim: Pick<Claim<T>, "value" | "provenance"> | undefined): T | undefined {
  return claim?.provenance === "declared" ? claim.value : undefined;
}
