/** An invitation, by the secret of its link. */
import type { components } from "@freehold/client";
import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client.ts";

export type Invited = components["schemas"]["Invited"];

const KEPT = "freehold-invitation";

/**
 * The secret stands behind `#`, where no server sees it. It is kept for this window, since a provider's
 * sign-in comes back without it.
 */
export function invitationSecret(): string | undefined {
  const given = location.hash.slice(1);
  try {
    if (given !== "") sessionStorage.setItem(KEPT, given);
    return given === "" ? (sessionStorage.getItem(KEPT) ?? undefined) : given;
  } catch {
    return given === "" ? undefined : given;
  }
}

export function forgetInvitation(): void {
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // Then it was not kept.
  }
}

export function invitationQuery(secret: string) {
  return queryOptions({
    queryKey: ["invitation", secret],
    queryFn: async ({ signal }) => answered(await api.POST("/api/v1/join/invitation", { body: { secret }, signal })),
  });
}
