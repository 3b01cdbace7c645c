/** Whom mails go to: the account of who asks, by the address that made it a member. */
import type { Member, OrganisationStore } from "@freehold/store";
import type { Actor } from "./actor.ts";
import { problem } from "./problems.ts";

/** Throws a problem of status 409 where who asks has no account here. */
export async function subscriberOf(organisation: OrganisationStore, { user }: Actor): Promise<Member> {
  const member = (await organisation.members.list()).find((candidate) => candidate.user === user);
  if (member !== undefined) return member;
  throw problem("no-accounts", "Mails go to the address of your account, and you have none on this server.");
}
