/** Every interface of one unit at two revisions, compared. */
import type { Unit } from "@freehold/model";
import type { CompareAnswer } from "../interfaces/job.ts";
import type { InterfaceThread } from "../interfaces/thread.ts";
import { openTexts } from "../interfaces/unit-files.ts";
import type { TwoSides, UnitPair } from "./two-sides.ts";

/** Undefined when the comparison gave no answer: the interface is unknown then, and not unchanged. */
export async function compareUnit(
  sides: TwoSides,
  { before, after }: UnitPair,
  thread: InterfaceThread,
): Promise<CompareAnswer | undefined> {
  const old = before && readerOf(before, sides.filesBefore(before), sides.before.tree);
  const young = after && readerOf(after, sides.filesAfter(after), sides.after.tree);
  for (;;) {
    const answer = await thread.compare(old?.unit, young?.unit);
    if (answer === undefined) return undefined;
    const more = [await old?.more(answer.wanted.before), await young?.more(answer.wanted.after)];
    if (!more.includes(true)) return answer;
  }
}

function readerOf(unit: Unit, files: ReturnType<TwoSides["filesAfter"]>, tree: TwoSides["before"]["tree"]) {
  return openTexts(tree, files ?? { folder: unit.path, files: [], fingerprint: "" });
}
