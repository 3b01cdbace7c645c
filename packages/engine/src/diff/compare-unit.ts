/** Every interface of one unit at two revisions, compared. */
import type { Unit } from "@freehold/model";
import type { CompareAnswer } from "../interfaces/job.ts";
import type { InterfaceThread, UnitSource } from "../interfaces/thread.ts";
import type { TwoSides, UnitPair } from "./two-sides.ts";

/** Undefined when the comparison gave no answer: the interface is unknown then, and not unchanged. */
export async function compareUnit(
  sides: TwoSides,
  { before, after }: UnitPair,
  thread: InterfaceThread,
): Promise<CompareAnswer | undefined> {
  return await thread.compare(
    before && sourceOf(before, sides.filesBefore(before), sides.before.tree),
    after && sourceOf(after, sides.filesAfter(after), sides.after.tree),
  );
}

function sourceOf(unit: Unit, files: ReturnType<TwoSides["filesAfter"]>, tree: UnitSource["tree"]): UnitSource {
  return { tree, files: files ?? { folder: unit.path, files: [], fingerprint: "" } };
}
