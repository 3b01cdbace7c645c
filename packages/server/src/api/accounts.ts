/** Accounts for routes that need them; a server without accounts refuses with what to do. */
import type { AccountsPart } from "../accounts/part.ts";
import { problem } from "./problems.ts";
import type { ServerParts } from "./server-parts.ts";

export const GONE = "This invitation was used, withdrawn or has expired. Ask for another one.";

/** Throws a problem of status 409 where nobody signs in. */
export function accountsOf({ accounts }: Pick<ServerParts, "accounts">): AccountsPart {
  if (accounts !== undefined) return accounts;
  throw problem("no-accounts", "This server is for one person on their own machine; nobody signs in.");
}
