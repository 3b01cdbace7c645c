/** Places that somebody decided to leave as they are. */
import type { Evidence, Violation } from "@freehold/model";
import type { Use } from "../../evidence.ts";

/** Whether a comment lets a rule pass at a place; a place always has its repository. */
export type IsLeftOut = (rule: Violation["rule"], place: Evidence) => boolean;

export const NOTHING_LEFT_OUT: IsLeftOut = () => false;

/**
 * The uses without the places that are left out, and without those that have no other place. What is left
 * of a use in a file that can hold no comment (a declaration in `package.json`) goes with its last import.
 */
export function withoutLeftOut(uses: readonly Use[], rule: Violation["rule"], isLeftOut: IsLeftOut): Use[] {
  return uses.flatMap((use): Use[] => {
    const { consumer, consume } = use;
    const evidence = consume.evidence.filter(
      (place) => !isLeftOut(rule, { ...place, repository: place.repository ?? consumer.repository }),
    );
    if (evidence.length === consume.evidence.length) return [use];
    return evidence.every(isSilent) ? [] : [{ ...use, consume: { ...consume, evidence } }];
  });
}

function isSilent({ path, line }: Evidence): boolean {
  return line === undefined || path?.endsWith(".json") === true;
}
