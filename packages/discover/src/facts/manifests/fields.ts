/** Manifest fields to plain facts, those without a value left out. */
import { fields, type Node, text } from "../../ecosystems/reading/node.ts";
import type { ManifestText } from "./manifest-format.ts";

/** Text by name, of a map; the first hundred. */
export function textsByName(node: Node | undefined): Record<string, string> | undefined {
  const found = [...fields(node)].flatMap(([name, value]) => {
    const one = text(value);
    return one === undefined ? [] : [[name, one.slice(0, 500)] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found.slice(0, 100));
}

export function present(facts: {
  readonly [Key in keyof ManifestText]: ManifestText[Key] | undefined;
}): ManifestText {
  const found = Object.entries(facts).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(found);
}
