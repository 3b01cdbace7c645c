/** An element with the hash of its structure. */
import type { ShapedElement } from "../../kind.ts";
import { hashOf } from "./hash.ts";

export function shaped(element: Omit<ShapedElement, "shape">, hash?: string): ShapedElement {
  return element.structure === undefined
    ? element
    : { ...element, shape: hash ?? hashOf(JSON.stringify(element.structure)) };
}
