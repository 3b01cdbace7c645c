/** The root of a workspace that nobody can install: its scripts are shared by folder, there is no other way. */
import type { Unit } from "@freehold/model";

export function enclosesPrivately(outer: Unit, inner: Unit): boolean {
  if (outer.repository !== inner.repository || outer.published === true || outer.id === inner.id) return false;
  return outer.path === "" || inner.path.startsWith(`${outer.path}/`);
}
