/** Short forms of products, owners and people, as lists show them. */
import type { Claim, OwnerRef, OwnerSummary, Person, PersonRef, Product, ProductRef } from "@freehold/model";

export function productRef({ id, slug, name, kind }: Product): ProductRef {
  return { id, slug, name, kind };
}

export function ownerSummary(claim: Claim<OwnerRef>): OwnerSummary {
  const { kind, id, name } = claim.value;
  return { kind, id, name, confidence: claim.confidence, provenance: claim.provenance };
}

export function personRef({ id, name, logins, bot, commits, lastCommit }: Person): PersonRef {
  return { id, name, logins, bot, commits, ...(lastCommit === undefined ? {} : { lastCommit }) };
}
