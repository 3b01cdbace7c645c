/** A link to choose another password, queued like every mail; whoever belongs to nothing gets none. */
import type { Store } from "@freehold/store";

export async function queuePasswordMail(
  store: Store,
  { id, email }: { readonly id: string; readonly email: string },
  link: string,
): Promise<void> {
  const [membership] = await store.memberships(id);
  if (membership === undefined) return;
  const { mail } = await store.forOrganisation(membership.organisation);
  await mail.queue({ recipient: email, kind: "password", payload: { link } });
}
