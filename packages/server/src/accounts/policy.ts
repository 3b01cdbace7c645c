/**
 * Who may do what. This file alone says so: routes name the right that they take, everything else here is
 * data and one function that reads it.
 */
import type { Role } from "@freehold/store";
import type { Right } from "../api/actor.ts";

/** Every right, from least to most; scopes of tokens are called the same. */
export const RIGHTS = ["read", "ingest", "correct", "administer"] as const satisfies readonly Right[];

export interface Asked {
  readonly role: Role;
  /** What a token was made for; absent: a person who signed in. */
  readonly scopes?: readonly string[];
  /** Of the product that is asked about; absent where it is about none. */
  readonly product?: {
    /** Whether the person owns it. */
    readonly theirs: boolean;
    /** Whether somebody said who owns it, by a charter or by a claim. */
    readonly spokenFor: boolean;
  };
  /** Of the group that it is about: whether the person is in it. */
  readonly group?: { readonly theirs: boolean };
}

const OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  viewer: ["read"],
  contributor: ["read", "ingest"],
  administrator: RIGHTS,
};

/**
 * A role's rights hold everywhere. Owners decide in their product without asking anyone, whatever their role;
 * and what nobody speaks for may be claimed and put right by any contributor. A token never does more than
 * its scopes, nor more than the person who made it may do now.
 */
export function allows(right: Right, { role, scopes, product, group }: Asked): boolean {
  if (scopes !== undefined && !scopes.includes(right)) return false;
  if (OF_ROLE[role].includes(right)) return true;
  if (right !== "correct") return false;
  // Who is in a group decides who else is; nobody lets themselves in, since its members decide about its products.
  if (product === undefined) return group?.theirs === true;
  return product.theirs || (role === "contributor" && !product.spokenFor);
}

/** Whether the right depends on the product or group that is asked about. */
export function dependsOnSubject(right: Right): boolean {
  return right === "correct";
}
