/** The first administrator: a link in the terminal of whoever started the server, which works once. */
import { randomUUID } from "node:crypto";
import type { Author, OrganisationStore } from "@freehold/store";
import { hashOf, newSecret } from "./secrets.ts";

const HOUR = 3_600_000;
const AUTHOR: Author = { actor: "freehold", kind: "system", reason: "first start" };

/** The path with the secret behind `#`, where no log sees it; undefined once there is a member. Earlier links stop working. */
export async function setupLink(organisation: OrganisationStore, now: number): Promise<string | undefined> {
  const secret = newSecret("fhi_");
  const made = await organisation.invitations.renewSetup(AUTHOR, {
    id: `inv_${randomUUID().replaceAll("-", "")}`,
    hash: hashOf(secret),
    role: "administrator",
    expires: now + 24 * HOUR,
  });
  return made ? `/join#${secret}` : undefined;
}
