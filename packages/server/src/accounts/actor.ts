/** Who asks, and what they may: from a session or a token to an answer of the policy. */
import type { OrganisationStore, Role, Store } from "@freehold/store";
import type { Right, Subject } from "../api/actor.ts";
import { allows, dependsOnSubject } from "./policy.ts";

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
  may(right: Right, subject: Subject): Promise<boolean>;
}

export function actorOf(store: Store, who: Who): AccountActor {
  return {
    ...who,
    async may(right, { product, group }) {
      if (!dependsOnSubject(right) || (product === undefined && group === undefined)) return allows(right, who);
      const portfolio = await store.forOrganisation(who.organisation);
      if (product !== undefined) return allows(right, { ...who, product: await standing(portfolio, who, product) });
      return allows(right, { ...who, group: { theirs: await isIn(portfolio, who, group ?? "") } });
    },
  };
}

/** An unknown product is nobody's; the route then says that it is not found, or that this may not be done. */
async function standing(
  portfolio: OrganisationStore,
  who: Who,
  name: string,
): Promise<{ readonly theirs: boolean; readonly spokenFor: boolean }> {
  const owner = (await portfolio.product(name))?.row.owner;
  if (owner === undefined) return { theirs: false, spokenFor: false };
  const spokenFor = owner.provenance !== "inferred";
  if (!spokenFor) return { theirs: false, spokenFor };
  const theirs =
    owner.kind === "person" ? await isThem(portfolio, who, owner.id) : await isIn(portfolio, who, owner.id);
  return { theirs, spokenFor };
}

async function isIn(portfolio: OrganisationStore, who: Who, group: string): Promise<boolean> {
  if (who.email === undefined) return false;
  for (const member of (await portfolio.groups.find(group))?.members ?? []) {
    if (await isThem(portfolio, who, member)) return true;
  }
  return false;
}

/** Only an address that somebody vouched for says who one is. */
async function isThem(portfolio: OrganisationStore, { email }: Who, id: string): Promise<boolean> {
  if (email === undefined) return false;
  if (id.toLowerCase() === email) return true;
  const person = await portfolio.person(id);
  return person?.emails.some((known) => known.toLowerCase() === email) === true;
}
