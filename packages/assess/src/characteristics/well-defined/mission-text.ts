/** The text that stands for a mission, whoever wrote it: the checks on its wording look at this one. */
import type { ProductContext } from "../../context/product-context.ts";
import type { Sight } from "../../check.ts";

export interface MissionText {
  readonly text: string;
  readonly sight: Sight;
}

export function missionText({ product, charter, charterAt }: ProductContext): MissionText | undefined {
  if (charter?.mission !== undefined)
    return { text: charter.mission, sight: charterAt("mission", charter.mission.slice(0, 160)) };
  const { mission } = product;
  if (mission === undefined) return undefined;
  return { text: mission.value, sight: { ...mission.evidence[0], detail: mission.value.slice(0, 160) } };
}
