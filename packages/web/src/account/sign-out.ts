import { postAuth } from "../api/client.ts";
import { chooseOrganisation } from "../api/organisation.ts";

/** Ends the session, and forgets in this window all that was read by it. */
export async function signOut(): Promise<void> {
  await postAuth("/sign-out", {});
  chooseOrganisation(undefined);
  location.assign("/");
}
