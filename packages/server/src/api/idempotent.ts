/** The same write twice, by its key, is done once and answered twice. */
import { createHash } from "node:crypto";
import type { OrganisationStore } from "@freehold/store";

export interface Written {
  readonly status: number;
  readonly text: string;
  readonly replayed?: boolean;
}

export interface KeyedRequest {
  readonly key: string;
  /** Everything that makes it the request it is. */
  readonly parts: readonly string[];
}

/**
 * Does the work unless this request was done before; key, answer and what is written are one transaction. A failure
 * keeps no key, since nothing was done. Throws `store/key-mismatch` where the key was used for another request.
 */
export async function once(
  organisation: OrganisationStore,
  { key, parts }: KeyedRequest,
  work: (organisation: OrganisationStore) => Promise<Written>,
): Promise<Written> {
  const fingerprint = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return await organisation.once({ key, fingerprint }, work);
}
