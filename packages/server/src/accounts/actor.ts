/** Who asks, and what they may: from a session or a token to an answer of the policy. */
import type { Role, Store } from "@freehold/store";
import type { Right } from "../api/actor.ts";
import { allows, dependsOnProduct } from "./policy.ts";

export interface Who {
  /** What the audit log calls them: an e-mail address, or the id of a token. */
  readonly id: string;
  readonly kind: "person" | "token";
  readonly organisation: string;
  readonly role: Role;
  readonly scopes?: readonly string[];
  /** Id of the account. */
  readonly user: string;
  /** The address that makes them an owner; absent until somebody vouched for it. */
  readonly email?: string;
}

export interface AccountActor extends Who {
  may(right: Right, subject: { readonly product?: string }): Promise<boolean>;
}

export function actorOf(store: Store, who: Who): AccountActor {
  return {
    ...who,
    async may(right, { product }) {
      if (!dependsOnProduct(right) || product === undefined) return allows(right, who);
      return allows(right, { ...who, product: await standing(store, who, product) });
    },
  };
}

/** An unknown product is nobody's; the route then says that it is not found, or that this may not be done. */
async function standing(
  store: Store,
  { organisation, email }: Who,
  name: string,
): Promise<{ readonly theirs: boolean; readonly spokenFor: boolean }> {
  const portfolio = await store.forOrganisation(organisation);
  const owner = (await portfolio.product(name))?.row.owner;
  if (owner === undefined) return { theirs: false, spokenFor: false };
  const spokenFor = owner.provenance !== "inferred";
  if (!spokenFor || owner.kind !== "person" || email === undefined) return { theirs: false, spokenFor };
  if (owner.id.toLowerCase() === email) return { theirs: true, spokenFor };
  const person = await portfolio.person(owner.id);
  return { theirs: person?.emails.some((known) => known.toLowerCase() === email) === true, spokenFor };
}
