/** Definitions of this crate by the names that others have for them. */
import type { PublicView } from "./public-items.ts";

export function implId(trait: string, self: string, negative: boolean, view: PublicView): string {
  const text = `impl ${negative ? "!" : ""}${publicText(trait, view)} for ${publicText(self, view)}`;
  // Lifetimes don't tell impls apart.
  return text.replaceAll(/'[\w$#]+,?/g, "").replaceAll("<>", "");
}

/** Definitions by their public names. */
export function publicText(text: string, view: PublicView): string {
  return text.replaceAll(/\bcrate::[\w:]+/g, (path) => byDefinition(view).get(path) ?? path);
}

/** The same with `crate::` before each, as structures have it. */
export function publicPaths(text: string, view: PublicView): string {
  return text.replaceAll(/\bcrate::[\w:]+/g, (path) => {
    const id = byDefinition(view).get(path);
    return id === undefined ? path : `crate::${id}`;
  });
}

const INDEX = new WeakMap<PublicView, ReadonlyMap<string, string>>();

function byDefinition(view: PublicView): ReadonlyMap<string, string> {
  const known = INDEX.get(view);
  if (known !== undefined) return known;
  const index = new Map([...view.ids].map(([item, { id }]) => [`${item.module.path}::${item.name}`, id] as const));
  INDEX.set(view, index);
  return index;
}
