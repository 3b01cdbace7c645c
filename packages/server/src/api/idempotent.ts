/** The same write twice, by its key, is done once and answered twice. */
import { createHash } from "node:crypto";
import type { OrganisationStore } from "@freehold/store";
import { problem } from "./problems.ts";

export interface Written {
  readonly status: number;
  readonly text: string;
  readonly replayed?: true;
}

export interface KeyedRequest {
  readonly key: string;
  /** Everything that makes it the request it is. */
  readonly parts: readonly string[];
}

/**
 * Does the work unless this request was done before. A failure forgets the key, since nothing was done.
 * Throws problems of status 409 (the first is under way) and 422 (the key was used for another request).
 */
export async function once(
  organisation: OrganisationStore,
  { key, parts }: KeyedRequest,
  work: () => Promise<Written>,
): Promise<Written> {
  const fingerprint = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  const found = await organisation.requests.begin(key, fingerprint);
  if (found.state === "done") return { status: found.status, text: found.response, replayed: true };
  if (found.state === "running")
    throw problem("under-way", "The first request with this idempotency key is under way.");
  if (found.state === "mismatch") {
    throw problem("idempotency-mismatch", "This idempotency key was used for another request.");
  }
  return await finished(organisation, key, work);
}

async function finished(organisation: OrganisationStore, key: string, work: () => Promise<Written>): Promise<Written> {
  try {
    const written = await work();
    await organisation.requests.finish(key, written.status, written.text);
    return written;
  } catch (error) {
    await organisation.requests.abandon(key);
    throw error;
  }
}
