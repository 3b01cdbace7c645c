/** The elements of a unit that is a few texts, as benchmarks hand pairs to a kind. */
import type { Change, Place, ShapedElement } from "@freehold/interfaces";
import { interfaceKind } from "@freehold/interfaces/kinds";

/** @throws when there is no such kind. */
export function changesBetween(
  kindId: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly Change[] {
  return interfaceKind(kindId)?.compare(elementsIn(kindId, before), elementsIn(kindId, after)) ?? [];
}

function elementsIn(kindId: string, files: Readonly<Record<string, string>>): readonly ShapedElement[] {
  const kind = interfaceKind(kindId);
  if (kind === undefined) throw new Error(`no kind of interface is called ${kindId}`);
  const read = (path: string) => files[path];
  const place: Place = { folder: "", paths: Object.keys(files), read };
  return kind.extract(
    kind.find(place).map((path) => ({ path, text: read(path) ?? "" })),
    place,
  ).elements;
}
