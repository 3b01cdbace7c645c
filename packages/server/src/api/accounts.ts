/** Accounts for routes that need them; a server without accounts refuses with what to do. */
import type { AccountsPart } from "../accounts/part.ts";
import type { Actor } from "./actor.ts";
import { problem } from "./problems.ts";
import type { ServerParts } from "./server-parts.ts";

export const GONE = "This invitation was used, withdrawn or has expired. Ask for another one.";

/** Throws a problem of status 409 where nobody signs in. */
export function accountsOf({ accounts }: Pick<ServerParts, "accounts">): AccountsPart {
  if (accounts !== undefined) return accounts;
  throw problem("no-accounts", "This server is for one person on their own machine; nobody signs in.");
}

interface OwnAccount {
  readonly accounts: AccountsPart;
  readonly user: string;
}

/**
 * The account of the person who asks. Throws a problem of status 409 where nobody signs in, and 403 for tokens:
 * one that leaks could else make itself another, with more scopes and a longer life, or sign its person out.
 */
export function ownAccount(server: Pick<ServerParts, "accounts">, { user, kind }: Actor): OwnAccount {
  const accounts = accountsOf(server);
  if (kind === "token") throw problem("forbidden", "A token can't do this for its person; sign in.");
  if (user === undefined) throw problem("no-accounts", "This belongs to an account, and you have none.");
  return { accounts, user };
}
