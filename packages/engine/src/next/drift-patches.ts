/** Patches that let a charter say what is observed, where one line of it says something else. */
import type { Drift, DriftPatch, Product } from "@freehold/model";
import { patchOf } from "./patch.ts";
import type { Reader } from "./read-files.ts";

/** A line of the charter by what it is about; who owns a product is for people to say, so no patch does. */
const LINES: Readonly<Record<string, (observed: string) => readonly [line: RegExp, instead: string]>> = {
  stage: (observed) => [/^stage:[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)/m, `stage: ${observed}`],
};

/** Nothing where the charter does not say it in a line of its own. */
export async function driftPatches(product: Product, drift: readonly Drift[], reader: Reader): Promise<DriftPatch[]> {
  const { charter } = product;
  if (charter === undefined) return [];
  reader.read(charter);
  await reader.load();
  const before = reader.read(charter);
  if (before === undefined) return [];
  return drift.flatMap(({ subject, observed }) => {
    const edit = LINES[subject]?.(observed);
    if (edit === undefined) return [];
    const [line, instead] = edit;
    const patch = patchOf([{ path: charter, before, after: before.replace(line, () => instead) }]);
    return patch === "" ? [] : [{ subject, file: charter, patch }];
  });
}
