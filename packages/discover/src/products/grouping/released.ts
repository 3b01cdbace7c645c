/** Whether a group has a release of its own: some place of it does. */
import type { Groups } from "./groups.ts";
import type { Place } from "./places.ts";

export function isReleased(places: readonly Place[], groups: Groups, place: number): boolean {
  return groups.members(groups.leadOf(place)).some((member) => places[member]?.released === true);
}
